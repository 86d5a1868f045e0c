import { readInstant } from '#platform/formats';
import { readTable, textToMarkdown } from '#platform/formats.server';
import type { TableRow } from '#platform/formats.server';
import { done, refuse } from '#platform/outcome';
import type { ImportFault } from '../model.ts';
import { draftOf, dropped } from './importer.ts';
import type { Importer, ImportRow, ReadContext } from './importer.ts';

/** Column names a clerk would write, by the field they fill. The mapping can name others. */
const COLUMNS: Record<string, readonly string[]> = {
  id: ['id', 'nr', 'nummer', 'kennung'],
  title: ['titel', 'title', 'name', 'bezeichnung', 'veranstaltung'],
  summary: ['zusammenfassung', 'summary', 'untertitel'],
  body: ['text', 'beschreibung', 'body', 'description'],
  category: ['kategorie', 'rubrik', 'category', 'art'],
  area: ['ortsteil', 'area'],
  sourceUrl: ['link', 'url', 'quelle'],
  sourceDate: ['stand', 'datum der quelle'],
  startsAt: ['beginn', 'start', 'von', 'datum'],
  endsAt: ['ende', 'end', 'bis'],
  venue: ['ort', 'veranstaltungsort', 'venue'],
  organizer: ['veranstalter', 'organizer'],
  price: ['preis', 'eintritt', 'price'],
  street: ['straße', 'strasse', 'street', 'adresse'],
  postcode: ['plz', 'postleitzahl', 'postcode'],
  city: ['ort', 'stadt', 'gemeinde', 'city'],
  latitude: ['breite', 'lat', 'latitude'],
  longitude: ['länge', 'lon', 'lng', 'longitude'],
  openingHours: ['öffnungszeiten', 'opening_hours'],
  phone: ['telefon', 'tel', 'phone'],
  email: ['e-mail', 'email', 'mail'],
  website: ['webseite', 'website', 'homepage', 'internet'],
  topic: ['thema', 'topic'],
  contactRole: ['ansprechstelle', 'kontakt', 'zuständig'],
};

const IN_DRAFT = ['title', 'summary', 'category', 'area', 'sourceUrl', 'sourceDate'];
const NOT_IN_DETAILS = [...IN_DRAFT, 'id', 'body'];

/** A table from an office program, e.g. the list of a club: one row, one entry. */
export const tableImporter: Importer = {
  targets: ['events', 'places', 'news', 'articles'],
  read(bytes, context) {
    const read = readTable(bytes);
    if (!read.ok) return read;
    const fields = fieldsOf(read.value.columns, context);
    if (!fields.title) return refuse('format-unknown', { values: { part: 'Titel' } });
    const faults = dropped(read.value.faults);
    const rows: ImportRow[] = [];
    for (const row of read.value.rows) {
      const outcome = toRow(row, fields, context);
      if ('reason' in outcome) faults.push(outcome);
      else rows.push(outcome);
    }
    return done({ rows, faults });
  },
};

/** Field → column as the head row spells it. */
function fieldsOf(columns: readonly string[], context: ReadContext): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [field, names] of Object.entries(COLUMNS)) {
    const wanted = context.mapping.fields?.[field];
    const column = columns.find((name) => (wanted ? name === wanted : names.includes(name.toLowerCase())));
    if (column) found[field] = column;
  }
  return found;
}

function toRow(
  { line, row, cells }: TableRow,
  fields: Record<string, string>,
  context: ReadContext,
): ImportRow | ImportFault {
  const cell = (field: string) => cells[fields[field] ?? '']?.trim() ?? '';
  const title = cell('title');
  const fault = (reason: string, field: string): ImportFault => ({
    line,
    row,
    field,
    reason,
    value: title || cell(field) || null,
    kept: false,
  });
  if (!title) return fault('title-missing', 'title');

  const details: Record<string, unknown> = {};
  for (const field of Object.keys(fields)) {
    if (NOT_IN_DETAILS.includes(field) || !cell(field)) continue;
    const value = detailOf(field, cell(field));
    if (value === null)
      return fault(field.endsWith('tude') ? 'coordinates-wrong' : 'date-not-understood', field);
    details[field] = value;
  }
  const draft = Object.fromEntries(
    IN_DRAFT.filter((field) => cell(field)).map((field) => [field, cell(field)]),
  );
  return {
    line,
    row,
    // Without an id of its own a row is known by what it is called and when it begins.
    externalId: cell('id') || [title, cell('startsAt'), cell('street')].filter(Boolean).join(' | '),
    draft: draftOf(context, { ...draft, title, body: textToMarkdown(cell('body')) }),
    details,
  };
}

function detailOf(field: string, text: string): unknown {
  if (field === 'startsAt' || field === 'endsAt') return readInstant(text);
  if (field !== 'latitude' && field !== 'longitude') return text;
  const degrees = Number(text.replace(',', '.'));
  return Number.isFinite(degrees) ? degrees : null;
}
