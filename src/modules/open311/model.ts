import * as v from 'valibot';

/** What lets a program send reports to a town. The key itself is known to its holder alone. */
export interface ApiKey {
  id: string;
  /** The app or body that sends with it. */
  name: string;
  contact: string;
  /** Its last four characters. */
  hint: string;
  dailyLimit: number;
  createdAt: Date;
  createdBy: string;
  revokedAt: Date | null;
  revokedBy: string | null;
}

/** A key as the desk lists it. */
export type ApiKeyLine = ApiKey & { usedToday: number; usedInAll: number; lastUsedOn: string | null };

export const DAILY_LIMIT = { default: 200, most: 10_000 };

const limit = 'open311.fault.limit';

export const apiKeyDraft = v.object({
  name: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(2, 'open311.fault.name'),
    v.maxLength(120, 'open311.fault.long'),
  ),
  contact: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, 'open311.fault.long')), ''),
  dailyLimit: v.pipe(
    v.union([v.string(), v.number()]),
    v.transform(Number),
    v.integer(limit),
    v.minValue(1, limit),
    v.maxValue(DAILY_LIMIT.most, limit),
  ),
});
export type ApiKeyDraft = v.InferInput<typeof apiKeyDraft>;

/** A service another server offers. */
export interface ForeignService {
  code: string;
  name: string;
}

/** What is known of the server of a body. */
export interface Endpoint {
  bodyId: string;
  baseUrl: string;
  format: 'json' | 'xml';
  services: ForeignService[];
  /** Category of ours to service of theirs; `*` stands for all others. */
  serviceMap: Record<string, string>;
  readAt: Date | null;
  fault: string | null;
}

/** `sending`: it may have arrived, nobody knows yet. */
export const DISPATCH_STATES = ['waiting', 'sending', 'has-token', 'sent', 'refused', 'ended'] as const;
export type DispatchState = (typeof DISPATCH_STATES)[number];

/** How far a report is on its way to another server. */
export interface Dispatch {
  referralId: string;
  bodyId: string;
  /** The number of the report here. */
  reportNumber: number;
  state: DispatchState;
  attempts: number;
  firstSentAt: Date | null;
  /** What the other side calls it. */
  foreignId: string | null;
  foreignToken: string | null;
  foreignStatus: string | null;
  foreignNotes: string | null;
  foreignUpdatedAt: Date | null;
  fault: string | null;
  nextPollAt: Date | null;
  polledAt: Date | null;
  /** Failed in a row. */
  silentPolls: number;
  createdAt: Date;
  updatedAt: Date;
}
