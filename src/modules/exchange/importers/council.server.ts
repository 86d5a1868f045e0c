import { isCivilDate, showPartialDate } from '#platform/formats';
import { readJson, textToMarkdown } from '#platform/formats.server';
import { done, refuse } from '#platform/outcome';
import type { ImportFault } from '../model.ts';
import { articleOf, draftOf, isText, publisherOf } from './importer.ts';
import type { Importer, ImportRow, ReadContext } from './importer.ts';

interface AgendaItem {
  body: string;
  date: string;
  time?: string | null;
  number?: string | null;
  title?: string;
  result?: string | null;
  room?: string;
  public?: boolean;
  url?: string;
}

interface CouncilFile {
  bodies?: { id: string; name: string }[];
  agenda_items?: AgendaItem[];
  meetings_2018?: AgendaItem[];
  meetings_2018_source?: string;
}

/** Bodies, agenda items and meetings of a council; one article a sitting, with the id `council:<body>@<date>`. */
export const councilImporter: Importer = {
  targets: ['articles', 'notices'],
  read(bytes, context) {
    const read = readJson(bytes);
    if (!read.ok) return read;
    const file = (read.value ?? {}) as CouncilFile;
    if (!Array.isArray(file.bodies)) return refuse('format-unknown', { values: { part: 'bodies' } });

    const names = new Map(file.bodies.map((body) => [body.id, body.name]));
    const faults: ImportFault[] = [];
    const sittings = new Map<string, { row: number; items: AgendaItem[] }>();
    const listed = [
      ...(file.agenda_items ?? []),
      ...(file.meetings_2018 ?? []).map((meeting) => ({
        ...meeting,
        url: meeting.url ?? file.meetings_2018_source,
      })),
    ];
    listed.forEach((item, i) => {
      const reason = !names.has(item.body)
        ? 'body-unknown'
        : !isCivilDate(item.date ?? '')
          ? 'date-not-understood'
          : null;
      if (reason) {
        faults.push({
          line: null,
          row: i + 1,
          field: null,
          reason,
          value: item.title ?? item.body ?? null,
          kept: false,
        });
        return;
      }
      const id = `council:${item.body}@${item.date}`;
      const known = sittings.get(id);
      if (known) known.items.push(item);
      else sittings.set(id, { row: i + 1, items: [item] });
    });
    const rows = [...sittings].map(([id, { row, items }]) =>
      sittingRow(id, row, items, names.get(items[0]!.body)!, context),
    );
    return done({ rows: [bodiesRow(file.bodies, context), ...rows], faults });
  },
};

function bodiesRow(bodies: { name: string }[], context: ReadContext): ImportRow {
  const list = bodies.map((body) => `- ${textToMarkdown(body.name)}`).join('\n');
  return {
    line: null,
    row: null,
    externalId: 'council:bodies',
    slug: 'gremien',
    draft: draftOf(context, {
      title: 'Gremien der Stadtvertretung',
      body: `Diese Gremien beraten und entscheiden:\n\n${list}`,
    }),
    details: articleOf(context, { confidence: 'high' }),
  };
}

function sittingRow(
  id: string,
  row: number,
  items: AgendaItem[],
  body: string,
  context: ReadContext,
): ImportRow {
  const { date } = items[0]!;
  const title = items.map((item) => item.title).find(isText) ?? 'Sitzung';
  const url = items.map((item) => item.url).find(isText) ?? null;
  return {
    line: null,
    row,
    externalId: id,
    draft: draftOf(context, {
      title: `${title} – ${body}, ${showPartialDate(date)}`.slice(0, 300),
      body: items.map((item) => sentence(item, body)).join('\n\n'),
      sourceName: publisherOf(context, url),
      sourceUrl: url,
      sourceDate: date,
    }),
    details: articleOf(context, { confidence: 'high' }),
  };
}

function sentence(item: AgendaItem, body: string): string {
  const time = item.time ? ` um ${item.time} Uhr` : '';
  const room = item.room ? ` in ${item.room}` : '';
  const openness = item.public === false ? ' Die Sitzung war nicht öffentlich.' : '';
  const met = `${textToMarkdown(body)}: Sitzung am ${showPartialDate(item.date)}${time}${room}.${openness}`;
  if (!isText(item.title)) return met;
  const number = item.number ? ` ${item.number}` : '';
  const result = item.result ? ` Ergebnis: ${textToMarkdown(item.result)}.` : '';
  return `${met} Tagesordnungspunkt${number}: „${textToMarkdown(item.title)}“.${result}`;
}
