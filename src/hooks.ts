import type { Reroute } from '@sveltejs/kit/hooks';
import { splitLocale } from '#platform/i18n';

/** `/en/orte` and `/leicht/orte` are the page `/orte` in another language. */
export const reroute: Reroute = ({ url }) => splitLocale(url.pathname).path;
