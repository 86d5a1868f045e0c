import { instantOf, isCivilDate } from './berlin.ts';

const MONTHS: Record<string, number> = {
  jan: 1,
  feb: 2,
  mar: 3,
  mär: 3,
  mrz: 3,
  apr: 4,
  may: 5,
  mai: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  okt: 10,
  nov: 11,
  dec: 12,
  dez: 12,
};

/** Hours east of UTC of the zone names of RFC 822 and of those German servers write. */
const ZONES: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  cet: 1,
  met: 1,
  mez: 1,
  cest: 2,
  mest: 2,
  mesz: 2,
  wet: 0,
  bst: 1,
  eet: 2,
  eest: 3,
};

/**
 * The instant a feed means: RFC 822 (`Mon, 27 Jul 2026 10:00:00 +0200`, also with German month names, `MEZ`,
 * without seconds or zone) or RFC 3339 (`2026-07-27T10:00:00Z`, also a date alone). Without a zone the town's own
 * time is meant. Null when the text is neither, or names a day or time that does not exist.
 */
export function readInstant(text: string): Date | null {
  const trimmed = text.trim();
  return readRfc3339(trimmed) ?? readRfc822(trimmed) ?? readGerman(trimmed);
}

function readRfc3339(text: string): Date | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)?\s*(Z|z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  if (!match) return null;
  const [, date, time, seconds, zone] = match;
  return instant(date!, `${time ?? '00:00'}${seconds ?? ':00'}`, zone ?? null);
}

function readRfc822(text: string): Date | null {
  const match =
    /^(?:\p{L}+\.?,?\s+)?(\d{1,2})\.?\s+(\p{L}{3})\p{L}*\.?\s+(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?:\s*(\p{L}+|[+-]\d{2}:?\d{2}))?(?:\s*\(.*\))?$/u.exec(
      text,
    );
  if (!match) return null;
  const [, day, monthName, yearText, hour = '0', minute = '00', second = '00', zone] = match;
  const month = MONTHS[monthName!.toLowerCase()];
  if (!month) return null;
  const year = yearText!.length === 2 ? 2000 + Number(yearText) : Number(yearText);
  const date = `${year}-${String(month).padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return instant(date, `${hour.padStart(2, '0')}:${minute}:${second}`, zone ?? null);
}

/** `27.07.2026` or `27.07.2026 10:00 Uhr`. */
function readGerman(text: string): Date | null {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2})[:.](\d{2})(?:\s*Uhr)?)?$/.exec(text);
  if (!match) return null;
  const [, day, month, year, hour = '0', minute = '00'] = match;
  const date = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return instant(date, `${hour.padStart(2, '0')}:${minute}:00`, null);
}

function instant(date: string, time: string, zone: string | null): Date | null {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  if (!isCivilDate(date) || hour > 23 || minute > 59 || second > 60) return null;
  if (zone === null) return instantOf(date, time);
  const offset = zoneMinutes(zone);
  return offset === null
    ? null
    : new Date(Date.parse(`${date}T00:00:00Z`) + (hour * 3600 + minute * 60 + second - offset * 60) * 1000);
}

function zoneMinutes(zone: string): number | null {
  const numeric = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
    return minutes > 14 * 60 ? null : numeric[1] === '-' ? -minutes : minutes;
  }
  const hours = ZONES[zone.toLowerCase()];
  return hours === undefined ? null : hours * 60;
}
