export { startPostgres } from './supervise.server.ts';
export { DatabaseFault } from './faults.server.ts';
