import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { decodeText } from '../rows/decode.ts';
import type { EncodingFault } from '../rows/decode.ts';
import { rowFault } from '../rows/faults.ts';
import type { RowFault } from '../rows/faults.ts';
import { eventBlocks } from './blocks.ts';
import { readEvent } from './event.ts';
import type { CalendarEvent } from './event.ts';
import { expandSeries, gatherSeries } from './series.ts';

export type CalendarRefusal = EncodingFault | 'calendar-unknown' | 'too-many-items';

export interface Calendar {
  name: string;
  /** The document only takes some events back (`METHOD:CANCEL`); what it does not name goes on. */
  isCancellation: boolean;
  events: CalendarEvent[];
  faults: RowFault[];
}

export interface ReadCalendarOptions {
  contentType?: string | null;
  /**
   * A day: each series becomes its single occurrences, from a year before it to a year after it. Absent: series stay
   * what they are, with their rule and the dates that differ.
   */
  expandAround?: string;
  maxEvents?: number;
}

const MAX_EVENTS = 5000;

/**
 * Reads iCalendar (RFC 5545). Each event stands for itself: one that is broken, has no UID, or names a day that
 * does not exist is a fault with its line, the others are kept.
 */
export function readCalendar(
  bytes: Uint8Array,
  options: ReadCalendarOptions,
): Outcome<Calendar, CalendarRefusal> {
  const decoded = decodeText(bytes, { contentType: options.contentType, guess: true });
  if (!decoded.ok) return decoded;
  const text = decoded.value.replace(/^\ufeff/, '');
  if (!/^\s*BEGIN:VCALENDAR/i.test(text))
    return refuse('calendar-unknown', { values: { part: text.slice(0, 30) } });

  const limit = options.maxEvents ?? MAX_EVENTS;
  const { name, blocks, faults, ...context } = eventBlocks(text);
  if (blocks.length > limit) return refuse('too-many-items', { values: { limit } });

  const read: CalendarEvent[] = [];
  for (const block of blocks) {
    const event = readEvent(block, context);
    if (event.ok) read.push(event.value);
    else {
      faults.push(
        rowFault(event.reason, {
          line: block.line,
          row: block.row,
          id: block.uid,
          value: String(event.details.values?.part ?? ''),
        }),
      );
    }
  }
  const unique = newestOfEach(read, faults);
  const events = options.expandAround
    ? expandSeries(unique, { today: options.expandAround, limit }, faults)
    : gatherSeries(unique, faults);
  return done({
    name,
    isCancellation: context.isCancellation,
    events: events.slice(0, limit),
    faults,
  });
}

/** Some exports hold an event in several states; the last one counts (RFC 5545, section 3.8.7.4). */
function newestOfEach(events: CalendarEvent[], faults: RowFault[]): CalendarEvent[] {
  const byId = new Map<string, CalendarEvent>();
  for (const event of events) {
    const known = byId.get(event.externalId);
    const isNewer =
      known !== undefined &&
      (event.sequence > known.sequence ||
        (event.lastModified?.getTime() ?? 0) > (known.lastModified?.getTime() ?? 0));
    if (known && !isNewer) {
      faults.push(rowFault('id-twice', { line: event.line, row: event.row, field: 'UID', value: event.uid }));
    } else byId.set(event.externalId, event);
  }
  return [...byId.values()];
}
