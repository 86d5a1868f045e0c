import { addDays, civilDate, instantOf, isCivilDate, isMoment, momentOf, weekdayOf } from '#platform/formats';
import { readJson } from '#platform/formats.server';
import { done, refuse } from '#platform/outcome';
import type { ImportFault } from '../model.ts';
import { draftOf, isText } from './importer.ts';
import type { Importer, ImportRow, ReadContext } from './importer.ts';

const DATED = ['startsAt', 'endsAt', 'publishAt', 'expireAt'] as const;

/**
 * The app's own plain form (`{ entries: [{ externalId, title, body, …, details: {…} }] }`), for examples and for moving in.
 * Times are `2026-12-05 10:00`, or count from the day of the import: `+5 10:00` (five days on), `Do+1 08:00` (the
 * Thursday after next Thursday, or today's Thursday with `Do+0`), or `Do+3-1 08:00` (the day before that Thursday). The
 * dates of a series that differ are named the same way.
 */
export const entriesImporter: Importer = {
  targets: ['news', 'notices', 'events', 'places', 'tours', 'articles'],
  read(bytes, context) {
    const read = readJson(bytes);
    if (!read.ok) return read;
    const entries = (read.value as { entries?: unknown } | null)?.entries;
    if (!Array.isArray(entries)) return refuse('format-unknown', { values: { part: 'entries' } });
    const rows: ImportRow[] = [];
    const faults: ImportFault[] = [];
    entries.forEach((entry: Record<string, unknown> | null, i) => {
      const outcome = toRow(entry ?? {}, i + 1, context);
      if ('reason' in outcome) faults.push({ line: null, row: i + 1, kept: false, ...outcome });
      else rows.push(outcome);
    });
    return done({ rows, faults });
  },
};

type Refused = { reason: string; field: string; value: string | null };

function toRow(entry: Record<string, unknown>, row: number, context: ReadContext): ImportRow | Refused {
  const { externalId, details = {}, slug, ...draft } = entry;
  if (!isText(externalId)) return { reason: 'id-missing', field: 'externalId', value: null };
  if (!isText(draft.title)) return { reason: 'title-missing', field: 'title', value: externalId };
  const values = { ...draft, details: { ...(details as object) } } as Record<string, unknown> & {
    details: Record<string, unknown>;
  };
  for (const holder of [values, values.details]) {
    for (const name of DATED) {
      if (holder[name] === undefined || holder[name] === null) continue;
      const instant = readMoment(String(holder[name]), context.now);
      if (!instant) return { reason: 'date-not-understood', field: name, value: String(holder[name]) };
      holder[name] = instant;
    }
    for (const name of ['displayedFrom', 'deadline', 'sourceDate']) {
      if (typeof holder[name] === 'string' && /^[+-]\d+$/.test(holder[name])) {
        holder[name] = addDays(civilDate(context.now), Number(holder[name]));
      }
    }
  }
  const overrides = datesOfSeries(values.details, context.now);
  if (overrides === null) return { reason: 'date-not-understood', field: 'overrides', value: externalId };
  if (overrides.length > 0) values.details.overrides = overrides;
  const { details: checked, ...rest } = values;
  return {
    line: null,
    row,
    externalId,
    ...(isText(slug) ? { slug } : {}),
    draft: draftOf(context, rest as unknown as ImportRow['draft']),
    details: checked,
  };
}

/** The dates of a series that differ, their times as the calendar keeps them; null when one is not understood. */
function datesOfSeries(details: Record<string, unknown>, now: Date): Record<string, unknown>[] | null {
  const given = Array.isArray(details.overrides) ? (details.overrides as Record<string, unknown>[]) : [];
  const read = given.map((override) => {
    const times = ['recurrenceId', 'start', 'end'].filter((name) => isText(override[name]));
    const moments = times.map((name) => [
      name,
      momentFor(String(override[name]), now, details.allDay === true),
    ]);
    return { ...override, ...(Object.fromEntries(moments) as Record<string, string | null>) };
  });
  const isClear = read.every((override) => Object.values(override).every((value) => value !== null));
  return isClear ? read : null;
}

function momentFor(text: string, now: Date, allDay: boolean): string | null {
  if (isMoment(text)) return text;
  const instant = readMoment(text, now);
  return instant && momentOf(instant, allDay);
}

const WEEKDAYS = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'];

function readMoment(text: string, now: Date): Date | null {
  const match =
    /^(?:(\d{4}-\d{2}-\d{2})|([+-]\d+)|(Mo|Di|Mi|Do|Fr|Sa|So)\+(\d+)([+-]\d+)?)(?: (\d{2}:\d{2}))?$/.exec(
      text,
    );
  if (!match) return null;
  const [, date, days, weekday, weeks, shift, time] = match;
  const today = civilDate(now);
  if (date) return isCivilDate(date) ? instantOf(date, time) : null;
  if (days) return instantOf(addDays(today, Number(days)), time);
  const ahead = (WEEKDAYS.indexOf(weekday!) + 1 - weekdayOf(today) + 7) % 7;
  return instantOf(addDays(today, ahead + 7 * Number(weeks) + Number(shift ?? 0)), time);
}
