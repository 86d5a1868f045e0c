import { expect, test } from 'vitest';
import { assistantsOfArticles, publishArticle } from '#tests/assistants';
import { testDatabase } from '#tests/database';
import { listGapGroups } from '#modules/assistant.server';
import { listAudit } from '#platform/audit.server';
import type { TenantIdentity } from '#platform/scope';
import { keepGap } from '../gaps.server.ts';

const { createTenant, scope } = await testDatabase();
const assistants = assistantsOfArticles();
const clerk = (town: TenantIdentity) =>
  scope(town, { permissions: ['assistant.manage', 'assistant.read-gaps'] });
const visitor = (town: TenantIdentity) => scope(town, { permissions: [] });

async function townWithPage(slug: string): Promise<{ town: TenantIdentity; page: string }> {
  const town = await createTenant(slug);
  const id = await publishArticle(scope(town), {
    title: 'Wohnsitz anmelden',
    body: 'Für die Anmeldung des Wohnsitzes ist das Bürgerbüro zuständig. Sie muss binnen zwei Wochen erfolgen.',
  });
  return { town, page: `article:${id}` };
}

const asked = {
  question: 'Wie schnell muss ich sagen, dass ich hergezogen bin?',
  audience: 'resident',
} as const;

test.each(Object.entries(assistants))(
  'a page is found as people ask for it, quoted in its own words, in its own town only (%s)',
  async (place, assistant) => {
    const [here, there] = [await townWithPage(`hier-${place}`), await townWithPage(`dort-${place}`)];
    expect((await assistant.ask(visitor(here.town), asked)).outcome).not.toBe('answered');
    const saved = await assistant.asked.save(
      clerk(here.town),
      here.page,
      'wie schnell nach dem Umzug Bescheid sagen, wenn man hergezogen ist | zwei Wochen',
    );
    expect(saved).toMatchObject({ ok: true, value: { asked: 1 } });
    expect(await assistant.ask(visitor(here.town), asked)).toMatchObject({
      outcome: 'answered',
      sentences: expect.arrayContaining([
        expect.objectContaining({ text: 'Sie muss binnen zwei Wochen erfolgen.' }),
      ]),
    });
    expect((await assistant.ask(visitor(there.town), asked)).outcome).not.toBe('answered');
    await assistant.asked.save(clerk(here.town), here.page, '');
    expect((await assistant.ask(visitor(here.town), asked)).outcome).not.toBe('answered');
  },
);

test('a gap that a page tells after all teaches the page its words and closes', async () => {
  const assistant = assistants.memory;
  const { town, page } = await townWithPage('luecke');
  await keepGap(visitor(town), asked.question, 'resident');
  const [gap] = await listGapGroups(clerk(town));
  expect(await assistant.asked.teach(clerk(town), gap!.id, 'article:gibtsnicht')).toMatchObject({
    reason: 'unknown',
  });
  expect(await listGapGroups(clerk(town))).toHaveLength(1);
  expect(await assistant.asked.teach(clerk(town), gap!.id, page)).toMatchObject({ ok: true });
  expect(await listGapGroups(clerk(town))).toEqual([]);
  expect(await assistant.ask(visitor(town), asked)).toMatchObject({ outcome: 'answered' });
  expect((await listAudit(scope(town))).map(({ action }) => action)).toContain('assistant.gap-taught');
});

test('a list comes in whole or not at all, goes out as it came, and only for those who may', async () => {
  const assistant = assistants.memory;
  const { town, page } = await townWithPage('liste');
  const [known] = await assistant.asked.list(clerk(town));
  expect(
    await assistant.asked.take(clerk(town), `[${known!.url}]\nneu hier\n[/wissen/weg]\nwo`),
  ).toMatchObject({
    reason: 'invalid',
    details: { fields: { 3: 'asked-page-unknown' } },
  });
  expect((await assistant.asked.list(clerk(town)))[0]).toMatchObject({ documentId: page, ways: 0 });
  const text = `[${known!.url}]\nneu hier\ngerade erst umgezogen | zwei Wochen\n`;
  expect(await assistant.asked.take(clerk(town), text)).toMatchObject({
    ok: true,
    value: { asked: 2, pages: 1 },
  });
  expect(await assistant.asked.asText(clerk(town))).toBe(text);
  expect(await assistant.asked.find(visitor(town), page)).toBeNull();
  expect(await assistant.asked.list(visitor(town))).toEqual([]);
  expect(await assistant.asked.asText(visitor(town))).toBe('');
  expect(await assistant.asked.save(visitor(town), page, '')).toMatchObject({ reason: 'forbidden' });
  expect(await assistant.asked.take(clerk(town), '# nichts')).toMatchObject({ reason: 'asked-empty' });
});
