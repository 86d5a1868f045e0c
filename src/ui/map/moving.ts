import type { Translator } from '#platform/i18n';

const TEXTS = ['closer', 'farther', 'tiles', 'tiles.note', 'take', 'here', 'here.failed', 'chosen'] as const;

/** The words of a moving map; `host` is the server that has pictures of streets. */
export function movingMapTexts(t: Translator, host: string): Record<string, string> {
  return Object.fromEntries(TEXTS.map((name) => [name, t(`ui.map.${name}`, { host })]));
}
