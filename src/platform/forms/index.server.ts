export { createFormLimits } from './limits.server.ts';
export { hashToken, linkToken } from './links.server.ts';
export { isSame } from './signing.server.ts';
export type { Signer } from './signing.server.ts';
export { checkForm, issueTicket } from './tickets.server.ts';
export type { FormRefusal, SentForm } from './tickets.server.ts';
