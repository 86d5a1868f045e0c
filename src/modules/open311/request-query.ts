import type { PublicFilter } from '#modules/reports';
import { readInstant } from '#platform/formats';

export interface RequestQuery {
  filter: PublicFilter;
  /** Only what lies so near. */
  near: { lat: number; long: number; meters: number } | null;
  page: number;
  pageSize: number;
  isExtended: boolean;
}

export const LARGEST_PAGE = 1000;
const PAGE_SIZE = 100;
const DEFAULT_DAYS = 90;
const LARGEST_RADIUS_METERS = 100_000;

/** What a client wants of the list. A parameter that cannot be understood is named, so that nobody gets less than asked. */
export function readRequestQuery(
  query: URLSearchParams,
  now: Date,
): { ok: true; query: RequestQuery } | { ok: false; fault: string; name: string } {
  const wrong: string[] = [];
  const text = (name: string) => query.get(name)?.trim() || null;
  const time = (name: string) => {
    const given = text(name);
    const read = given === null ? null : readInstant(given);
    if (given !== null && !read) wrong.push(name);
    return read;
  };
  const number = (name: string, least: number, most: number) => {
    const given = text(name);
    if (given === null) return null;
    const read = Number(given.replace(',', '.'));
    if (!Number.isFinite(read) || read < least) wrong.push(name);
    return Math.min(read, most);
  };
  const ids = listOf(text('service_request_id'));
  const status = listOf(text('status')?.toLowerCase() ?? null);
  if (status.some((one) => one !== 'open' && one !== 'closed')) wrong.push('status');
  const times = {
    receivedFrom: time('start_date'),
    receivedTo: time('end_date'),
    updatedFrom: time('updated_after'),
    updatedTo: time('updated_before'),
  };
  const [lat, long] = [number('lat', -90, 90), number('long', -180, 180)];
  const radius = number('radius', 0, LARGEST_RADIUS_METERS);
  if ((lat === null) !== (long === null)) wrong.push(lat === null ? 'lat' : 'long');
  const page = number('page', 1, 10_000) ?? 1;
  const pageSize = number('page_size', 1, LARGEST_PAGE) ?? PAGE_SIZE;
  if (wrong.length > 0) return { ok: false, fault: 'open311.fault.parameter', name: wrong[0]! };

  const isNarrow = ids.length > 0 || Object.values(times).some((one) => one !== null);
  return {
    ok: true,
    query: {
      filter: {
        ...times,
        // The standard's own default: the last ninety days.
        ...(isNarrow ? {} : { receivedFrom: new Date(now.getTime() - DEFAULT_DAYS * 86_400_000) }),
        category: listOf(text('service_code')).join(',') || null,
        status: status.length === 1 ? (status[0] as 'open' | 'closed') : null,
        numbers: ids.length > 0 ? ids.map(numberOf) : null,
        order: 'received',
      },
      near: lat !== null && long !== null ? { lat, long, meters: radius ?? 1000 } : null,
      page: Math.trunc(page),
      pageSize: Math.trunc(pageSize),
      isExtended: /^(true|1)$/i.test(text('extensions') ?? text('extended') ?? ''),
    },
  };
}

function listOf(text: string | null): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, 100);
}

/** A request id is the number of a report; anything else is the id of none. */
function numberOf(id: string): number {
  return /^\d{1,9}$/.test(id) ? Number(id) : -1;
}
