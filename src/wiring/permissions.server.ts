import { assistantPermissions } from '#modules/assistant';
import { eventsPermissions } from '#modules/events';
import { exchangePermissions } from '#modules/exchange';
import { handoverPermissions } from '#modules/handover';
import { KNOWN_PERMISSIONS } from '#modules/identity';
import { knowledgePermissions } from '#modules/knowledge';
import { newsPermissions } from '#modules/news';
import { noticesPermissions } from '#modules/notices';
import { placesPermissions } from '#modules/places';
import { publishingPermissions } from '#modules/publishing';
import { tenancyPermissions } from '#modules/tenancy';
import { wastePermissions } from '#modules/waste';

/** Every right there is; the roles a new town starts with are made from them. */
export const permissions: readonly string[] = [
  ...new Set([
    ...KNOWN_PERMISSIONS,
    ...newsPermissions,
    ...noticesPermissions,
    ...eventsPermissions,
    ...placesPermissions,
    ...knowledgePermissions,
    ...wastePermissions,
    ...publishingPermissions,
    ...exchangePermissions,
    ...tenancyPermissions,
    ...assistantPermissions,
    ...handoverPermissions,
  ]),
];
