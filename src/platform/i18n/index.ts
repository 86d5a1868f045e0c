export { createTranslator, LOCALES, localizedPath, splitLocale } from './translate.ts';
export type { Catalogs, Translator } from './translate.ts';
export { provideText, useText } from './context.ts';
