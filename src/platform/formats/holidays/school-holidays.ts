import type { State } from './states.ts';

/** A span of days without school, both included. */
export interface SchoolHoliday {
  from: string;
  to: string;
  name: string;
}

/**
 * School holidays as the ministries set them; they cannot be computed. General schools of Mecklenburg-Vorpommern.
 *
 * Source: openholidaysapi.data (github.com/openpotato/openholidaysapi.data, src/de/holidays), made available under
 * the Open Database License (ODbL) 1.0, https://opendatacommons.org/licenses/odbl/1-0/. This list is an excerpt of
 * that database and stays under the same licence.
 */
const SET: Partial<Record<State, readonly SchoolHoliday[]>> = {
  MV: [
    { from: '2022-12-22', to: '2023-01-02', name: 'Weihnachtsferien' },
    { from: '2023-02-06', to: '2023-02-18', name: 'Winterferien' },
    { from: '2023-04-03', to: '2023-04-12', name: 'Osterferien' },
    { from: '2023-05-26', to: '2023-05-30', name: 'Pfingstferien' },
    { from: '2023-07-17', to: '2023-08-26', name: 'Sommerferien' },
    { from: '2023-10-09', to: '2023-10-14', name: 'Herbstferien' },
    { from: '2023-12-21', to: '2024-01-03', name: 'Weihnachtsferien' },
    { from: '2024-02-05', to: '2024-02-16', name: 'Winterferien' },
    { from: '2024-03-25', to: '2024-04-03', name: 'Osterferien' },
    { from: '2024-05-17', to: '2024-05-21', name: 'Pfingstferien' },
    { from: '2024-07-22', to: '2024-08-31', name: 'Sommerferien' },
    { from: '2024-10-21', to: '2024-10-26', name: 'Herbstferien' },
    { from: '2024-12-23', to: '2025-01-06', name: 'Weihnachtsferien' },
    { from: '2025-02-03', to: '2025-02-14', name: 'Winterferien' },
    { from: '2025-04-14', to: '2025-04-23', name: 'Osterferien' },
    { from: '2025-06-06', to: '2025-06-10', name: 'Pfingstferien' },
    { from: '2025-07-28', to: '2025-09-06', name: 'Sommerferien' },
    { from: '2025-10-20', to: '2025-10-24', name: 'Herbstferien' },
    { from: '2025-12-20', to: '2026-01-03', name: 'Weihnachtsferien' },
    { from: '2026-02-09', to: '2026-02-20', name: 'Winterferien' },
    { from: '2026-03-30', to: '2026-04-08', name: 'Osterferien' },
    { from: '2026-05-22', to: '2026-05-26', name: 'Pfingstferien' },
    { from: '2026-07-13', to: '2026-08-22', name: 'Sommerferien' },
    { from: '2026-10-15', to: '2026-10-24', name: 'Herbstferien' },
    { from: '2026-12-21', to: '2027-01-02', name: 'Weihnachtsferien' },
    { from: '2027-02-08', to: '2027-02-19', name: 'Winterferien' },
    { from: '2027-03-24', to: '2027-04-02', name: 'Osterferien' },
    { from: '2027-05-14', to: '2027-05-18', name: 'Pfingstferien' },
    { from: '2027-07-05', to: '2027-08-14', name: 'Sommerferien' },
    { from: '2027-10-14', to: '2027-10-23', name: 'Herbstferien' },
    { from: '2027-12-22', to: '2028-01-04', name: 'Weihnachtsferien' },
    { from: '2028-02-05', to: '2028-02-17', name: 'Winterferien' },
    { from: '2028-04-12', to: '2028-04-21', name: 'Osterferien' },
    { from: '2028-06-02', to: '2028-06-06', name: 'Pfingstferien' },
    { from: '2028-06-26', to: '2028-08-05', name: 'Sommerferien' },
    { from: '2028-10-23', to: '2028-10-28', name: 'Herbstferien' },
    { from: '2028-12-22', to: '2029-01-02', name: 'Weihnachtsferien' },
    { from: '2029-02-05', to: '2029-02-16', name: 'Winterferien' },
    { from: '2029-03-28', to: '2029-04-06', name: 'Osterferien' },
    { from: '2029-05-18', to: '2029-05-22', name: 'Pfingstferien' },
    { from: '2029-06-18', to: '2029-07-28', name: 'Sommerferien' },
    { from: '2029-10-22', to: '2029-10-27', name: 'Herbstferien' },
    { from: '2029-12-21', to: '2030-01-04', name: 'Weihnachtsferien' },
    { from: '2030-02-04', to: '2030-02-15', name: 'Winterferien' },
    { from: '2030-04-17', to: '2030-04-26', name: 'Osterferien' },
    { from: '2030-06-07', to: '2030-06-11', name: 'Pfingstferien' },
    { from: '2030-07-01', to: '2030-08-10', name: 'Sommerferien' },
  ],
};

/** School holidays of a state as far as they are known; none for a state nobody has told us about. */
export function schoolHolidays(state: State): readonly SchoolHoliday[] {
  return SET[state] ?? [];
}

/** The last day the school holidays are known for; null when none are. */
export function schoolHolidaysKnownUntil(state: State): string | null {
  const last = schoolHolidays(state).at(-1);
  return last?.to ?? null;
}
