import { expect, test } from 'vitest';
import { ticketFault } from './tickets.ts';

test('a form sent within three seconds is a machine, one after a day is forgotten', () => {
  const shown = new Date('2026-11-23T10:00:00Z');
  const after = (ms: number) => ticketFault(shown, new Date(shown.getTime() + ms));
  expect([after(2_900), after(3_000), after(86_400_000), after(86_400_001)]).toEqual([
    'too-fast',
    null,
    null,
    'form-expired',
  ]);
});
