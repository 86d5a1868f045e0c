import { expect, test } from 'vitest';
import { kinds } from '#wiring/kinds.server';
import { kindNames } from './kinds.ts';
import { createTownExchange } from '#wiring/exchange.server';
import exchangeTexts from '../../modules/exchange/messages/de.json' with { type: 'json' };
import texts from './messages/de.json' with { type: 'json' };

test('the desk has words for every kind of content', () => {
  const needed = kindNames(kinds).flatMap(({ kind, permission }) => [
    `desk.kind.${kind}`,
    `desk.kinds.${kind}`,
    `desk.new.${kind}`,
    `desk.new.${kind}.text`,
    `desk.section.${kind}`,
    `desk.audit.room.${permission}`,
  ]);
  expect(needed.filter((key) => !(key in texts))).toEqual([]);
});

test('the desk has words for everything a source can become', () => {
  const needed = createTownExchange().targets.map((name) => `exchange.target.${name}`);
  expect(needed.filter((key) => !(key in exchangeTexts))).toEqual([]);
});
