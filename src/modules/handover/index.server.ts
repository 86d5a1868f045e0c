export { createHandover } from './handover.server.ts';
export type { Handover } from './handover.server.ts';
