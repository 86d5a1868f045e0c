/** Opening hours as read; the syntax is a part of `opening_hours` of OpenStreetMap. */

export interface TimeSpan {
  /** Minutes after midnight; `to` lies beyond 1440 when the span ends on the next day. */
  from: number;
  to: number;
  /** `18:00+`: known when it opens, not when it closes. */
  openEnd: boolean;
}

/** A day of the year, in one year only when `year` is given. */
export interface YearDay {
  year: number | null;
  month: number;
  day: number;
}

export interface OpeningRule {
  /** Empty: all the year. A range may run over New Year. */
  dates: { from: YearDay; to: YearDay }[];
  /** 1 = Monday … 7 = Sunday; empty: not bound to weekdays. `nth` picks the 1st … 5th of the month, -1 the last. */
  weekdays: { weekday: number; nth: number | null }[];
  publicHolidays: boolean;
  schoolHolidays: boolean;
  /** `PH Mo-Fr`: holidays that are weekdays; otherwise `Mo-Fr,PH`: weekdays and also holidays. */
  holidaysAndWeekdays: boolean;
  state: 'open' | 'closed' | 'unknown';
  /** Empty with `open`: all day. */
  spans: TimeSpan[];
  comment: string | null;
  /** Adds to the rules before it instead of replacing them for its days. */
  isAddition: boolean;
}

export type OpeningHours = OpeningRule[];
