export { announce } from './announce.server.ts';
export { defineCron, defineJob } from './define.server.ts';
export type { CronContext, CronJob, Job, JobContext } from './define.server.ts';
export { startJobs } from './run.server.ts';
export type { JobsWish, RunningJobs } from './run.server.ts';
