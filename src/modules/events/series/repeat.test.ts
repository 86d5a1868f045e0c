import { expect, test } from 'vitest';
import { ONCE, repeatOfRule, ruleOfRepeat } from './repeat.ts';
import type { Repeat } from './repeat.ts';

// Tuesday, the second of its month.
const startsAt = new Date('2026-11-10T17:00:00Z');

test.each<[Partial<Repeat>, string | null]>([
  [{ kind: 'once' }, null],
  [{ kind: 'daily', every: 2 }, 'FREQ=DAILY;INTERVAL=2'],
  [{ kind: 'weekly' }, 'FREQ=WEEKLY;BYDAY=TU'],
  [{ kind: 'weekly', weekdays: ['TH', 'MO'], count: 10 }, 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=10'],
  [{ kind: 'monthly-day', until: '2027-06-30' }, 'FREQ=MONTHLY;BYMONTHDAY=10;UNTIL=20270630'],
  [{ kind: 'monthly-weekday' }, 'FREQ=MONTHLY;BYDAY=2TU'],
  [{ kind: 'yearly' }, 'FREQ=YEARLY'],
])('the choice %o is the rule %s, and the form finds it again', (choice, rule) => {
  const repeat = { ...ONCE, ...choice };
  expect(ruleOfRepeat(repeat, startsAt, null)).toBe(rule);
  expect(ruleOfRepeat(repeatOfRule(rule, startsAt), startsAt, rule)).toBe(rule);
  expect(repeatOfRule(rule, startsAt).kind).toBe(repeat.kind);
});

test('the fifth Tuesday is the last, so that no month goes without', () => {
  expect(ruleOfRepeat({ ...ONCE, kind: 'monthly-weekday' }, new Date('2026-12-29T17:00:00Z'), null)).toBe(
    'FREQ=MONTHLY;BYDAY=-1TU',
  );
});

test('a rule the form has no words for stays as it came', () => {
  const rule = 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1';
  const repeat = repeatOfRule(rule, startsAt);
  expect(repeat.kind).toBe('other');
  expect(ruleOfRepeat(repeat, startsAt, rule)).toBe(rule);
});
