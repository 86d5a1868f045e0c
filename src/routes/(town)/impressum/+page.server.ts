import { renderMarkdown } from '#platform/formats';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { town } }) => ({
  html: renderMarkdown(town.settings.imprint).html,
});
