import { expect, test } from 'vitest';
import { createTranslator } from '#platform/i18n';
import { topicName } from './topics.ts';

test('a topic without a name of its own is still readable', () => {
  const t = createTranslator(
    { de: { 'knowledge.topic.foerderung': 'Förderung' }, en: {}, 'de-x-leicht': {} },
    'de',
  );
  expect(topicName(t, 'foerderung')).toBe('Förderung');
  expect(topicName(t, 'freie_räume')).toBe('Freie räume');
});
