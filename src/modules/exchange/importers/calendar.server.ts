import { civilDate, momentOf } from '#platform/formats';
import { readCalendar, textToMarkdown } from '#platform/formats.server';
import type { CalendarEvent } from '#platform/formats.server';
import { done } from '#platform/outcome';
import { draftOf, dropped } from './importer.ts';
import type { Importer, ImportRow, ReadContext } from './importer.ts';

/** iCalendar: each event becomes an event of the town, a series with its rule and the dates that differ. */
export const calendarImporter: Importer = {
  targets: ['events'],
  read(bytes, context) {
    const read = readCalendar(bytes, { contentType: context.contentType });
    if (!read.ok) return read;
    const { events, faults, isCancellation } = read.value;
    return done({
      rows: events.map((event) => toRow(event, context)),
      faults: dropped(faults),
      isExcerpt: isCancellation,
    });
  },
};

function toRow(event: CalendarEvent, context: ReadContext): ImportRow {
  const category = event.categories.map((name) => context.mapping.categories?.[name]).find(Boolean);
  return {
    line: event.line,
    row: event.row,
    externalId: event.externalId,
    draft: draftOf(context, {
      title: event.summary.slice(0, 300),
      body: textToMarkdown(event.description),
      sourceUrl: event.url ?? context.url,
      sourceDate: event.lastModified ? civilDate(event.lastModified) : null,
      ...(category ? { category } : {}),
    }),
    details: {
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      allDay: event.allDay,
      status: event.status,
      venue: event.location.slice(0, 200),
      organizer: event.organizer.slice(0, 200),
      link: event.url,
      rule: event.rule,
      added: event.added,
      excluded: event.excluded,
      overrides: event.overrides.map((date) => overrideOf(event, date)),
    },
  };
}

/** What is different on one date of a series; what is as in the series stays empty. */
function overrideOf(series: CalendarEvent, date: CalendarEvent): Record<string, unknown> {
  const start = momentOf(date.startsAt, series.allDay);
  const isLonger = lengthOf(date) !== lengthOf(series);
  return {
    recurrenceId: date.recurrenceId,
    start: start === date.recurrenceId ? null : start,
    end: date.endsAt && isLonger ? momentOf(date.endsAt, series.allDay) : null,
    status: date.status,
    title: date.summary === series.summary ? null : date.summary.slice(0, 300),
    venue: date.location === series.location ? null : date.location.slice(0, 200),
  };
}

function lengthOf({ startsAt, endsAt }: CalendarEvent): number | null {
  return endsAt && endsAt.getTime() - startsAt.getTime();
}
