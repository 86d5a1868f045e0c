import { civilDate } from '#platform/formats';
import { readCalendar, textToMarkdown } from '#platform/formats.server';
import type { CalendarEvent } from '#platform/formats.server';
import { done } from '#platform/outcome';
import { draftOf, dropped } from './importer.ts';
import type { Importer, ImportRow, ReadContext } from './importer.ts';

/** iCalendar: each event, and each occurrence of a series, becomes an event of the town. */
export const calendarImporter: Importer = {
  targets: ['events'],
  read(bytes, context) {
    const read = readCalendar(bytes, { contentType: context.contentType, today: civilDate(context.now) });
    if (!read.ok) return read;
    const { events, faults } = read.value;
    return done({ rows: events.map((event) => toRow(event, context)), faults: dropped(faults) });
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
    },
  };
}
