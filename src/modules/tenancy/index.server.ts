export { createTenant, saveTown } from './commands.server.ts';
export { listTowns, readTown, stateOf } from './queries.server.ts';
export { createTownRegistry, townOfHost } from './registry.server.ts';
export type { TownRegistry } from './registry.server.ts';
