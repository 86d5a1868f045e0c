import { expect, test } from 'vitest';
import { finishPage } from './finish.ts';

const colours = { primary: '#1d4f7c', accent: '#b4531f' };

test('a page gets its language and its town’s colours', () => {
  const html = finishPage('<html lang="%lang%"><style>%theme%</style>', { locale: 'de-x-leicht', colours });
  expect(html).toMatch(/^<html lang="de-x-leicht"><style>:root\{--town-primary:#1d4f7c/);
});

test('marks for hydration go, everything a person wrote stays', () => {
  const html =
    '<!--1c3r8a0--><p><!--[0-->a<!--]--><!--[-1--><!--[!--><!--[--><!----></p><!><!-- ein Satz -->&lt;!--[--&gt;';
  expect(finishPage(html, { locale: 'de', colours })).toBe('<p>a</p><!-- ein Satz -->&lt;!--[--&gt;');
});
