import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../markdown/render.ts';
import { htmlToMarkdown, textToMarkdown } from './to-markdown.ts';

describe('foreign HTML', () => {
  test('keeps headings, lists, links and tables, and loses scripts, styles and frames', () => {
    const html =
      '<style>p{}</style><script>alert(1)</script><iframe src="https://a.de"></iframe><h3>Kosten&nbsp;</h3>' +
      '<ul><li>Pass <b>37,50 €</b></li></ul><p onclick="x()">Mehr <a href="/mehr?a=1">hier</a>.</p>' +
      '<table><tr><th>Tag</th><th>Zeit</th></tr><tr><td>Mo</td><td><p>8–12</p><p>14–18</p></td></tr></table>';
    expect(htmlToMarkdown(html, { baseUrl: 'https://hagenow.de/amt/' })).toBe(
      '### Kosten\n\n-   Pass **37,50 €**\n\nMehr [hier](https://hagenow.de/mehr?a=1).\n\n' +
        '| Tag | Zeit |\n| --- | --- |\n| Mo | 8–12; 14–18 |',
    );
  });

  test('follows no script address and keeps no link without a way', () => {
    expect(
      htmlToMarkdown('<a href="javascript:alert(1)">a</a> <a href="data:text/html,x">b</a> <a>c</a>'),
    ).toBe('a b c');
  });

  test('turns typed tags and Markdown signs into the text they are', () => {
    const markdown = htmlToMarkdown('1. Januar &lt;script&gt; *Stern* [x](y) # kein Kopf');
    const { html, lines } = renderMarkdown(markdown);
    expect(lines.map((line) => line.text)).toEqual(['1. Januar <script> *Stern* [x](y) # kein Kopf']);
    expect(html).not.toContain('<script');
  });

  test('keeps addresses line by line and bold words bold where they touch others', () => {
    expect(htmlToMarkdown('Rathaus<br>Lange Straße 28<br><b>Tel.:</b>03883')).toBe(
      'Rathaus  \nLange Straße 28  \n**Tel.:** 03883',
    );
    expect(htmlToMarkdown('<b>Am </b><b>Montag</b>')).toBe('**Am Montag**');
  });

  test('treats a table of one column as the paragraphs it was laid out for', () => {
    expect(htmlToMarkdown('<table><tr><td>a</td></tr><tr><td>b</td></tr></table>')).toBe('a\n\nb');
  });

  test('never yields HTML, whatever comes', () => {
    const piece = fc.constantFrom(
      '<b>',
      '</b>',
      '<p>',
      '<td>',
      '<tr>',
      '<table>',
      '</table>',
      '<a href="https://a.de">',
      '</a>',
      '&lt;img&gt;',
      '<',
      '>',
      '<li>',
      '<ul>',
      '<br>',
      'a.',
      ' ',
      '*',
      '_',
      '`',
      '&amp;lt;',
      '<svg onload=x>',
      '<h2>',
      '\n',
      '[',
      ']',
      '(',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 30 }).map((list) => list.join('')),
          fc.string(),
        ),
        (html) => {
          const rendered = renderMarkdown(htmlToMarkdown(html)).html;
          const tags = [...rendered.matchAll(/<\/?([a-z0-9]+)/g)].map((match) => match[1]!);
          const known =
            'p br hr h1 h2 h3 h4 h5 h6 ul ol li strong em a blockquote pre code table thead tbody tr th td span';
          expect(tags.filter((tag) => !known.split(' ').includes(tag))).toEqual([]);
        },
      ),
    );
  });
});

test('the pages of a county lose no text and show no signs of markup', () => {
  const pages = JSON.parse(readFileSync('tests/fixtures/integreat_sample.json', 'utf8')) as {
    content: string;
  }[];
  for (const page of pages) {
    const text = renderMarkdown(htmlToMarkdown(page.content))
      .lines.map((line) => line.text)
      .join(' ');
    expect(text).not.toMatch(/\*\*|\\|&[a-z]+;/);
    const words =
      page.content
        .replace(/<[^>]*>/g, ' ')
        .replace(/&[#\w]+;/g, ' ')
        .match(/\p{L}{6,}/gu) ?? [];
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
  }
});

test('plain text stays what it is', () => {
  const text = 'Zeile *eins*\nZeile 2: <b>\n\n- kein Punkt\n1. auch nicht';
  expect(renderMarkdown(textToMarkdown(text)).lines.map((line) => line.text)).toEqual([
    'Zeile *eins*',
    'Zeile 2: <b>',
    '- kein Punkt',
    '1. auch nicht',
  ]);
});
