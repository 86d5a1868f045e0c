import { error } from '@sveltejs/kit';
import { articlePath, findArticle, findArticleByExternalId, listArticles } from '#modules/knowledge.server';
import { mediaOf } from '#modules/publishing.server';
import { linesOf, renderMarkdown } from '#platform/formats';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, town, t }, params }) => {
  const article = await findArticle(tenant, params.slug);
  if (!article) error(404, t('knowledge.not-found'));
  const { supersededBy, contactRole } = article.details;
  const pictures = await mediaOf(tenant, [article.id]);
  return {
    article,
    above: await articlePath(tenant, article),
    below: article.externalId
      ? (await listArticles(tenant, { parent: article.externalId, limit: 60 })).items
      : [],
    newer: supersededBy ? await findArticleByExternalId(tenant, supersededBy) : null,
    contact: contactRole
      ? (town.settings.contacts.find(({ role }) => role === contactRole) ?? { role: contactRole })
      : null,
    html: renderMarkdown(article.body).html,
    // The engine numbers it after the lines of the text; a citation opens here.
    lineOfAbilities: linesOf(article.body).length,
    pictures: pictures.get(article.id) ?? [],
    now: tenant.now(),
  };
};
