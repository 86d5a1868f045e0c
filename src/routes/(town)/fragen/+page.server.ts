import { assistant } from '#wiring/modules.server';
import { answerPage } from '../asking.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  asked: await answerPage(assistant, 'resident', event),
});
