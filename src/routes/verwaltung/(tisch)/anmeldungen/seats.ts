interface Taken {
  taken: number;
  capacity: number | null;
}

/** `12 von 20 Plätzen`, or only what is taken where there is no limit. */
export function takenInWords(
  t: (key: string, values: Record<string, number>) => string,
  { taken, capacity }: Taken,
): string {
  return capacity === null
    ? t('attendance.desk.taken.no-limit', { taken })
    : t('attendance.desk.taken', { taken, capacity });
}
