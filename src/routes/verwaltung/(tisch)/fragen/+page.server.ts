import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Bookmarks of the first weeks: questions without an answer have moved in with the gaps. */
export const load: PageServerLoad = () => redirect(308, '/verwaltung/luecken');
