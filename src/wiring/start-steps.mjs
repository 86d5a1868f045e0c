// Plain JavaScript: the first start of a fresh clone runs it with whatever Node the machine has.

/** @type {'de' | 'en'} German unless the machine speaks English. */
export const language = chooseLanguage(process.env);

/** @param {NodeJS.ProcessEnv} env @returns {'de' | 'en'} */
export function chooseLanguage(env) {
  const wish = env.ORTSKERN_LANG || env.LC_ALL || env.LANG || '';
  return wish.toLowerCase().startsWith('en') ? 'en' : 'de';
}

/** @param {{ de: string, en: string }} text @returns {string} */
export function say(text) {
  return text[language];
}

/** @param {number} durationMs @returns {string} e.g. `1,4 s` */
export function formatDuration(durationMs) {
  const seconds = (durationMs / 1000).toFixed(durationMs < 10_000 ? 1 : 0);
  return `${language === 'de' ? seconds.replace('.', ',') : seconds} s`;
}

/**
 * Shows one line for a piece of work: what is being done, then how long it took.
 * @template T
 * @param {{ de: string, en: string }} title
 * @param {(note: (text: { de: string, en: string }) => void) => Promise<T>} work may add a note to its line
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const startedAt = performance.now();
  const name = say(title);
  const isLive = Boolean(process.stdout.isTTY);
  if (isLive) process.stdout.write(`  … ${name}`);
  let remark = '';
  try {
    const result = await work((text) => (remark = ` (${say(text)})`));
    finish(isLive, '✓', `${name}${remark}`, startedAt);
    return result;
  } catch (error) {
    finish(isLive, '✗', name, startedAt);
    throw error;
  }
}

/** @param {boolean} isLive @param {string} mark @param {string} name @param {number} startedAt */
function finish(isLive, mark, name, startedAt) {
  const line = `  ${mark} ${name.padEnd(52)} ${formatDuration(performance.now() - startedAt).padStart(8)}`;
  process.stdout.write(`${isLive ? '\r\x1b[2K' : ''}${line}\n`);
}
