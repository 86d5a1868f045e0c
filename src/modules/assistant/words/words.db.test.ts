import { expect, test } from 'vitest';
import { assistantsOfArticles, publishArticle } from '#tests/assistants';
import { testDatabase } from '#tests/database';
import { importSynonyms, listSynonyms, removeSynonyms, saveSynonyms } from '#modules/assistant.server';
import { readTown } from '#modules/tenancy.server';
import { listAudit } from '#platform/audit.server';
import { newId } from '#platform/db.server';
import type { TenantIdentity } from '#platform/scope';

const { createTenant, scope } = await testDatabase();
const assistants = assistantsOfArticles();
const clerk = (town: TenantIdentity) => scope(town, { permissions: ['assistant.manage'] });
const visitor = (town: TenantIdentity) => scope(town, { permissions: [] });

async function townWithSite(slug: string): Promise<TenantIdentity> {
  const town = await createTenant(slug);
  await publishArticle(
    scope(town),
    {
      title: 'Gewerbegebiet Sudenhof',
      body: 'Das Gewerbegebiet Sudenhof liegt fünf Kilometer von der Autobahn entfernt.',
    },
    { topic: 'gewerbeflaeche' },
  );
  return town;
}

const asked = {
  question: 'Wie weit ist der Kilometerblock von der Autobahn entfernt?',
  audience: 'business',
} as const;

test.each(Object.entries(assistants))(
  'a word of the town finds the page at once, in its own town only, and no longer when taken away (%s)',
  async (place, assistant) => {
    const [here, there] = [await townWithSite(`hier-${place}`), await townWithSite(`dort-${place}`)];
    const confidenceIn = async (town: TenantIdentity) =>
      (await assistant.ask(visitor(town), asked)).confidence;
    const before = await confidenceIn(here);
    expect(await confidenceIn(there)).toBe(before);

    const saved = await saveSynonyms(clerk(here), { line: 'Kilometerblock, Gewerbegebiet Sudenhof' });
    expect(await confidenceIn(here)).toBeGreaterThan(before);
    expect(await assistant.ask(visitor(here), asked)).toMatchObject({
      outcome: 'answered',
      citations: [{ title: 'Gewerbegebiet Sudenhof' }],
    });
    expect(await confidenceIn(there)).toBe(before);

    await removeSynonyms(clerk(here), saved.ok ? saved.value.id : '');
    expect(await confidenceIn(here)).toBe(before);
  },
);

test('a group is checked beside the others, changed by its id, and noted with its author', async () => {
  const town = await createTenant('pruefen');
  const first = await saveSynonyms(clerk(town), { line: 'Kaserne, Sudenhof' });
  if (!first.ok) throw new Error('not saved');
  expect(await saveSynonyms(clerk(town), { line: 'Sudenhof, Block' })).toMatchObject({
    reason: 'synonym-elsewhere',
    details: { fields: { line: 'synonym-elsewhere' }, values: { word: 'Sudenhof' } },
  });
  expect(await saveSynonyms(clerk(town), { id: first.value.id, line: 'Sudenhof, Block' })).toMatchObject({
    ok: true,
  });
  expect(await saveSynonyms(clerk(town), { id: newId(), line: 'Amt, Haus' })).toMatchObject({
    reason: 'unknown',
  });
  expect((await listSynonyms(clerk(town))).map(({ words }) => words)).toEqual([['Sudenhof', 'Block']]);
  expect((await listAudit(scope(town))).map(({ action }) => action)).toEqual([
    'assistant.synonyms-saved',
    'assistant.synonyms-saved',
  ]);
});

test('two clerks who put the same word into two groups at once do not both succeed', async () => {
  const town = await createTenant('gleichzeitig');
  const outcomes = await Promise.all(
    ['Kaserne, Sudenhof', 'Sudenhof, Block'].map((line) => saveSynonyms(clerk(town), { line })),
  );
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test('a list comes in whole or not at all', async () => {
  const town = await createTenant('liste');
  await saveSynonyms(clerk(town), { line: 'Kaserne, Sudenhof' });
  const bring = (text: string, replaces = false) => importSynonyms(clerk(town), { text, replaces });
  expect(await bring('Amt, Rathaus\nallein\nKaserne, Block')).toMatchObject({
    reason: 'invalid',
    details: {
      fields: { 2: 'synonyms-too-few', 3: 'synonym-elsewhere' },
      values: { 2: 'allein', 3: 'Kaserne' },
    },
  });
  expect(await listSynonyms(clerk(town))).toHaveLength(1);
  expect(await bring('# nichts')).toMatchObject({ reason: 'synonyms-empty' });
  expect(await bring('Amt, Rathaus')).toMatchObject({ ok: true });
  expect(await listSynonyms(clerk(town))).toHaveLength(2);
  expect(await bring('Kaserne, Block', true)).toMatchObject({ ok: true, value: { groups: 1 } });
  expect((await listSynonyms(clerk(town))).map(({ words }) => words)).toEqual([['Kaserne', 'Block']]);
});

test('who may not teach the assistant neither sees nor changes its words', async () => {
  const town = await createTenant('fremd');
  const saved = await saveSynonyms(clerk(town), { line: 'Kaserne, Sudenhof' });
  const other = scope(town, { permissions: ['assistant.read-gaps', 'tenancy.manage'] });
  expect(await listSynonyms(other)).toEqual([]);
  for (const outcome of [
    await saveSynonyms(other, { line: 'Amt, Rathaus' }),
    await removeSynonyms(other, saved.ok ? saved.value.id : ''),
    await importSynonyms(other, { text: 'Amt, Rathaus', replaces: true }),
  ])
    expect(outcome).toMatchObject({ reason: 'forbidden' });
  expect(await listSynonyms(clerk(town))).toHaveLength(1);
});

test('a town offers only questions it can answer, and hears which one it cannot', async () => {
  const town = await townWithSite('vorschlaege');
  const boss = scope(town, { permissions: ['tenancy.manage'] });
  const assistant = assistants.memory;
  const good = 'Wie weit ist Sudenhof von der Autobahn entfernt?';
  expect(
    await assistant.saveSuggestions(boss, { resident: ['Wer repariert Fahrräder?'], business: [good] }),
  ).toMatchObject({
    reason: 'invalid',
    details: {
      fields: { resident: 'suggestion-without-answer' },
      values: { resident: 'Wer repariert Fahrräder?' },
    },
  });
  expect((await readTown(boss)).settings.suggestions.business).toEqual([]);
  expect(await assistant.saveSuggestions(boss, { resident: [good, good], business: [] })).toMatchObject({
    details: { fields: { resident: 'suggestion-twice' } },
  });
  expect(await assistant.saveSuggestions(boss, { resident: [], business: [good] })).toMatchObject({
    ok: true,
  });
  expect(await assistant.suggestions(visitor(town), 'business')).toEqual([good]);
  expect(await assistant.saveSuggestions(clerk(town), { resident: [], business: [] })).toMatchObject({
    reason: 'forbidden',
  });
});
