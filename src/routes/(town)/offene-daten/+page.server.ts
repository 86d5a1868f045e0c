import { openDataOf } from '#wiring/open-data.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant, town, t }, url }) => {
  const { datasets, contact } = await openDataOf({ tenant, town, t, origin: url.origin });
  const here = (address: string) => address.replace(url.origin, '');
  return {
    contact,
    hasReports: datasets.some(({ iri }) => iri.endsWith('#reports')),
    sets: datasets.map(({ iri, title, description, covers, distributions }) => ({
      id: new URL(iri).hash.slice(1),
      title,
      description,
      covers,
      licence: distributions[0]!.licence,
      attribution: distributions[0]!.attribution,
      files: distributions.map((file) => ({ title: file.title, path: here(file.url) })),
    })),
  };
};
