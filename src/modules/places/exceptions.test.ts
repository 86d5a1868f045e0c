import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exceptionRule, readException, writeException } from './exceptions.ts';

test.each([
  ['24.12.2026: 9–12 Uhr (Heiligabend)', '2026-12-24', '09:00-12:00', 'Heiligabend'],
  ['24.12.2026 geschlossen Heiligabend', '2026-12-24', null, 'Heiligabend'],
  ['2026-12-31 9.30 bis 12 und 14-16 Uhr', '2026-12-31', '09:30-12:00,14:00-16:00', ''],
  ['1.5.2027 zu', '2027-05-01', null, ''],
])('a clerk writes "%s"', (line, day, times, reason) => {
  expect(readException(line)).toEqual({ day, times, reason });
});

test.each(['Heiligabend zu', '31.2.2027 zu', '24.12. 9-12', '24.12.2026', '24.12.2026 ab Mittag', ''])(
  '"%s" names no day with hours',
  (line) => {
    expect(readException(line)).toBeNull();
  },
);

test('what is kept reads as itself, and says the same in opening_hours', () => {
  const kept = writeException(readException('24.12.2026: 9–12 Uhr, Heiligabend')!);
  expect(kept).toBe('24.12.2026: 09:00–12:00 (Heiligabend)');
  expect(writeException(readException(kept)!)).toBe(kept);
  expect(exceptionRule(readException(kept)!)).toBe('2026 Dec 24 09:00-12:00 "Heiligabend"');
});

test('no line brings the reading down, and every day read survives its writing', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const hours = fc.constantFrom('zu', '9-12', '08:15–12:00 und 14–18 Uhr', 'off');
  fc.assert(
    fc.property(day, hours, fc.string({ maxLength: 20 }), (date, times, reason) => {
      const read = readException(`${date} ${times} (${reason})`);
      if (read) expect(readException(writeException(read))?.day).toBe(date);
    }),
  );
  fc.assert(fc.property(fc.string(), (line) => void readException(line)));
});
