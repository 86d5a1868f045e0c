import { listAttributions } from '#modules/publishing.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant } }) => ({
  attributions: await listAttributions(tenant),
});
