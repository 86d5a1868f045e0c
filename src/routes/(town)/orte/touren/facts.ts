import type { TourDetails } from '#modules/places';
import type { Translator } from '#platform/i18n';

/** `zu Fuß · 3,2 km · 1 Std. 30 Min. · Stufenlos` – what a reader wants to know before setting out. */
export function tourFacts(t: Translator, details: TourDetails, kilometres: number | null): string[] {
  const { durationMinutes, means, accessibility } = details;
  const hours = Math.floor((durationMinutes ?? 0) / 60);
  return [
    t(`places.tour.means.${means}`),
    kilometres === null ? '' : t('places.tour.kilometres', { kilometres: Number(kilometres.toFixed(1)) }),
    durationMinutes === null ? '' : t('places.tour.time', { hours, minutes: durationMinutes % 60 }),
    ...accessibility.map((fact) => t(`ui.accessibility.${fact}`)),
  ].filter(Boolean);
}
