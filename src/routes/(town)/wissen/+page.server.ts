import { listArticles, listTopics } from '#modules/knowledge.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant }, url: { searchParams } }) => {
  const topic = searchParams.get('thema')?.slice(0, 80) || null;
  const cursor = searchParams.get('ab');
  const topics = await listTopics(tenant);
  // A town whose pages stand in a tree is entered at the top of it; a list of facts by its topics.
  const filter = topic || topics.length === 0 ? { topic } : { parent: null };
  return { ...(await listArticles(tenant, { ...filter, cursor, limit: 20 })), topics, topic, cursor };
};
