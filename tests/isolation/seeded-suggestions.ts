import { createSuggestions } from '#modules/suggestions.server';
import { linkToken } from '#platform/forms.server';
import type { PictureKeeper } from '#modules/publishing.server';
import { civilDate } from '#platform/formats';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';

/** What somebody suggested to a town, and an organiser with an event of their own. */
export interface SeededSuggestions {
  id: string;
  token: string;
  /** Seen by nobody but its suggester yet. */
  previewToken: string;
  organiserId: string;
  organiserToken: string;
  eventId: string;
}

export async function seedSuggestions(
  scope: TenantScope,
  mark: string,
  { secret, keepPicture }: { secret: string; keepPicture: PictureKeeper },
): Promise<SeededSuggestions> {
  const room = createSuggestions({
    secret,
    keepPicture,
    files: { async *list() {}, remove: async () => undefined },
    mail: { send: async () => undefined },
    // Nobody signs up for what is suggested here.
    guests: {
      listOffers: async () => [],
      findOffer: async () => null,
      findList: async () => null,
      exportList: async () => null,
    },
    throttled: false,
  });
  const fields = suggested(mark);
  const shared = { fields, picture: null, decoy: '', origin: 'http://localhost', address: '127.0.0.1' };
  // A ticket is good after three seconds.
  const ticket = () => room.issueTicket({ ...scope, now: () => new Date(scope.now().getTime() - 60_000) });
  const tokenOf = (form: string) =>
    linkToken({ secret, room: 'suggestions' }, scope.tenant.id, form.split('.')[0]!);
  const sent = ticket();
  expectDone(await room.preview(scope, { ...shared, ticket: sent }));
  expectDone(await room.send(scope, tokenOf(sent)));
  const preview = ticket();
  expectDone(await room.preview(scope, { ...shared, ticket: preview }));

  const address = `${mark.toLowerCase()}-club@example.org`;
  expectDone(
    await room.invite(scope, {
      fields: { name: `${mark} club`, email: address },
      origin: 'http://localhost',
    }),
  );
  const [organiser] = await room.listOrganisers(scope);
  const until = (scope.now().getTime() + 3_600_000).toString(36);
  const signed = linkToken(
    { secret, room: 'suggestions' },
    scope.tenant.id,
    `organiser ${organiser!.id} 1 ${until}`,
  );
  const organiserToken = `${organiser!.id}.${until}.${signed}`;
  const { title: _, ...event } = fields;
  const saved = await room.saveOwnEvent(scope, organiserToken, {
    fields: { ...event, title: `${mark} own event` },
    picture: null,
  });
  if (!saved.ok) throw new Error(`refused: ${saved.reason} ${JSON.stringify(saved.details)}`);
  return {
    id: sent.split('.')[0]!,
    token: tokenOf(sent),
    previewToken: tokenOf(preview),
    organiserId: organiser!.id,
    organiserToken,
    eventId: saved.value.id,
  };
}

/** What a form about an event says, with `mark` in every text. */
export function suggested(mark: string): Record<string, string | string[]> {
  return {
    title: `${mark} suggested`,
    day: civilDate(new Date(Date.now() + 30 * 86_400_000)),
    from: '18:00',
    venue: `${mark} venue`,
    description: `${mark} description`,
    organizer: `${mark} organizer`,
    contact: `${mark} contact`,
    accessibility: ['step-free'],
    name: `${mark} name`,
    email: `${mark.toLowerCase()}@example.org`,
    consent: 'ja',
  };
}

function expectDone(outcome: Outcome<unknown, string>): void {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason} ${JSON.stringify(outcome.details)}`);
}
