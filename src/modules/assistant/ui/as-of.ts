import { showPartialDate } from '#platform/formats';
import type { Translator } from '#platform/i18n';

/** "Stand März 2024", or that the date is not known. */
export function showAsOf(t: Translator, date: string | null): string {
  return date ? t('assistant.as-of', { date: showPartialDate(date, t.locale) }) : t('ui.as-of.unknown');
}
