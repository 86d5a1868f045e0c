import { defineCron } from '#platform/jobs.server';
import type { CronJob } from '#platform/jobs.server';
import { forgetWordings } from '../gaps.server.ts';

/** Every night single wordings of questions go that are older than 30 days. */
export const gapCrons: readonly CronJob[] = [
  defineCron({
    name: 'assistant.forget-wordings',
    schedule: '40 3 * * *',
    handle: ({ eachTown }) => eachTown(forgetWordings),
  }),
];
