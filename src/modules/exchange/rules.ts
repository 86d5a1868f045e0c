import type { Source, SourceState } from './model.ts';

const HOUR_MS = 3_600_000;
/** Fewer rows than this are too few to tell a drop from an ordinary day. */
const SMALL_SOURCE = 4;

/** How a source is doing, for the desk's list and its alarm. */
export function sourceState(source: Source, now: Date): SourceState {
  if (!source.isEnabled) return 'off';
  if (isQuiet(source, now)) return 'quiet';
  if (!source.lastRunAt) return 'never-run';
  if (source.lastReason === 'shrunk') return 'held';
  return source.lastReason ? 'faulty' : 'ok';
}

function isQuiet(source: Source, now: Date): boolean {
  if (source.quietAfterHours === null) return false;
  const lastSign = source.lastNewsAt ?? source.createdAt;
  return now.getTime() - lastSign.getTime() > source.quietAfterHours * HOUR_MS;
}

export function isDue(source: Source, now: Date): boolean {
  if (!source.isEnabled || !source.url || source.scheduleMinutes === null) return false;
  return !source.lastRunAt || now.getTime() - source.lastRunAt.getTime() >= source.scheduleMinutes * 60_000;
}

/** A source that lost more than half of its rows is more often broken than emptied: people decide. */
export function hasShrunk(rowsBefore: number | null, rowsNow: number): boolean {
  return rowsBefore !== null && rowsBefore >= SMALL_SOURCE && rowsNow * 2 < rowsBefore;
}
