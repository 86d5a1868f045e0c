import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, READABLE_CONTRAST, readableOn, textOn, townTheme } from './theme.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('black on white has the contrast WCAG gives it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('a town colour that is readable already stays as the town chose it', () => {
  expect(readableOn('#e6ebf0', '#1d4f7c', '#000000')).toBe('#1d4f7c');
});

test('whatever colours a town picks, its links and buttons can be read in light and dark', () => {
  fc.assert(
    fc.property(colour, colour, (primary, accent) => {
      const [light, dark] = townTheme({ primary, accent }).split('@media') as [string, string];
      for (const [rules, surface] of [
        [light, '#ffffff'],
        [dark, '#10131c'],
      ] as const) {
        const found = Object.fromEntries(
          [...rules.matchAll(/--town-([a-z-]+):(#[0-9a-f]{6})/g)].map((match) => [match[1], match[2]]),
        );
        expect(contrast(found['primary']!, surface)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
        expect(contrast(found['accent']!, surface)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
        expect(contrast(found['on-primary']!, found['primary']!)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
        expect(contrast(found['on-accent']!, found['accent']!)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
      }
    }),
  );
});

test('text on any colour is readable', () => {
  fc.assert(
    fc.property(colour, (ground) => {
      expect(contrast(textOn(ground), ground)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
    }),
  );
});
