export { startPostgres } from './supervise.server.ts';
export type { EmbeddedPostgres, SupervisorOptions } from './supervise.server.ts';
export { DatabaseFault } from './faults.server.ts';
export type { DatabaseFaultCode } from './faults.server.ts';
