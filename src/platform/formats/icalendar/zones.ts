import { instantOf } from '../dates/berlin.ts';

/** Central European time under its own names, those of its neighbours, and those of Microsoft and older programs. */
const TOWN_TIME =
  /^(Europe\/(Berlin|Busingen|Vienna|Zurich|Amsterdam|Brussels|Paris|Rome|Madrid|Prague|Copenhagen|Warsaw|Budapest|Luxembourg|Stockholm|Oslo|Ljubljana|Zagreb|Bratislava)|W\. ?Europe( Standard Time)?|(Romance|Central Europe(an)?) Standard Time|CES?T|MES?Z|CET-1CEST.*)$|Berlin|Mitteleurop/i;

const UTC = /^(Etc\/)?(UTC|GMT|Z|Zulu)$/i;

/** What Microsoft calls zones that people in Germany do write into their calendars. */
const WINDOWS_NAMES: Record<string, string> = {
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 'Atlantic/Reykjavik',
  'e. europe standard time': 'Europe/Chisinau',
  'fle standard time': 'Europe/Kyiv',
  'gtb standard time': 'Europe/Bucharest',
  'turkey standard time': 'Europe/Istanbul',
  'russian standard time': 'Europe/Moscow',
  'eastern standard time': 'America/New_York',
  'central standard time': 'America/Chicago',
  'mountain standard time': 'America/Denver',
  'pacific standard time': 'America/Los_Angeles',
  'china standard time': 'Asia/Shanghai',
  'tokyo standard time': 'Asia/Tokyo',
  'india standard time': 'Asia/Kolkata',
};

/** The time zones of one calendar document. */
export interface CalendarZones {
  /** What times without a zone mean here (`X-WR-TIMEZONE`); null is the town’s own time. */
  floating: string | null;
  /** TZIDs whose own VTIMEZONE says +01:00 in winter and +02:00 in summer, whatever they are called. */
  townTime: ReadonlySet<string>;
}

/** Whether a zone keeps the clock of the town. */
export function isTownTime(zone: string, zones: CalendarZones): boolean {
  return TOWN_TIME.test(zone) || zones.townTime.has(zone);
}

/** The instant of a local time in a zone; null when nobody knows the zone. */
export function instantInZone(date: string, time: string, zone: string, zones: CalendarZones): Date | null {
  if (isTownTime(zone, zones)) return instantOf(date, time);
  if (UTC.test(zone)) return new Date(`${date}T${time}Z`);
  const clock = clockOf(zone);
  if (!clock) return null;
  const asUtc = Date.parse(`${date}T${time}Z`);
  // Two rounds are enough: the first guess is off by at most the change of the clock.
  const guess = asUtc - offsetMs(clock, asUtc);
  return new Date(asUtc - offsetMs(clock, guess));
}

const clocks = new Map<string, Intl.DateTimeFormat | null>();

function clockOf(zone: string): Intl.DateTimeFormat | null {
  // Some programs put their own name before it: /mozilla.org/20050126_1/Asia/Tokyo.
  const name = WINDOWS_NAMES[zone.toLowerCase()] ?? /[A-Z][A-Za-z_]+\/[A-Z][A-Za-z_/+-]+$/.exec(zone)?.[0];
  if (!name) return null;
  const known = clocks.get(name);
  if (known !== undefined) return known;
  const made = makeClock(name);
  // Names come from outside; a document with a thousand of them must not fill the memory.
  if (clocks.size < 200) clocks.set(name, made);
  return made;
}

function makeClock(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    return null;
  }
}

function offsetMs(clock: Intl.DateTimeFormat, instant: number): number {
  const parts = Object.fromEntries(
    clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

/** Reads the offsets of a VTIMEZONE: TZID when it keeps the town’s time, else null. */
export function townTimeZone(lines: readonly string[]): string | null {
  const id = lines.find((line) => /^TZID[;:]/i.test(line))?.replace(/^TZID[^:]*:/i, '');
  const offsets = new Set(lines.flatMap((line) => /^TZOFFSETTO:([+-]\d{4})/i.exec(line)?.[1] ?? []));
  const hasBoth = offsets.size === 2 && offsets.has('+0100') && offsets.has('+0200');
  return id && hasBoth ? id.trim() : null;
}
