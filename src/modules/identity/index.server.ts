export { createIdentity } from './identity.server.ts';
export type { Identity, IdentityOptions } from './identity.server.ts';
export { createAdministrator } from './commands/invitations.server.ts';
export { hasPeople } from './queries/people.server.ts';
export { ensureDefaultRoles, offerNewRights } from './default-roles.server.ts';
export type { SecondFactorSetup } from './commands/second-factor.server.ts';
