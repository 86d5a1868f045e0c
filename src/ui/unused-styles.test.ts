import { expect, test } from 'vitest';
import { withoutUnusedStyles } from './unused-styles.ts';

const page = (styles: string, body: string) => `<style nonce="a">${styles}</style><body>${body}</body>`;

test('styles of parts a page does not show are not sent', () => {
  const styles =
    'p{margin:0}.card.svelte-1a{padding:1rem}.card.svelte-1a>:last-child{margin:0}.empty.svelte-2b p:where(.svelte-2b){color:red}a{color:blue}';
  expect(withoutUnusedStyles(page(styles, '<div class="card svelte-1a"></div>'))).toBe(
    page(
      'p{margin:0}.card.svelte-1a{padding:1rem}.card.svelte-1a>:last-child{margin:0}a{color:blue}',
      '<div class="card svelte-1a"></div>',
    ),
  );
});

test('what holds for paper or small screens goes and stays with its part', () => {
  const styles =
    '@media print{.foot.svelte-2b{display:none}}@media (width<40rem){.foot.svelte-2b{margin:0}.card.svelte-1a{padding:0}}@media print{nav{display:none}}';
  expect(withoutUnusedStyles(page(styles, '<p class="svelte-1a">'))).toBe(
    page(
      '@media (width<40rem){.card.svelte-1a{padding:0}}@media print{nav{display:none}}',
      '<p class="svelte-1a">',
    ),
  );
});

test('a page in which a script sets parts of other pages keeps the styles for them', () => {
  const html = page('.empty.svelte-2b{color:red}', '<div data-grows=""></div>');
  expect(withoutUnusedStyles(html)).toBe(html);
});

test('two towns and two states of one route do not share what is left out', () => {
  const styles = '.card.svelte-1a{padding:0}.empty.svelte-2b{color:red}';
  expect(withoutUnusedStyles(page(styles, '<p class="svelte-1a">'))).toContain('svelte-1a{');
  const other = withoutUnusedStyles(page(styles, '<p class="svelte-2b">'));
  expect(other).toContain('.empty.svelte-2b{');
  expect(other).not.toContain('.card');
});
