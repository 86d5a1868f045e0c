import { expect, test } from 'vitest';
import * as v from 'valibot';
import { townSettings } from '#modules/tenancy';
import { sitemapOf } from './sitemap.ts';

const townWithout = (...switchedOff: ('waste' | 'business' | 'assistant')[]) => ({
  settings: v.parse(townSettings, { switchedOff }),
});
const updatedAt = new Date('2026-11-23T08:00:00Z');
const entries = [
  { path: '/aktuelles/radweg', updatedAt },
  { path: '/schutzrechte/elektrofahrzeug', updatedAt },
];

test('pages and entries stand in the sitemap, entries with their last change', () => {
  const xml = sitemapOf('https://www.hagenow.example', townWithout(), entries);
  expect(xml).toContain('<url><loc>https://www.hagenow.example/abfall</loc></url>');
  expect(xml).toContain(
    '<loc>https://www.hagenow.example/aktuelles/radweg</loc><lastmod>2026-11-23T08:00:00.000Z</lastmod>',
  );
});

test('a room that is switched off has neither page nor entries in it', () => {
  const xml = sitemapOf(
    'https://www.hagenow.example',
    townWithout('waste', 'business', 'assistant'),
    entries,
  );
  expect(xml).toContain('/aktuelles/radweg');
  expect(xml).not.toMatch(/abfall|schutzrechte|wirtschaft|fragen/);
});
