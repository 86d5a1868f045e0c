export { articleKind } from './kind.server.ts';
export {
  articlePath,
  findArticle,
  findArticleByExternalId,
  listArticles,
  listTopics,
} from './queries.server.ts';
