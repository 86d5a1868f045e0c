import { text } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

const VALID_DAYS = 180;

/** RFC 9116. `Expires` is renewed with every call, since the address is kept in the town's settings. */
export const GET: RequestHandler = ({ url, locals: { town, tenant } }) => {
  const expires = new Date(tenant.now().getTime() + VALID_DAYS * 86_400_000).toISOString();
  const contact = town.settings.securityContact || `${url.origin}/kontakt`;
  const address = contact.includes('@') && !contact.startsWith('mailto:') ? `mailto:${contact}` : contact;
  return text(
    [
      `Contact: ${address}`,
      `Expires: ${expires}`,
      'Preferred-Languages: de, en',
      `Canonical: ${url.origin}/.well-known/security.txt`,
      '',
    ].join('\n'),
  );
};
