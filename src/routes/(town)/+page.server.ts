import { roomsOf } from '#modules/tenancy';
import type { TownModule } from '#modules/tenancy';
import { listEvents } from '#modules/events.server';
import { listArticles } from '#modules/knowledge.server';
import { listNews } from '#modules/news.server';
import { listOpenDeadlines } from '#modules/notices.server';
import { civilDate, wallTime } from '#platform/formats';
import { assistant } from '#wiring/modules.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, town } }) => {
  const rooms = roomsOf(town);
  const has = (room: TownModule) => rooms.includes(room);
  const now = tenant.now();
  const events = has('events') ? (await listEvents(tenant, { limit: 4 })).items : [];
  const news = has('news') ? (await listNews(tenant, { limit: 3 })).items : [];
  const isQuiet = events.length === 0 && news.length === 0;
  return {
    today: civilDate(now),
    hour: wallTime(now).hour,
    events,
    news,
    // A town without news still has something to tell.
    articles:
      isQuiet && has('knowledge') ? (await listArticles(tenant, { parent: null, limit: 6 })).items : [],
    notices: has('notices') ? await listOpenDeadlines(tenant, 3) : [],
    suggestions: has('assistant') ? (await assistant.suggestions(tenant, 'resident')).slice(0, 3) : [],
  };
};
