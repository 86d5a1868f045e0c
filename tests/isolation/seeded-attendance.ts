import { createAttendance } from '#modules/attendance.server';
import { linkToken } from '#platform/forms.server';
import { newId } from '#platform/db.server';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';

/** Sign-ups of a town's public event, and one who follows it. */
export interface SeededAttendance {
  dateId: string;
  signUpId: string;
  signUpToken: string;
  followToken: string;
}

export async function seedAttendance(
  scope: TenantScope,
  mark: string,
  { eventId, secret }: { eventId: string; secret: string },
): Promise<SeededAttendance> {
  const room = createAttendance({ secret, mail: { send: async () => undefined }, throttled: false });
  const offer = {
    capacity: '20',
    seatsEach: '4',
    hasWaitingList: true,
    question: `${mark} question`,
    opensAt: null,
    closesHoursBefore: '0',
    eraseAfterDays: '14',
    isOpen: true,
  };
  expectDone(await room.saveOffer(scope, eventId, offer));
  const [opening] = (await room.findOpenings(scope, eventId))!;
  const { recurrenceId } = opening!.date;
  // A ticket is good after three seconds.
  const ticket = () => room.issueTicket({ ...scope, now: () => new Date(scope.now().getTime() - 60_000) });
  const tokenOf = (form: string) =>
    linkToken({ secret, room: 'attendance' }, scope.tenant.id, form.split('.')[0]!);
  const shared = { eventId, recurrenceId, decoy: '', origin: 'http://localhost', address: '127.0.0.1' };

  const signUp = ticket();
  const email = `${mark.toLowerCase()}-guest@example.org`;
  const fields = { name: `${mark} guest`, email, seats: '2', answer: `${mark} answer`, consent: 'ja' };
  expectDone(await room.signUp(scope, { ...shared, ticket: signUp, fields }));
  expectDone(await room.confirm(scope, tokenOf(signUp)));
  const follow = ticket();
  expectDone(
    await room.follow(scope, {
      ...shared,
      ticket: follow,
      fields: { email, reminder: 'day', consent: 'ja' },
    }),
  );
  expectDone(await room.confirmFollow(scope, tokenOf(follow)));
  const { dates } = (await room.findDeskOffer(scope, eventId))!;
  const dateId = dates[0]!.id;
  const message = { dateId, id: newId(), fields: { subject: `${mark} subject`, text: `${mark} text` } };
  expectDone(await room.write(scope, message));
  return {
    dateId,
    signUpId: signUp.split('.')[0]!,
    signUpToken: tokenOf(signUp),
    followToken: tokenOf(follow),
  };
}

function expectDone(outcome: Outcome<unknown, string>): void {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason} ${JSON.stringify(outcome.details)}`);
}
