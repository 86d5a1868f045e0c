export { createOpen311 } from './open311.server.ts';
export type { Open311 } from './open311.server.ts';
export type { Received, ReceiveWish } from './commands/receive.server.ts';
export { createApiKey, revokeApiKey } from './commands/keys.server.ts';
export { listEndpoints, saveServiceMap } from './endpoints.server.ts';
export type { BodyEndpoint } from './endpoints.server.ts';
export { listApiKeys } from './queries/keys.server.ts';
export { listDispatches } from './queries/dispatches.server.ts';
export {
  findDefinition,
  findRequest,
  listRequests,
  listServices,
  listUpdates,
} from './queries/requests.server.ts';
