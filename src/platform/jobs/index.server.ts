export { announce } from './announce.server.ts';
export { defineCron, defineJob } from './define.server.ts';
export type { CronJob, Job } from './define.server.ts';
export { startJobs } from './run.server.ts';
export type { RunningJobs } from './run.server.ts';
