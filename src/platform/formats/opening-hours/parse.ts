import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { OpeningHours, OpeningRule, TimeSpan, YearDay } from './rules.ts';

export type OpeningHoursFault = 'hours-not-understood' | 'hours-impossible' | 'hours-too-long';

const WEEKDAYS: Record<string, number> = {
  mo: 1,
  tu: 2,
  di: 2,
  we: 3,
  mi: 3,
  th: 4,
  do: 4,
  fr: 5,
  sa: 6,
  su: 7,
  so: 7,
};
const MONTHS: Record<string, number> = {
  jan: 1,
  feb: 2,
  mar: 3,
  mär: 3,
  apr: 4,
  may: 5,
  mai: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  okt: 10,
  nov: 11,
  dec: 12,
  dez: 12,
};
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const TOKEN =
  /\s*(?:(24\/7)|"([^"]*)"|(\d{1,2})[:.](\d{2})|(\d{4})(?!\d)|(\d{1,2})(?!\d)|([\p{L}]+)|([-,;+:[\]]))/uy;

type Token =
  | { is: 'always' | 'comment' | 'word' | 'sign'; text: string; at: number }
  | { is: 'time' | 'year' | 'number'; value: number; text: string; at: number };

class Fault extends Error {
  readonly reason: OpeningHoursFault;
  readonly at: number;
  constructor(reason: OpeningHoursFault, at: number) {
    super(reason);
    this.reason = reason;
    this.at = at;
  }
}

/**
 * Reads opening hours such as `Mo-Fr 08:00-12:00,14:00-18:00; We off; PH off`. Weekdays and months may be written
 * in English (as in OpenStreetMap) or German. Not read: sun times, calendar weeks, intervals.
 * A refusal names the part (`values.part`) and its position from 1 (`values.position`).
 */
export function parseOpeningHours(text: string): Outcome<OpeningHours, OpeningHoursFault> {
  if (text.length > 1000) return refuse('hours-too-long');
  try {
    const tokens = tokensOf(text.replace(/[–—−]/g, '-'));
    if (tokens.length === 0) throw new Fault('hours-not-understood', 0);
    return done(new Reader(tokens, text.length).readRules());
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const part = text.slice(fault.at, fault.at + 20).trim() || text.slice(-20);
    return refuse(fault.reason, { values: { part, position: fault.at + 1 } });
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim()) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Fault('hours-not-understood', from);
    const [whole, always, comment, hour, minute, year, number, word, sign] = match;
    const at = from + whole.length - whole.trimStart().length;
    if (always) tokens.push({ is: 'always', text: always, at });
    else if (comment !== undefined) tokens.push({ is: 'comment', text: comment.trim(), at });
    else if (hour)
      tokens.push({ is: 'time', value: minutes(Number(hour), Number(minute), at), text: whole, at });
    else if (year) tokens.push({ is: 'year', value: Number(year), text: year, at });
    else if (number) tokens.push({ is: 'number', value: Number(number), text: number, at });
    else if (word && word.toLowerCase() !== 'uhr') tokens.push({ is: 'word', text: word.toLowerCase(), at });
    else if (sign) tokens.push({ is: 'sign', text: sign, at });
  }
  return tokens;
}

function minutes(hour: number, minute: number, at: number): number {
  if (hour > 48 || minute > 59) throw new Fault('hours-impossible', at);
  return hour * 60 + minute;
}

/** Reads token by token; one method for each part of the grammar. */
class Reader {
  private position = 0;
  private readonly tokens: Token[];
  private readonly length: number;

  constructor(tokens: Token[], length: number) {
    this.tokens = tokens;
    this.length = length;
  }

  readRules(): OpeningHours {
    const rules: OpeningRule[] = [];
    let isAddition = false;
    while (this.peek()) {
      rules.push(this.readRule(isAddition));
      const next = this.peek();
      if (!next) break;
      if (this.takeSign(';')) isAddition = false;
      else if (this.takeSign(',')) isAddition = true;
      else throw this.fault();
    }
    return rules;
  }

  private readRule(isAddition: boolean): OpeningRule {
    const rule: OpeningRule = {
      dates: [],
      weekdays: [],
      publicHolidays: false,
      schoolHolidays: false,
      holidaysAndWeekdays: false,
      state: 'open',
      spans: [],
      comment: null,
      isAddition,
    };
    const begin = this.position;
    if (this.peek()?.is === 'always') this.position++;
    else {
      this.readDates(rule);
      this.takeSign(':');
      this.readDays(rule);
      this.takeSign(':');
      this.readSpans(rule);
    }
    this.readState(rule);
    if (this.position === begin) throw this.fault();
    return rule;
  }

  private readDates(rule: OpeningRule): void {
    let before: YearDay | null = null;
    while (this.startsDate() || (before && this.peek()?.is === 'number')) {
      const from = this.readYearDay(before, 'first');
      let to: YearDay = from.whole ? { ...from.day, day: DAYS_IN_MONTH[from.day.month - 1]! } : from.day;
      if (this.peekSign('-') && this.continuesDate()) {
        this.position++;
        to = this.readYearDay(from.whole ? null : from.day, 'last').day;
      }
      rule.dates.push({ from: from.day, to });
      // `Dec 24,31`: the month goes on.
      before = from.whole ? null : from.day;
      if (!this.peekSign(',') || !(this.startsDate(1) || (before && this.peek(1)?.is === 'number'))) break;
      this.position++;
    }
  }

  private startsDate(ahead = 0): boolean {
    const token = this.peek(ahead);
    if (token?.is === 'year') return true;
    return token?.is === 'word' && token.text.slice(0, 3) in MONTHS;
  }

  private continuesDate(): boolean {
    const token = this.peek(1);
    return this.startsDate(1) || token?.is === 'number';
  }

  /** A bare month means all of it; `Dec 24-26` leaves the month of the end to the beginning. */
  private readYearDay(start: YearDay | null, edge: 'first' | 'last'): { day: YearDay; whole: boolean } {
    let year = start?.year ?? null;
    let month = start?.month ?? 0;
    const first = this.peek();
    if (first?.is === 'year') {
      year = first.value;
      this.position++;
    }
    const word = this.peek();
    if (word?.is === 'word' && word.text.slice(0, 3) in MONTHS) {
      month = MONTHS[word.text.slice(0, 3)]!;
      this.position++;
    }
    if (!month) throw this.fault();
    const number = this.peek();
    if (number?.is !== 'number') {
      return { day: { year, month, day: edge === 'first' ? 1 : DAYS_IN_MONTH[month - 1]! }, whole: true };
    }
    if (number.value < 1 || number.value > DAYS_IN_MONTH[month - 1]!) throw this.fault('hours-impossible');
    this.position++;
    return { day: { year, month, day: number.value }, whole: false };
  }

  private readDays(rule: OpeningRule): void {
    let holidaysFirst = false;
    for (let group = 0; this.startsDay(); group++) {
      if (group === 1 && !holidaysFirst) throw this.fault();
      if (group === 1) rule.holidaysAndWeekdays = true;
      do this.readDay(rule);
      while (this.peekSign(',') && this.startsDay(1) && ++this.position);
      holidaysFirst = rule.weekdays.length === 0;
    }
  }

  private startsDay(ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.is === 'word' && (token.text in WEEKDAYS || token.text === 'ph' || token.text === 'sh');
  }

  private readDay(rule: OpeningRule): void {
    const token = this.take();
    if (token.text === 'ph') rule.publicHolidays = true;
    else if (token.text === 'sh') rule.schoolHolidays = true;
    else this.readWeekdays(rule, WEEKDAYS[token.text]!);
  }

  private readWeekdays(rule: OpeningRule, first: number): void {
    if (this.takeSign('[')) {
      do rule.weekdays.push({ weekday: first, nth: this.readNth() });
      while (this.takeSign(','));
      if (!this.takeSign(']')) throw this.fault();
      return;
    }
    let last = first;
    if (this.peekSign('-') && this.startsDay(1)) {
      this.position++;
      last = WEEKDAYS[this.take().text] ?? 0;
      if (!last) throw this.fault();
    }
    for (let day = first; ; day = (day % 7) + 1) {
      rule.weekdays.push({ weekday: day, nth: null });
      if (day === last) break;
    }
  }

  private readNth(): number {
    const sign = this.takeSign('-') ? -1 : 1;
    const token = this.peek();
    if (token?.is !== 'number' || token.value < 1 || token.value > 5) throw this.fault('hours-impossible');
    this.position++;
    return sign * token.value;
  }

  private readSpans(rule: OpeningRule): void {
    while (this.startsTime()) {
      rule.spans.push(this.readSpan());
      if (!(this.peekSign(',') && this.startsTime(1))) break;
      this.position++;
    }
  }

  private readSpan(): TimeSpan {
    const from = this.readTime();
    if (this.takeSign('+')) return { from, to: 1440, openEnd: true };
    if (!this.takeSign('-')) throw this.fault();
    const to = this.readTime();
    const openEnd = this.takeSign('+');
    if (from === to || from >= 1440) throw this.fault('hours-impossible');
    return { from, to: to > from ? to : to + 1440, openEnd };
  }

  /** Clerks write `8-12 Uhr` as well. */
  private startsTime(ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.is === 'time' || token?.is === 'number';
  }

  private readTime(): number {
    const token = this.peek();
    if (token?.is !== 'time' && token?.is !== 'number') throw this.fault();
    if (token.is === 'number' && token.value > 24) throw this.fault('hours-impossible');
    this.position++;
    return token.is === 'time' ? token.value : token.value * 60;
  }

  private readState(rule: OpeningRule): void {
    const token = this.peek();
    if (token?.is === 'word') {
      if (token.text === 'off' || token.text === 'closed' || token.text === 'geschlossen')
        rule.state = 'closed';
      else if (token.text === 'unknown') rule.state = 'unknown';
      else if (token.text !== 'open' && token.text !== 'geöffnet') throw this.fault();
      this.position++;
    }
    const comment = this.peek();
    if (comment?.is === 'comment') {
      rule.comment = comment.text || null;
      this.position++;
      // A comment in place of times ("nach Vereinbarung") says that nothing sure is known.
      if (token?.is !== 'word' && rule.spans.length === 0) rule.state = 'unknown';
    }
  }

  private peek(ahead = 0): Token | undefined {
    return this.tokens[this.position + ahead];
  }

  private take(): Token {
    return this.tokens[this.position++]!;
  }

  private peekSign(sign: string): boolean {
    const token = this.peek();
    return token?.is === 'sign' && token.text === sign;
  }

  private takeSign(sign: string): boolean {
    if (!this.peekSign(sign)) return false;
    this.position++;
    return true;
  }

  private fault(reason: OpeningHoursFault = 'hours-not-understood'): Fault {
    return new Fault(reason, this.peek()?.at ?? this.length);
  }
}
