import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDocument } from '#answer-engine';
import type { SearchDocument } from '#answer-engine';
import { askedAsText, faultOfAsked, MOST_ASKED, readAskedLine, readAskedPages, withAsked } from './lists.ts';

const page = (id: string, lines: string[]): SearchDocument => ({
  ...plainDocument({ id: `article:${id}`, title: id, lines }),
  articleId: id,
  url: `/wissen/${id}`,
});
const site = page('sudenhof', ['Sudenhof liegt an der  A 24.', 'Dort sind sechs Hektar frei.']);

test('a clerk writes a question and, after a bar, words of the sentence that answers', () => {
  expect(readAskedLine('  Wo ist noch   Platz? |  sechs Hektar ')).toEqual({
    question: 'Wo ist noch Platz?',
    answeredBy: 'sechs Hektar',
  });
});

test.each([
  ['???', 'asked-without-words'],
  ['wo '.repeat(80), 'asked-too-long'],
  ['Gibt es Bauland', 'asked-twice'],
  ['Wie groß? | sieben Hektar', 'asked-wording-gone'],
] as const)('„%s“ is refused as %s', (line, reason) => {
  const known = [readAskedLine('gibt es Bauland?')];
  expect(faultOfAsked(readAskedLine(line), known, site)?.reason).toBe(reason);
});

test('a page knows sixty ways of asking at most', () => {
  const many = Array.from({ length: MOST_ASKED }, (_, n) => readAskedLine(`Frage Nummer ${n}`));
  expect(faultOfAsked(readAskedLine('noch eine'), many, site)?.reason).toBe('asked-too-many');
  expect(faultOfAsked(readAskedLine('noch eine'), many.slice(1), site)).toBeNull();
});

test('a list names its pages by address or by key, and every line that is wrong', () => {
  const { pages, faults } = readAskedPages(
    '# Flächen\n[/wissen/sudenhof]\nwo ist Platz | sechs Hektar\nwo | sieben\n\n[gibtsnicht]\n[sudenhof]\nLiegt das an der Autobahn? | an der A 24',
    [site],
  );
  expect(pages.get('article:sudenhof')).toEqual([
    { question: 'wo ist Platz', answeredBy: 'sechs Hektar' },
    { question: 'Liegt das an der Autobahn?', answeredBy: 'an der A 24' },
  ]);
  expect(faults).toEqual([
    { line: 4, reason: 'asked-wording-gone', word: 'sieben' },
    { line: 6, reason: 'asked-page-unknown', word: 'gibtsnicht' },
  ]);
});

test('questions before the first page belong nowhere, and are said once', () => {
  expect(readAskedPages('wo ist Platz\nund wo noch', [site]).faults).toEqual([
    { line: 1, reason: 'asked-page-unknown', word: 'wo ist Platz' },
  ]);
});

test('what was exported reads back as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 60, unit: 'grapheme' })), (lines) => {
      const { pages } = readAskedPages(`[sudenhof]\n${lines.join('\n')}`, [site]);
      const asked = pages.get(site.id) ?? [];
      const again = readAskedPages(`[/wissen/sudenhof]\n${askedAsText(asked)}`, [site]);
      expect(again).toEqual({ pages: new Map([[site.id, asked]]), faults: [] });
    }),
  );
});

test('a way of asking belongs to its sentence; when that is rewritten, to the page', () => {
  const asked = [
    readAskedLine('wo ist Platz | sechs Hektar'),
    readAskedLine('an der Autobahn? | an der A 24'),
  ];
  expect(withAsked(site, asked).asked?.map(({ line }) => line)).toEqual([1, 0]);
  expect(withAsked(page('sudenhof', ['Sudenhof ist belegt.']), asked).asked?.map(({ line }) => line)).toEqual(
    [null, null],
  );
});
