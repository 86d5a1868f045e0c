import { spanInWords } from '#modules/events';
import { eventKind } from '#modules/events.server';
import { namesTitle, subjectOf } from '#modules/publishing';
import { recallPublic } from '#modules/publishing.server';
import { askedAlone } from '#platform/scope';
import type { Asking } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import type { Opening } from './model.ts';
import { findOpenings } from './queries/openings.server.ts';

const ASKS =
  /(?<!\p{L})(?:pl(?:ä|ae)tze?|seats?|places?|ausgebucht|voll|anmelde\p{L}*|anmeldung|warteliste|sign up|fully booked)(?!\p{L})/iu;

/** "Gibt es noch Plätze im Töpferkurs?" is answered with what is free now. */
export const seatsReader = {
  kind: 'event',
  asks: (question: string) => ASKS.test(question),

  async read(tenant: TenantScope, question: string, { ids, recall, before }: Asking = askedAlone) {
    const about = subjectOf(question, before);
    const events = await recallPublic(tenant, eventKind, ids, recall);
    for (const event of events.filter(({ title }) => namesTitle(about, title))) {
      const [next] = (await findOpenings(tenant, event.id)) ?? [];
      if (!next) continue;
      const when = spanInWords({ ...next.date, allDay: event.details.allDay }, tenant.locale);
      const values = {
        event: event.title,
        when,
        free: String(next.free ?? ''),
        capacity: String(next.capacity ?? ''),
        waiting: String(next.waiting),
      };
      return { id: event.id, sentences: [{ key: keyOf(next), values }] };
    }
    return null;
  },
};

function keyOf({ gate, free, offer }: Opening): string {
  if (gate !== 'open') return `attendance.answer.${gate}`;
  if (free === null) return 'attendance.answer.no-limit';
  if (free > 0) return 'attendance.answer.free';
  return offer.hasWaitingList ? 'attendance.answer.waiting-list' : 'attendance.answer.full';
}
