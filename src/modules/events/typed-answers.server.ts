import { namesTitle } from '#modules/publishing';
import { loadPublic } from '#modules/publishing.server';
import type { TenantScope } from '#platform/scope.server';
import { eventKind } from './kind.server.ts';
import { isUpcoming, spanInWords } from './rules.ts';

const ASKS =
  /(?<!\p{L})(?:wann|when|n(?:ä|ae)chste[rns]?)(?!\p{L})|(?<!\p{L})findet(?!\p{L}).*(?<!\p{L})statt(?!\p{L})/iu;

/** "Wann ist Markt?" is answered with the next date of the event. */
export const eventDateReader = {
  kind: 'event',
  asks: (question: string) => ASKS.test(question),

  async read(tenant: TenantScope, question: string, ids: readonly string[]) {
    const events = await tenant.read((store) => loadPublic(store, tenant, eventKind, ids));
    const [next] = events
      .filter((event) => isUpcoming(event.details, tenant.now()) && namesTitle(question, event.title))
      .sort((a, b) => a.details.startsAt.getTime() - b.details.startsAt.getTime());
    if (!next) return null;
    const { status, venue } = next.details;
    const key =
      status === 'cancelled' ? 'events.answer.cancelled' : venue ? 'events.answer.at' : 'events.answer';
    return {
      id: next.id,
      sentences: [
        { key, values: { event: next.title, when: spanInWords(next.details, tenant.locale), venue } },
      ],
    };
  },
};
