import type { Database, Store } from '#platform/db.server';
import type { TenantScope } from '#platform/scope.server';

/** Work that follows an announcement. */
export interface Job<Payload = unknown> {
  /** Unique; also the name of its queue, e.g. `assistant.refresh-index`. */
  name: string;
  topic: string;
  /** How often a failing run is tried again, each time after a longer pause. */
  retries: number;
  handle(payload: Payload, context: JobContext): Promise<void>;
}

export interface JobContext {
  /** The same for every attempt at the same announcement: the key for "have I done this already?". */
  id: string;
  scope: TenantScope;
  /**
   * Writes in a transaction that counts only once for this announcement, however often the job is delivered.
   * Answers null when an earlier attempt has done it.
   */
  once<T>(work: (store: Store) => Promise<T>): Promise<T | null>;
}

/** Work that comes round by the clock of the town (Europe/Berlin). */
export interface CronJob {
  name: string;
  /** Five fields as in crontab. */
  schedule: string;
  handle(context: CronContext): Promise<void>;
}

export interface CronContext {
  database: Database;
  now(): Date;
  /** Does the work for every town; one that fails is logged and does not keep the others from theirs. */
  eachTown(work: (scope: TenantScope) => Promise<void>): Promise<void>;
}

export function defineJob<Payload>(job: {
  name: string;
  topic: string;
  retries?: number;
  handle(payload: Payload, context: JobContext): Promise<void>;
}): Job {
  return { retries: 8, ...job } as Job;
}

export function defineCron(job: CronJob): CronJob {
  return job;
}
