import { assistant } from '#wiring/modules.server';
import { answerPage } from '../(town)/asking.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { tenant }, url }) => ({
  asked: await answerPage(assistant, tenant, 'resident', url.searchParams),
});
