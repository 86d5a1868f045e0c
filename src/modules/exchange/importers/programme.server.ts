import { readJson, textToMarkdown } from '#platform/formats.server';
import { done, refuse } from '#platform/outcome';
import { articleOf, draftOf, isText } from './importer.ts';
import type { Importer, ImportRow, ReadContext } from './importer.ts';

interface Speaker {
  name: string;
  role?: string | null;
}

interface Session {
  id: string;
  title: string;
  type?: string;
  daypart?: string | null;
  speakers?: Speaker[];
  guests?: Speaker[];
  moderators?: Speaker[];
  organisations?: string[];
  topics?: string[];
  note?: string;
}

interface Programme {
  event: string;
  place?: string;
  exhibitor?: string;
  source?: string;
  year?: number;
  days?: { day: number; motto?: string; sessions: Session[] }[];
  without_day?: Session[];
}

/** The programme of a stand at a fair: one article a session, with the id `sccon:<id>`. */
export const programmeImporter: Importer = {
  targets: ['articles'],
  read(bytes, context) {
    const read = readJson(bytes);
    if (!read.ok) return read;
    const programme = (read.value ?? {}) as Programme;
    if (!isText(programme.event) || !Array.isArray(programme.days))
      return refuse('format-unknown', { values: { part: 'days' } });

    const sessions = [
      ...programme.days.flatMap(({ day, motto, sessions: ofDay }) =>
        ofDay.map((session) => ({ session, day, motto: motto ?? '' })),
      ),
      ...(programme.without_day ?? []).map((session) => ({ session, day: null, motto: '' })),
    ];
    const rows = sessions.map(({ session, day, motto }, i) =>
      toRow(session, { day, motto, row: i + 1 }, programme, context),
    );
    return done({ rows, faults: [] });
  },
};

function toRow(
  session: Session,
  on: { day: number | null; motto: string; row: number },
  programme: Programme,
  context: ReadContext,
): ImportRow {
  const sentences = [
    whenAndWhere(session, on, programme),
    people('Es sprachen', 'Es sprach', session.speakers),
    session.organisations?.length
      ? `Beteiligt: ${session.organisations.map(textToMarkdown).join(', ')}.`
      : '',
    people('Zu Gast waren', 'Zu Gast war', session.guests),
    people('Es moderierten', 'Es moderierte', session.moderators),
    session.topics?.length ? `Themen: ${session.topics.map(textToMarkdown).join(', ')}.` : '',
    session.note ? textToMarkdown(session.note) : '',
  ];
  return {
    line: null,
    row: on.row,
    externalId: `sccon:${session.id}`,
    draft: draftOf(context, {
      title: session.title,
      body: sentences.filter(Boolean).join(' '),
      sourceName: programme.source ?? context.sourceName,
      sourceDate: programme.year ? String(programme.year) : null,
    }),
    details: articleOf(context, { position: on.row, confidence: 'high' }),
  };
}

function whenAndWhere(
  session: Session,
  on: { day: number | null; motto: string },
  programme: Programme,
): string {
  const what = `${session.type ?? 'Programmpunkt'} „${textToMarkdown(session.title)}“`;
  const where = `am Stand von ${programme.exhibitor ?? programme.event} auf der ${programme.event}${programme.place ? ` in ${programme.place}` : ''}`;
  if (on.day === null) return `${what} ${where}.`;
  const part = session.daypart ? ` am ${session.daypart}` : '';
  return `${what} am ${on.day}. Tag${part} ${where}${on.motto ? ` (Motto: ${textToMarkdown(on.motto)})` : ''}.`;
}

function people(many: string, one: string, speakers: Speaker[] | undefined): string {
  if (!speakers?.length) return '';
  const names = speakers.map(({ name, role }) => (role ? `${name} (${role})` : name));
  return `${names.length > 1 ? many : one} ${names.map(textToMarkdown).join(', ')}.`;
}
