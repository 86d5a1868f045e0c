import { expect, test } from 'vitest';
import { readWish, spanOf } from './filter.ts';

const monday = new Date('2026-11-23T10:00:00Z');
const sunday = new Date('2026-11-29T10:00:00Z');

test('this weekend is Saturday and Sunday, on the town clock', () => {
  expect(spanOf({ span: 'wochenende', day: null }, monday)).toEqual({
    from: new Date('2026-11-27T23:00:00Z'),
    to: new Date('2026-11-29T23:00:00Z'),
  });
});

test('on Sunday this weekend is what is left of it', () => {
  expect(spanOf({ span: 'wochenende', day: null }, sunday)).toEqual({
    from: sunday,
    to: new Date('2026-11-29T23:00:00Z'),
  });
});

test('a day in summer has the hours of summer time', () => {
  expect(spanOf({ span: null, day: '2027-07-01' }, monday)).toEqual({
    from: new Date('2027-06-30T22:00:00Z'),
    to: new Date('2027-07-01T22:00:00Z'),
  });
});

test('words nobody offered are no filter', () => {
  expect(
    readWish(new URLSearchParams('zeit=immer&tag=2026-02-30&art=x&barrierefrei=toilet&barrierefrei=y')),
  ).toEqual({
    span: null,
    day: null,
    category: null,
    area: null,
    accessibility: ['toilet'],
  });
});
