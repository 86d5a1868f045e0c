import { createPlaceOwners } from '#modules/places.server';
import { linkToken } from '#platform/forms.server';
import type { TenantScope } from '#platform/scope.server';

/** An owner of a town's public place, who sent a correction. */
export interface SeededOwner {
  entryId: string;
  token: string;
  correctionId: string;
}

export async function seedOwner(
  scope: TenantScope,
  mark: string,
  { entryId, secret }: { entryId: string; secret: string },
): Promise<SeededOwner> {
  const room = createPlaceOwners({ secret, mail: { send: async () => undefined } });
  const email = `${mark.toLowerCase()}-owner@example.org`;
  const invited = await room.invite(scope, { entryId, email, trusted: false, origin: 'http://localhost' });
  if (!invited.ok) throw new Error(`the owner was refused: ${JSON.stringify(invited)}`);
  const token = linkToken({ secret, room: 'places' }, scope.tenant.id, `${entryId} 1`);
  // A ticket is good after three seconds.
  const ticket = room.issueTicket({ ...scope, now: () => new Date(scope.now().getTime() - 60_000) });
  const sent = await room.confirm(scope, { token, ticket, decoy: '', form: ownerFormOf(mark) });
  if (!sent.ok) throw new Error(`the correction was refused: ${JSON.stringify(sent)}`);
  return { entryId, token, correctionId: ticket.split('.')[0]! };
}

/** What an owner would send, with the mark in every free text. */
export function ownerFormOf(mark: string): Record<string, string> {
  return {
    summary: `${mark} correction`,
    openingHours: 'Mo 09:00-12:00',
    hoursNote: `${mark} note`,
    exceptions: '',
    phone: '',
    email: '',
    website: '',
    note: `${mark} message`,
  };
}
