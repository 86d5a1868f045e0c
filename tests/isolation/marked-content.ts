import type { AnyKind } from '#modules/publishing.server';
import type { DetailField, EntryDraft } from '#modules/publishing';
import { momentOf } from '#platform/formats';

const DAY_MS = 86_400_000;
export const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

/** What a kind needs beyond the shared entry, with `tag` in every free text. */
export function markedDetails(kind: AnyKind, tag: string, number: number): Record<string, unknown> {
  const link = linkTo(tag);
  const byKind: Record<string, Record<string, unknown>> = {
    news: { isAlert: true, link },
    notice: {
      issuer: `${tag} issuer`,
      fileNumber: `${tag} file`,
      displayedFrom: '2026-11-01',
      deadline: inDays(60).toISOString().slice(0, 10),
    },
    event: {
      startsAt: inDays(10 + number),
      endsAt: new Date(inDays(10 + number).getTime() + 7_200_000),
      venue: `${tag} venue`,
      street: `${tag} street`,
      organizer: `${tag} organizer`,
      contact: `${tag} contact`,
      price: `${tag} price`,
      link,
      uid: `${joined(tag)}-${number}@example.org`,
      rule: 'FREQ=WEEKLY;COUNT=3',
      overrides: [
        {
          recurrenceId: momentOf(inDays(10 + number), false),
          title: `${tag} date`,
          venue: `${tag} hall`,
          street: `${tag} lane`,
          note: `${tag} note`,
        },
      ],
    },
    place: {
      street: `${tag} street`,
      postcode: tag.slice(0, 10),
      city: `${tag} city`,
      latitude: 53.4 + number / 1000,
      longitude: 11.1 + number / 1000,
      positionNote: `${tag} position`,
      openingHours: 'Mo-Su 00:00-24:00',
      hoursNote: `${tag} hours`,
      exceptions: [`24.12.2099: geschlossen (${tag} exception)`],
      closedReason: `${tag} reason`,
      withinNote: `${tag} room`,
      phone: `${tag} phone`,
      email: `${joined(tag)}@example.org`,
      website: link,
      stopId: `${tag} stop`,
      products: [`${tag} product`],
    },
    tour: {
      means: 'walk',
      stops: [`53.4, 11.1: ${tag} point: ${tag} text`],
      line: [
        [11.1, 53.4],
        [11.2, 53.4],
      ],
    },
    article: {
      topic: `${tag} topic`,
      position: number,
      contactRole: `${tag} role`,
      confidence: 'high',
      level: 'town',
      levelName: `${tag} level`,
      subject: 'institution',
      abilities: `${tag} ability`,
      furtherSources: [link],
    },
  };
  return (
    byKind[kind.kind] ?? Object.fromEntries(kind.fields.map((field) => [field.name, markedValue(field, tag)]))
  );
}

/** What a form would say about a field of a kind nobody described here. */
function markedValue({ input, options }: DetailField, tag: string): unknown {
  if (input === 'select') return options?.[0];
  if (input === 'list') return options ? options.slice(0, 1) : [tag];
  if (input === 'checkbox') return true;
  if (input === 'number') return 1;
  if (input === 'date') return inDays(30).toISOString().slice(0, 10);
  if (input === 'datetime') return inDays(30);
  if (input === 'url') return linkTo(tag);
  if (input === 'email') return `${joined(tag)}@example.org`;
  return tag;
}

/** The shared part of an entry with `tag` in every free text, and a word to search for. */
export function markedDraft(tag: string, title: string, word: string): EntryDraft {
  return {
    title: `${title} ${tag}`,
    summary: `${tag} summary.`,
    body: `## ${word} ${title}\n\nDas ${word} öffnet am Dienstag um zehn Uhr, sagt ${tag} body.\n\n- ${tag} list`,
    category: null,
    area: `${tag} area`,
    sourceName: `${tag} source`,
    sourceUrl: linkTo(`${tag} source`),
    sourceDate: '2026-11-01',
    licence: `${tag} licence`,
    attribution: `${tag} attribution`,
  };
}

/** Settings of a town with `tag` in every free text. */
export function markedSettings(tag: string) {
  return {
    tagline: `${tag} tagline`,
    localities: [`${tag} locality`],
    contacts: [
      {
        role: `${tag} role`,
        topics: [`${tag} topic`],
        phone: `${tag} phone`,
        email: `${joined(tag)}@example.org`,
        street: `${tag} street`,
        url: linkTo(tag),
        note: `${tag} note`,
      },
    ],
    defaultContactRole: `${tag} role`,
    imprint: `${tag} imprint`,
    privacy: `${tag} privacy`,
    accessibility: `${tag} accessibility`,
    securityContact: `${joined(tag)}@example.org`,
  };
}

function linkTo(tag: string): string {
  return `https://example.org/${joined(tag)}`;
}

function joined(tag: string): string {
  return tag.replaceAll(' ', '-');
}
