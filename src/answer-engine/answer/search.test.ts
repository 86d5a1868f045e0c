import { expect, test } from 'vitest';
import { page } from '../fixtures.ts';
import { buildIndex } from '../index/index.ts';
import { search } from './search.ts';

const first = (question: string, ...texts: string[]): string | undefined => {
  const index = buildIndex(texts.map((text, at) => page(String(at), '', text.split('\n'))));
  const hit = search(index, question)[0];
  return hit && texts[Number(hit.documentId)];
};

test('paragraphs without a title are told apart by what their sentences say', () => {
  const founded = 'Der Turm wurde 1480 gebaut. Er hat vier Glocken, die größte wiegt drei Tonnen.';
  const burnt = 'Der Turm brannte 1648 ab.\nDie Bürger bauten ihn ohne Glocken wieder auf.';
  expect(first('Wie schwer ist die größte Glocke des Turms?', burnt, founded)).toBe(founded);
  expect(first('Wann brannte der Turm ab?', founded, burnt)).toBe(burnt);
});

test('the prefix of a verb at the end of the question belongs to the verb', () => {
  const chosen = 'Die Richter werden vom Landtag ausgewählt.';
  const others = 'Wer die Richter bezahlt, ist der Landtag.';
  expect(first('Wer wählt die Richter aus?', others, chosen)).toBe(chosen);
});

test('general words stand for each other when pages are searched', () => {
  const died = 'Der Müller kam 1712 beim Hochwasser ums Leben.';
  const moved = 'Der Müller zog 1712 fort.';
  expect(first('Wann starb der Müller?', moved, died)).toBe(died);
});

test('the sentence that gives what is asked for counts more than one that only names it', () => {
  const counted = 'Das Heer belagerte die Stadt. Es zählte fünfzigtausend Mann.';
  const named = 'Das Heer der Stadt war schwach. Die Mann für Mann gezählten Reihen lichteten sich.';
  expect(first('Wie viele Mann zählte das Heer?', named, counted)).toBe(counted);
});
