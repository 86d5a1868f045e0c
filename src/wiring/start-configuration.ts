import { SETTINGS } from '#env';
import type { Setting } from '#env';

/** The table of docs/operating/configuration.md, made from the settings themselves; a test compares the two. */
export function configurationTable(language: 'de' | 'en' = 'de'): string {
  const head =
    language === 'de'
      ? ['Variable', 'Vorgabe', 'Erwartet', 'Wozu']
      : ['Variable', 'Default', 'Expects', 'Purpose'];
  const rows = Object.entries(SETTINGS as Record<string, Setting>).map(
    ([name, { fallback, expects, purpose }]) => [
      `\`${name}\``,
      fallback ? `\`${fallback}\`` : '–',
      expects[language],
      purpose[language],
    ],
  );
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

if (import.meta.main) process.stdout.write(`${configurationTable()}\n`);
