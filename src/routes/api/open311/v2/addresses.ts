import type { Addresses } from '#modules/open311';

/** Where programs find what belongs to a report. */
export function addressesAt({ origin }: Pick<URL, 'origin'>): Addresses {
  return { photo: (id) => `${origin}/meldungen/foto/${id}` };
}

/** Klarschiff asks with `extensions`, others with `extended`. */
export function isExtended({ searchParams }: URL): boolean {
  return /^(true|1)$/i.test(searchParams.get('extensions') ?? searchParams.get('extended') ?? '');
}
