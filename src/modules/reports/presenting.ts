import { showPartialDate, civilDate } from '#platform/formats';
import type { Translator } from '#platform/i18n';
import type { Category, PublicReport, PublicStep } from './model.ts';
import { placeOf } from './rules.ts';

/** What a report is about, in the reader's language. */
export function categoryName(category: Pick<Category, 'name' | 'translations'>, locale: string): string {
  const translated = category.translations[locale as keyof Category['translations']];
  return translated?.name || category.name;
}

/** "Straßenlaterne, Bahnhofstraße 12": what a report is called, for it has no title of its own. */
export function titleOf(
  report: Pick<PublicReport, 'category' | 'address' | 'locality'>,
  locale: string,
): string {
  return [categoryName(report.category, locale), placeOf(report)].filter(Boolean).join(', ');
}

/** "Weitergegeben an Landkreis Ludwigslust-Parchim", "In Arbeit": a step in plain words. */
export function sayStep(t: Translator, step: Pick<PublicStep, 'kind' | 'status' | 'body'>): string {
  if (step.kind === 'status' && step.status) return t(`reports.status.${step.status}`);
  return t(`reports.step.${step.kind}`, { body: step.body?.name ?? '' });
}

/** The status in plain words, with who has it where it was passed on. */
export function sayStatus(t: Translator, report: Pick<PublicReport, 'status' | 'holder'>): string {
  return report.status === 'passed-on'
    ? t('reports.status.passed-on-to', { body: report.holder.name })
    : t(`reports.status.${report.status}`);
}

/** "Liegt seit 3. Mai 2026 bei: Landkreis, Straßenmeisterei". */
export function sayHolder(t: Translator, { holder }: Pick<PublicReport, 'holder'>): string {
  return t('reports.holder', {
    body: holder.name,
    day: showPartialDate(civilDate(holder.since), t.locale),
  });
}
