import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf, plainText, renderMarkdown } from './render.ts';
import { sentenceRanges, sentencesOf } from './sentences.ts';

describe('sentences', () => {
  test.each([
    ['Ab dem 1. Januar 2025 gilt z. B. die neue Satzung. Danach nicht mehr.', 2],
    ['Das Bürgerbüro hat Mo. bis Fr. von 8.00 – 12.00 Uhr geöffnet. Mittwochs ist zu.', 2],
    ['Der Verein Gründungswerft e. V. hilft. Der Verein e. V. Er hilft.', 3],
    ['Die Stelle ist in der Bahnhofstr. 5 im 3. Stock.', 1],
    ['Schreiben Sie an info@hagenow.de. Oder lesen Sie www.hagenow.de/a.b. Beides geht.', 3],
    ['Das sind ca. 5 Mio. Euro, d. h. mehr als im 19. Jahrhundert.', 1],
    ['Nach § 14 Abs. 1 Nr. 2 GewO. Dort steht es.', 2],
    ['„Geht das?“ Ja! Gut …', 3],
    ['Der Termin ist am 14.10.2024 um 18.00 Uhr. Am 31.12. Das Rathaus ist zu.', 3],
    ['Dr. A. Müller leitet das Amt (Tel. 03883 623-0). Sie hilft.', 2],
    ['Es gelten 380 Prozent für die Grundsteuer B. Laut Wortbeitrag sind es mehr.', 2],
    ['Die Grundsteuer B. Zahlbar ist sie vierteljährlich.', 1],
    ['Das Goethehaus ist nach J. W. Goethe benannt. Dort liest Anna B. Müller.', 2],
    ['Es gibt Zuschüsse, z. B. Die Linde, und i. A. Der Bürgermeister. Mehr nicht.', 2],
    ['Frau B. Die Nachbarn nennen sie so.', 1],
    ['Der Verein V. Er hilft.', 2],
  ])('%s', (text, count) => {
    expect(sentencesOf(text)).toHaveLength(count);
  });

  test('together hold every word of the text, in order', () => {
    const words = fc.array(
      fc.constantFrom(
        'Am',
        '1.',
        'Januar',
        'z. B.',
        'Str.',
        'Rathaus.',
        'Wo?',
        'Ja!',
        'e. V.',
        '„So.“',
        '2020',
        '  ',
        '\n',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          words.map((list) => list.join(' ')),
          fc.string(),
        ),
        (text) => {
          const ranges = sentenceRanges(text);
          const kept = ranges.map(({ start, end }) => text.slice(start, end)).join('');
          expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          expect(ranges.every(({ start, end }) => start < end)).toBe(true);
        },
      ),
    );
  });
});

describe('a rendered text', () => {
  test('marks sentences, items, rows and contact lines, and names the headings above them', () => {
    const { html, lines } = renderMarkdown(
      '#### Öffnung\n\nErster Satz. Zweiter.\n\n- Punkt eins. Noch.\n\n| Tag | Zeit |\n|---|---|\n| Mo | 8–12 |\n\n' +
        'Rathaus\\\nLange Straße 28\\\n19230 Hagenow\\\nTel. 03883 623-0',
    );
    expect(lines).toEqual([
      { text: 'Öffnung', heading: [], form: 'heading' },
      { text: 'Erster Satz.', heading: ['Öffnung'], form: 'sentence' },
      { text: 'Zweiter.', heading: ['Öffnung'], form: 'sentence' },
      { text: 'Punkt eins. Noch.', heading: ['Öffnung'], form: 'item' },
      { text: 'Mo: 8–12', heading: ['Öffnung'], form: 'row' },
      { text: 'Rathaus', heading: ['Öffnung'], form: 'sentence' },
      { text: 'Lange Straße 28', heading: ['Öffnung'], form: 'contact' },
      { text: '19230 Hagenow', heading: ['Öffnung'], form: 'contact' },
      { text: 'Tel. 03883 623-0', heading: ['Öffnung'], form: 'contact' },
    ]);
    expect(html).toContain('<h2><span id="satz-0" class="satz">Öffnung</span></h2>');
    expect(html).toContain('<tr id="satz-4" class="satz">');
  });

  test('closes and reopens markup that a sentence boundary crosses', () => {
    expect(renderMarkdown('Eins **zwei. Drei** vier.').html).toBe(
      '<p><span id="satz-0" class="satz">Eins <strong>zwei.</strong></span> ' +
        '<span id="satz-1" class="satz"><strong>Drei</strong> vier.</span></p>\n',
    );
  });

  test('never skips a heading level, and drops headings without words', () => {
    const { html } = renderMarkdown('#### A\n\n###### B\n\n## \u00a0\n\n## C', { firstHeading: 3 });
    expect(html.match(/<h\d>/g)).toEqual(['<h3>', '<h4>', '<h3>']);
  });

  test('shows raw HTML as text and follows no script link', () => {
    const { html } = renderMarkdown(
      '<img src=x onerror=alert(1)> [a](javascript:alert(1)) [b](data:text/html,x) [c](//evil)',
    );
    expect(html).not.toMatch(/<img|href/);
  });

  test('turns pictures of other hosts into links, also inside a link', () => {
    expect(renderMarkdown('![Plan](https://a.de/p.png)').html).toContain(
      '<a href="https://a.de/p.png">Plan</a>',
    );
    expect(renderMarkdown('[![Plan](https://a.de/p.png)](https://b.de)').html.match(/<a /g)).toHaveLength(1);
    expect(renderMarkdown('![Plan](/media/1)').html).toContain(
      '<img src="/media/1" alt="Plan" loading="lazy">',
    );
  });

  test('cites a long item sentence by sentence', () => {
    const long =
      'Ein langer Satz über die Anmeldung eines Gewerbes, der mehr als hundert Zeichen braucht, um zu enden. ';
    expect(linesOf(`- ${long.repeat(3)}`)).toHaveLength(3);
  });

  test('has one mark per line, in order, whatever the writer typed', () => {
    const block = fc.constantFrom(
      'Ein Satz. Noch **einer. Und** mehr.',
      '- a\n- b. C\n  - d',
      '# Kopf',
      '> Zitat. Ende.',
      '---',
      '',
      '| a | b |\n|---|---|\n| c | d |',
      'x  \ny',
      '```\ncode\n```',
      '    eingerückt',
      '[l. K](https://a.de) `c. D`',
      '![](b.png)',
      '1. eins\n2. zwei',
      'https://a.de/b. Hier. info@a.de',
      '\u0000 \u200b',
      '***',
      '*a **b. C** d*',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(block).map((list) => list.join('\n\n')),
          fc.string({ unit: 'grapheme' }),
        ),
        (markdown) => {
          const { html, lines } = renderMarkdown(markdown);
          const marks = [...html.matchAll(/id="satz-(\d+)"/g)].map((match) => Number(match[1]));
          expect(marks).toEqual(lines.map((_, n) => n));
          expect(lines.every((line) => line.text.length > 0)).toBe(true);
          expect(linesOf(markdown)).toEqual(lines);
          for (const tag of ['span', 'strong', 'em', 'a', 'li', 'p']) {
            expect(html.match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0).toBe(
              html.split(`</${tag}>`).length - 1,
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('has no marks for readers elsewhere', () => {
    const { html } = renderMarkdown('Eins. **Zwei <span>.**\n\n```\nDrei\n```', { marks: false });
    expect(html).toBe('<p>Eins. <strong>Zwei &lt;span&gt;.</strong></p>\n<pre><code>Drei</code></pre>\n');
  });

  test('is plain text on request', () => {
    expect(plainText('# Bus\n\nEr **fährt**. Immer.')).toBe('Bus\nEr fährt.\nImmer.');
  });
});
