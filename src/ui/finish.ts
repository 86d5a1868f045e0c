import { townTheme, type TownColours } from './theme.ts';

// Svelte leaves these for hydration, which this app does not do: empty ones, `[`, `[!`, `[0`, `]`, and hashes in the head;
// `<!>` among options.
const HYDRATION_MARK = /<!--(?:\[(?:!|-?\d+)?|\]|[a-z0-9]{5,8})?-->|<!>/g;

/** The last touch on a page's HTML: its language and the town's colours for `app.html`, and nothing a reader does not need. */
export function finishPage(html: string, page: { locale: string; colours: TownColours }): string {
  return html
    .replace('%lang%', page.locale)
    .replace('%theme%', townTheme(page.colours))
    .replace(HYDRATION_MARK, '');
}
