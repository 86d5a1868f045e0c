import { expect, test } from 'vitest';
import type { Content, KindDescription } from '#modules/publishing';
import { differencesOf } from './differences.ts';

const kind: KindDescription = {
  kind: 'event',
  path: 'veranstaltungen',
  permission: 'events',
  categories: [],
  fields: [{ name: 'venue', input: 'text', label: 'events.field.venue' }],
};

function lesung(extra: object = {}, details: object = {}): Content<Record<string, unknown>> {
  const texts = {
    title: 'Lesung',
    summary: '',
    body: 'Um acht.',
    audience: 'all',
    language: 'de',
    version: 3,
  };
  return {
    ...texts,
    publishAt: null,
    expireAt: null,
    ...extra,
    details: { venue: 'Rathaus', ...details },
  } as never;
}

test('only what changed is shown, in the words of the form', () => {
  expect(
    differencesOf(kind, lesung(), lesung({ version: 4, body: 'Um neun.' }, { venue: 'Kirche' })),
  ).toEqual([
    { label: 'desk.field.body', before: 'Um acht.', after: 'Um neun.' },
    { label: 'events.field.venue', before: 'Rathaus', after: 'Kirche' },
  ]);
});

test('dates that stand in no field are told in the words that explain them', () => {
  const words = {
    before: { text: 'Jeden Dienstag', items: ['5. Januar', '12. Januar'] },
    after: { text: 'Jeden Dienstag', items: ['5. Januar'] },
  };
  expect(differencesOf(kind, lesung(), lesung(), words)).toEqual([
    {
      label: 'desk.approval.dates',
      before: 'Jeden Dienstag\n5. Januar\n12. Januar',
      after: 'Jeden Dienstag\n5. Januar',
    },
  ]);
});
