import { expect, test } from 'vitest';
import { structuredData } from './structured-data.ts';

test('a title cannot break out of the data block', () => {
  const block = structuredData({
    '@type': 'NewsArticle',
    headline: '</script><script>alert(1)</script><!--',
  });
  expect(block.match(/<\/?script/g)).toEqual(['<script', '</script']);
  const json = block.slice(block.indexOf('>') + 1, block.lastIndexOf('<'));
  expect(JSON.parse(json)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: '</script><script>alert(1)</script><!--',
  });
});

test('what is not known is left out', () => {
  expect(structuredData({ '@type': 'Place', telephone: undefined })).not.toContain('telephone');
});
