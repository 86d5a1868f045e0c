export * from './model.ts';
export { open311Permissions } from './permissions.ts';
export { readRequestQuery } from './request-query.ts';
export type { Addresses } from './public.ts';
