export { articleKind } from './kind.server.ts';
export {
  articlePath,
  findArticle,
  findArticleByExternalId,
  listArticles,
  listTopics,
} from './queries.server.ts';
export { providerDocuments, providerReader, serviceReader } from './typed-answers.server.ts';
