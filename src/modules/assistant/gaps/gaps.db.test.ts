import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { draftForGap, listBadRatings, listGapGroups, rateAnswer } from '#modules/assistant.server';
import { articleKind } from '#modules/knowledge.server';
import { publishEntry, saveEntry } from '#modules/publishing.server';
import { newId } from '#platform/db.server';
import type { TenantIdentity } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import { closeGap, forgetWordings, keepGap } from '../gaps.server.ts';
import { createLater } from '../later.server.ts';
import type { TownAnswer } from '../model.ts';
import { gatherGaps } from './gathered.server.ts';

const { createTenant, scope, countQueries } = await testDatabase();
const day = (date: string) => new Date(`${date}T10:00:00Z`);
const visitor = (town: TenantIdentity, date = '2026-11-23') =>
  scope(town, { permissions: [], now: day(date) });
const editor = (town: TenantIdentity, date = '2026-11-23') =>
  scope(town, { permissions: ['assistant.read-gaps', 'knowledge.edit'], now: day(date) });

test('questions that mean the same are one gap, whatever their words', async () => {
  const town = await createTenant('gruppen');
  for (const question of [
    'Gibt es Stellplätze für Lastwagen?',
    'Wo kann ich meinen LKW parken?',
    'Gibt es einen Hundestrand?',
    'stellplätze für lastwagen gibt es',
  ])
    await keepGap(visitor(town), question, 'resident');
  const gaps = await listGapGroups(editor(town));
  expect(gaps.map(({ askedCount, wordings }) => [askedCount, wordings.length])).toEqual([
    [3, 2],
    [1, 0],
  ]);
});

test('residents and businesses have gaps of their own', async () => {
  const town = await createTenant('zielgruppen');
  await keepGap(visitor(town), 'Gibt es Förderung für Glasfaser?', 'resident');
  await keepGap(visitor(town), 'Gibt es Förderung für Glasfaser?', 'business');
  expect(await listGapGroups(editor(town))).toHaveLength(2);
});

test('fifty people with the same new question at once are one gap, asked fifty times', async () => {
  const town = await createTenant('andrang');
  await Promise.all(
    Array.from({ length: 50 }, () => keepGap(visitor(town), 'Wann öffnet die Eisbahn?', 'resident')),
  );
  expect(await listGapGroups(editor(town))).toMatchObject([
    { askedCount: 50, weeks: [...Array(7).fill({ unanswered: 0 }), { unanswered: 50 }] },
  ]);
});

test('a crowd with one question is written once, with its number', async () => {
  const town = await createTenant('menge');
  const later = createLater();
  const keep = gatherGaps(later);
  for (let n = 0; n < 30; n++) keep(visitor(town), 'Wann öffnet die Eisbahn?', 'resident');
  keep(visitor(town), 'Gibt es Ponyreiten?', 'resident');
  await later.settled();
  keep(visitor(town), 'Wann öffnet die Eisbahn?', 'resident');
  await later.settled();
  expect((await listGapGroups(editor(town))).map(({ askedCount }) => askedCount)).toEqual([31, 1]);
});

test('no name, number or address enters the database', async () => {
  const town = await createTenant('namenlos');
  await keepGap(
    visitor(town),
    'Hier ist Erika Muster, Parkstraße 12, 03883 623001, erika@example.org: wem gehört LUP-EM 77 vor dem Hofladen?',
    'resident',
  );
  expect(await words(scope(town))).not.toMatch(/erika|muster|12\b|623001|example|LUP|EM 77/i);
  expect(await words(scope(town))).toMatch(/Hofladen/);
});

test('a closed gap comes back when its meaning is asked again', async () => {
  const town = await createTenant('wieder');
  await keepGap(visitor(town), 'Gibt es Stellplätze für Lastwagen?', 'business');
  const [gap] = await listGapGroups(editor(town));
  expect(await closeGap(editor(town), gap!.id)).toMatchObject({ ok: true });
  expect(await listGapGroups(editor(town))).toEqual([]);
  await keepGap(visitor(town, '2026-12-01'), 'Wo darf ein LKW parken?', 'business');
  expect(await listGapGroups(editor(town, '2026-12-01'))).toMatchObject([
    { id: gap!.id, isBack: true, askedCount: 2 },
  ]);
});

test('weeks count from Monday in the time of the town, the last eight are shown', async () => {
  const town = await createTenant('wochen');
  // Sunday, half past eleven in the evening here: still the week before.
  await keepGap(
    scope(town, { permissions: [], now: new Date('2026-11-22T22:30:00Z') }),
    'Gibt es Eis?',
    'resident',
  );
  await keepGap(
    scope(town, { permissions: [], now: new Date('2026-11-22T23:30:00Z') }),
    'Gibt es Eis?',
    'resident',
  );
  const [gap] = await listGapGroups(editor(town));
  expect(gap!.weeks.map(({ unanswered }) => unanswered)).toEqual([0, 0, 0, 0, 0, 0, 1, 1]);
  expect(gap!.weeks.at(-1)!.monday).toBe('2026-11-23');
});

test('after 30 days the wordings are gone; numbers and keywords stay', async () => {
  const town = await createTenant('vergessen');
  await keepGap(
    visitor(town, '2026-10-01'),
    'Wer vermietet eigentlich den Saal der Alten Synagoge?',
    'resident',
  );
  await forgetWordings(visitor(town, '2026-10-30'));
  expect(await words(scope(town))).toMatch(/vermietet eigentlich/);
  await forgetWordings(visitor(town, '2026-11-01'));
  expect(await words(scope(town))).not.toMatch(/vermietet eigentlich/);
  expect(await listGapGroups(editor(town))).toMatchObject([
    { question: 'Saal · Alten · Synagoge', askedCount: 1, wordings: [] },
  ]);
});

test('one click begins the missing article; a second finds the same draft', async () => {
  const town = await createTenant('entwurf');
  await keepGap(visitor(town), 'Gibt es einen Hundestrand?', 'resident');
  const [gap] = await listGapGroups(editor(town));
  const first = await draftForGap(editor(town), articleKind, gap!.id);
  expect(first).toMatchObject({ ok: true });
  expect(await draftForGap(editor(town), articleKind, gap!.id)).toEqual(first);
  expect(
    await draftForGap(scope(town, { permissions: ['knowledge.edit'] }), articleKind, gap!.id),
  ).toMatchObject({
    reason: 'forbidden',
  });
});

test('only a real answer can be rated; a "no" counts for its articles and becomes a gap without a name', async () => {
  const town = await createTenant('bewerten');
  const boss = scope(town, { permissions: ['knowledge.edit', 'knowledge.publish'] });
  const saved = await saveEntry(boss, articleKind, {
    draft: { title: 'Hundesteuer', body: '60 Euro.' },
    details: {},
  });
  if (!saved.ok) throw new Error('not saved');
  await publishEntry(boss, articleKind, saved.value.id);
  const answering = async () => answerCiting(saved.value.id, saved.value.id);
  const silent = async () => ({ ...answerCiting(), outcome: 'declined' as const });
  const rated = (verdict: 'yes' | 'no' | 'outdated') => ({
    verdict,
    question: { question: 'Ich bin Erika Muster, was kostet mein Hund?', audience: 'resident' as const },
  });

  expect(await rateAnswer(silent, visitor(town), rated('no'))).toMatchObject({ reason: 'no-answer' });
  expect(await listGapGroups(editor(town))).toEqual([]);
  for (const verdict of ['yes', 'no', 'no', 'outdated'] as const)
    expect(await rateAnswer(answering, visitor(town), rated(verdict))).toMatchObject({
      ok: true,
      value: { articles: 1 },
    });
  expect(await listBadRatings(editor(town))).toEqual([
    {
      entryId: saved.value.id,
      kind: 'article',
      title: 'Hundesteuer',
      yes: 1,
      no: 2,
      reasons: [{ reason: 'outdated', count: 1 }],
    },
  ]);
  expect(await listGapGroups(editor(town))).toMatchObject([{ askedCount: 0, badlyRatedCount: 2 }]);
  expect(await words(scope(town))).not.toMatch(/Erika|Muster/);
  expect(await listBadRatings(visitor(town))).toEqual([]);
});

test('gaps and ratings of one town are nowhere in the other', async () => {
  const [here, there] = [await createTenant('hier'), await createTenant('dort')];
  await keepGap(visitor(here), 'Gibt es einen Hundestrand?', 'resident');
  const [gap] = await listGapGroups(editor(here));
  await rateAnswer(async () => answerCiting(newId()), visitor(here), {
    verdict: 'no',
    question: { question: 'Wo ist der Strand?', audience: 'resident' },
  });
  expect(await listGapGroups(editor(there))).toEqual([]);
  expect(await listBadRatings(editor(there))).toEqual([]);
  expect(await closeGap(editor(there), gap!.id)).toMatchObject({ reason: 'unknown' });
  expect(await draftForGap(editor(there), articleKind, gap!.id)).toMatchObject({ reason: 'unknown' });
  await keepGap(visitor(there), 'Gibt es einen Hundestrand?', 'resident');
  expect((await listGapGroups(editor(here))).find(({ id }) => id === gap!.id)).toMatchObject({
    askedCount: 1,
  });
});

test('the list costs as many queries for three gaps as for one', async () => {
  const town = await createTenant('abfragen');
  await keepGap(visitor(town), 'Gibt es einen Hundestrand?', 'resident');
  const one = await countQueries(() => listGapGroups(editor(town)));
  await keepGap(visitor(town), 'Wann öffnet die Eisbahn?', 'resident');
  await keepGap(visitor(town), 'Wer repariert Uhren?', 'resident');
  expect(await countQueries(() => listGapGroups(editor(town)))).toBe(one);
});

function answerCiting(...articleIds: string[]): TownAnswer {
  const citations = articleIds.map((articleId, at) => ({ n: at + 1, articleId }));
  return { outcome: 'answered', citations } as unknown as TownAnswer;
}

/** Every word of the town that questions and ratings left behind. */
async function words(tenant: TenantScope): Promise<string> {
  const { rows } = await tenant.read((store) =>
    store.execute(sql`
      select question || ' ' || fingerprint || ' ' || keywords as words from assistant.gap
      union all select text from assistant.gap_wording
      union all select article_id from assistant.rating where article_id !~ '^[0-9a-f-]{36}$'
    `),
  );
  return JSON.stringify(rows);
}
