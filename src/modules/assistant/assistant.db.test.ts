import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { createAssistant } from '#modules/assistant.server';
import { newsKind } from '#modules/news.server';
import { articleKind } from '#modules/knowledge.server';
import {
  archiveEntry,
  eachPublic,
  nextChangeAt,
  publishEntry,
  readEdition,
  saveEntry,
} from '#modules/publishing.server';
import type { AnyKind } from '#modules/publishing.server';
import { saveTown } from '#modules/tenancy.server';
import type { Asking } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';

const { createTenant, scope } = await testDatabase();
const searchable = (kind: AnyKind) =>
  async function* (tenant: TenantScope) {
    for await (const contents of eachPublic(tenant, kind))
      yield contents.map((content) => kind.toSearchDocument(content));
  };
const assistant = createAssistant({
  searchables: [newsKind, articleKind].map(searchable),
  readEdition,
  nextChangeAt,
});

async function published(tenant: TenantScope, kind: AnyKind, draft: object, details: object = {}) {
  const saved = await saveEntry(tenant, kind, { draft: draft as never, details });
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  await publishEntry(tenant, kind, saved.value.id);
  return saved.value;
}

test('a question is answered from what the town has published, and no longer once it is archived', async () => {
  const town = await createTenant('hagenow', 'Hagenow');
  const boss = scope(town);
  const visitor = scope(town, { permissions: [] });
  const asked = { question: 'Wie hoch ist die Hundesteuer?', audience: 'resident' as const };
  expect((await assistant.ask(visitor, asked)).outcome).not.toBe('answered');

  const fact = await published(
    boss,
    articleKind,
    {
      title: 'Hundesteuer',
      body: 'Die Hundesteuer beträgt 60 Euro im Jahr für den ersten Hund.',
      sourceName: 'Satzung',
      sourceDate: '2025-01-01',
    },
    { topic: 'steuern', contactRole: 'Fachbereich Finanzen' },
  );
  const given = await assistant.ask(visitor, asked);
  expect(given).toMatchObject({
    outcome: 'answered',
    sentences: [{ text: 'Die Hundesteuer beträgt 60 Euro im Jahr für den ersten Hund.', citation: 1 }],
    citations: [
      {
        n: 1,
        articleId: fact.id,
        title: 'Hundesteuer',
        url: '/wissen/hundesteuer#satz-0',
        source: 'Satzung',
        date: '2025-01-01',
        sentenceIndex: 0,
      },
    ],
  });

  await archiveEntry(boss, articleKind, fact.id);
  expect((await assistant.ask(visitor, asked)).outcome).not.toBe('answered');
});

test('what one town knows no other town answers', async () => {
  const [here, there] = [await createTenant('hier'), await createTenant('dort')];
  await published(scope(here), articleKind, {
    title: 'Hebesatz Grundsteuer',
    body: 'Der Hebesatz der Grundsteuer B beträgt 438 Prozent.',
  });
  const question = { question: 'Wie hoch ist der Hebesatz der Grundsteuer?', audience: 'resident' as const };
  expect((await assistant.ask(scope(here, { permissions: [] }), question)).outcome).toBe('answered');
  expect(await assistant.ask(scope(there, { permissions: [] }), question)).toMatchObject({
    sentences: [],
    citations: [],
  });
});

test('an unanswered question is kept once without the name of who asked, and comes back when asked again', async () => {
  const town = await createTenant('luecken');
  const editor = scope(town, { permissions: ['assistant.read-gaps'] });
  const ask = (question: string) =>
    assistant.ask(scope(town, { permissions: [] }), { question, audience: 'business' });
  await ask('Ich heiße Erika Muster, gibt es Stellplätze für Lastwagen?');
  await ask('ich heiße Karl Lehmann, gibt es Stellplätze für Lastwagen?');
  const [gap, ...others] = await assistant.listGaps(editor);
  expect(others).toEqual([]);
  expect(gap).toMatchObject({ askedCount: 2, audience: 'business' });
  expect(gap!.question).not.toMatch(/Erika|Muster/);

  expect(await assistant.closeGap(editor, gap!.id)).toMatchObject({ ok: true });
  expect(await assistant.listGaps(editor)).toEqual([]);
  await ask('Ich heiße Eva Kern, gibt es Stellplätze für Lastwagen?');
  expect(await assistant.listGaps(editor)).toHaveLength(1);
  expect(await assistant.listGaps(scope(town, { permissions: [] }))).toEqual([]);
});

test('a gap says what a follow-up was about', async () => {
  const town = await createTenant('anschlussluecken');
  const editor = scope(town, { permissions: ['assistant.read-gaps'] });
  await assistant.ask(scope(town, { permissions: [] }), {
    question: 'und wann?',
    history: ['Gibt es einen Laternenumzug?'],
    audience: 'resident',
  });
  expect((await assistant.listGaps(editor)).map(({ question }) => question)).toEqual([
    'Gibt es einen Laternenumzug? und wann?',
  ]);
});

test('scheduled content is answered from its hour on', async () => {
  const town = await createTenant('zeitplan');
  const boss = scope(town, { now: new Date('2026-11-01T00:00:00Z') });
  await published(boss, newsKind, {
    title: 'Freibad geschlossen',
    body: 'Das Freibad ist wegen Reparatur geschlossen.',
    publishAt: new Date('2026-12-01T08:00:00Z'),
  });
  const at = (time: string) =>
    assistant.ask(scope(town, { permissions: [], now: new Date(time) }), {
      question: 'Ist das Freibad geschlossen?',
      audience: 'resident',
    });
  expect((await at('2026-11-30T08:00:00Z')).sentences).toEqual([]);
  expect((await at('2026-12-01T08:00:01Z')).sentences).toHaveLength(1);
});

test('a record answers before sentences do, with the record as its only citation', async () => {
  const town = await createTenant('satzarten');
  const reader = {
    kind: 'article',
    asks: (question: string) => question.includes('gerade'),
    read: async (_tenant: TenantScope, _question: string, { ids }: Asking) => ({
      id: ids[0]!,
      sentences: [{ key: 'now.open', values: { place: 'Bad', until: { key: 'noon' } } }],
    }),
  };
  const say = (locale: string, key: string, values: Record<string, string>) =>
    `${locale}:${key}${Object.values(values).join('|')}`;
  const typed = createAssistant(
    { searchables: [searchable(articleKind)], readEdition, nextChangeAt },
    { readers: [reader], say },
  );
  await published(
    scope(town),
    articleKind,
    { title: 'Freibad', body: 'Das Freibad ist im Sommer offen.' },
    { contactRole: 'Bäderamt' },
  );
  const given = await typed.ask(scope(town, { permissions: [] }), {
    question: 'Ist das Freibad gerade offen?',
    audience: 'resident',
  });
  expect(given).toMatchObject({
    outcome: 'answered',
    sentences: [{ text: 'de:now.openBad|de:noon', citation: 1, flags: [] }],
    citations: [{ n: 1, title: 'Freibad', url: '/wissen/freibad' }],
    contact: null,
  });
});

test('a crowd that asks in many words reads a record once a minute, and at once when it was changed', async () => {
  const town = await createTenant('viele-worte');
  let readings = 0;
  const reader = {
    kind: 'article',
    asks: (question: string) => question.includes('Freibad'),
    async read(_tenant: TenantScope, _question: string, { ids, recall }: Asking) {
      const place = await recall('bath', () => Promise.resolve(String(++readings)));
      return { id: ids[0]!, sentences: [{ key: 'bath', values: { place } }] };
    },
  };
  const typed = createAssistant(
    { searchables: [searchable(articleKind)], readEdition, nextChangeAt },
    { readers: [reader], say: (_locale, key, { place }) => `${key} ${place}` },
  );
  const draft = { title: 'Freibad', body: 'Das Freibad ist im Sommer offen.' };
  await published(scope(town), articleKind, draft);
  const ask = async (question: string, time: string) => {
    const visitor = scope(town, { permissions: [], now: new Date(time) });
    return (await typed.ask(visitor, { question, audience: 'resident' })).sentences[0]?.text;
  };
  expect(await ask('Ist das Freibad offen?', '2026-11-27T10:00:00Z')).toBe('bath 1');
  expect(await ask('Hat das Freibad gerade auf?', '2026-11-27T10:00:59Z')).toBe('bath 1');
  expect(await ask('Freibad offen?', '2026-11-27T10:01:00Z')).toBe('bath 2');
  await published(scope(town), articleKind, { title: 'Hallenbad', body: 'Das Hallenbad ist immer offen.' });
  expect(await ask('Und das Freibad, ist es offen?', '2026-11-27T10:01:00Z')).toBe('bath 3');
});

test('a follow-up is read with the question it leans on; what the records do not know is said, but no answer', async () => {
  const town = await createTenant('anschluss');
  const reader = {
    kind: 'article',
    asks: (question: string) => question.includes('gerade'),
    read: async (_: TenantScope, question: string, { ids, before }: Asking) => ({
      id: ids[0]!,
      isUnknown: question.includes('Sonntag'),
      sentences: [{ key: [question, ...before].join('|'), values: {} }],
    }),
  };
  const typed = createAssistant(
    { searchables: [searchable(articleKind)], readEdition, nextChangeAt },
    { readers: [reader], say: (_, key) => key },
  );
  await published(scope(town), articleKind, { title: 'Freibad', body: 'Das Freibad liegt am See.' });
  const ask = async (question: string, ...history: string[]) => {
    const asked = { question, history, audience: 'resident' as const };
    const { outcome, sentences, citations } = await typed.ask(scope(town, { permissions: [] }), asked);
    return [outcome, sentences.map(({ text }) => text), citations.map(({ title }) => title)];
  };
  expect(await ask('Und am Samstag?', 'Hundesteuer?', 'Ist das Freibad gerade offen?')).toEqual([
    'answered',
    ['Und am Samstag?|Ist das Freibad gerade offen?'],
    ['Freibad'],
  ]);
  expect(await ask('und am Sonntag?', 'Ist das Freibad gerade offen?', 'Und am Samstag?')).toEqual([
    'possible',
    ['und am Sonntag?|Und am Samstag?|Ist das Freibad gerade offen?'],
    ['Freibad'],
  ]);
  expect((await ask('Und was kostet das Freibad?', 'Ist das Freibad gerade offen?'))[1]).not.toContain(
    'Und was kostet das Freibad?|Ist das Freibad gerade offen?',
  );
});

test('the town’s texts are heard where they say what a reader knows nothing of', async () => {
  const town = await createTenant('besser');
  const doctor = await published(scope(town), articleKind, {
    title: 'Hausarzt',
    body: 'Der Hausarzt hat seine Praxis in der Bahnhofstraße.',
  });
  const reader = {
    kind: 'article',
    asks: () => true,
    read: async () => ({
      id: doctor.id,
      isUnknown: true,
      unlessSaid: /arzt/i,
      sentences: [{ key: 'nichts', values: {} }],
    }),
  };
  const typed = createAssistant(
    { searchables: [searchable(articleKind)], readEdition, nextChangeAt },
    { readers: [reader], say: (_, key) => key },
  );
  const ask = async (question: string) =>
    (await typed.ask(scope(town, { permissions: [] }), { question, audience: 'resident' })).sentences.map(
      ({ text }) => text,
    );
  expect(await ask('Wo hat der Hausarzt seine Praxis?')).toEqual([
    'Der Hausarzt hat seine Praxis in der Bahnhofstraße.',
  ]);
  expect(await ask('Wo ist ein Zoo?')).toEqual(['nichts']);
});

test('what the texts say of another house is not heard for the one that was asked for', async () => {
  const town = await createTenant('anderes-haus');
  const museum = await published(scope(town), articleKind, {
    title: 'Museum',
    body: 'Das Museum hat am Samstag von 14 bis 17 Uhr geöffnet.',
  });
  const reader = (house: string) => ({
    kind: 'article',
    asks: () => true,
    read: async () => ({
      id: museum.id,
      isUnknown: true,
      unlessSaid: /geöffnet/i,
      saidOf: (text: string) => text.includes(house),
      sentences: [{ key: 'nichts', values: {} }],
    }),
  });
  const ask = async (house: string) => {
    const typed = createAssistant(
      { searchables: [searchable(articleKind)], readEdition, nextChangeAt },
      { readers: [reader(house)], say: (_, key) => key },
    );
    const question = 'Wann hat das Museum am Samstag geöffnet?';
    return (await typed.ask(scope(town, { permissions: [] }), { question, audience: 'resident' })).outcome;
  };
  expect(await ask('Museum')).toBe('answered');
  expect(await ask('Schwimmhalle')).not.toBe('answered');
});

test('two questions in one are each asked for themselves', async () => {
  const town = await createTenant('zwei-fragen');
  await published(scope(town), articleKind, {
    title: 'Freibad',
    body: 'Das Freibad ist im Sommer offen. Der Eintritt ins Freibad kostet 3 Euro.',
  });
  const reader = {
    kind: 'article',
    asks: (question: string) => question.includes('offen'),
    read: async (_tenant: TenantScope, _question: string, { ids }: Asking) => ({
      id: ids[0]!,
      sentences: [{ key: 'jetzt offen', values: {} }],
    }),
  };
  const typed = createAssistant(
    { searchables: [searchable(articleKind)], readEdition, nextChangeAt },
    { readers: [reader], say: (_, key) => key },
  );
  const given = await typed.ask(scope(town, { permissions: [] }), {
    question: 'Ist das Freibad offen und was kostet der Eintritt ins Freibad?',
    audience: 'resident',
  });
  expect(given.outcome).toBe('answered');
  const told = given.sentences.map(({ text }) => text);
  expect(told[0]).toBe('jetzt offen');
  expect(told.slice(1).join(' ')).toContain('3 Euro');
});

test('four hundred questions that come again are answered from memory', async () => {
  const town = await createTenant('stammfragen');
  let readings = 0;
  const reader = {
    kind: 'article',
    asks: () => true,
    async read(_tenant: TenantScope, _question: string, { ids }: Asking) {
      readings++;
      return { id: ids[0]!, sentences: [{ key: 'bath', values: {} }] };
    },
  };
  const typed = createAssistant(
    { searchables: [searchable(articleKind)], readEdition, nextChangeAt },
    { readers: [reader], say: (_locale, key) => key },
  );
  await published(scope(town), articleKind, { title: 'Freibad', body: 'Das Freibad ist im Sommer offen.' });
  const visitor = scope(town, { permissions: [], now: new Date('2026-11-27T10:00:00Z') });
  const questions = Array.from({ length: 400 }, (_, n) => `Ist das Freibad offen am Tag ${n}?`);
  for (const question of [...questions, ...questions])
    await typed.ask(visitor, { question, audience: 'resident' });
  expect(readings).toBe(400);
});

test('a town offers its own questions, and only those it can answer', async () => {
  const town = await createTenant('vorschlaege');
  const boss = scope(town);
  await published(boss, articleKind, {
    title: 'Hundesteuer',
    body: 'Die Hundesteuer beträgt 60 Euro im Jahr.',
  });
  const suggestions = {
    resident: ['Wie hoch ist die Hundesteuer?', 'Wie hoch fliegt ein Zeppelin?'],
    business: [],
  };
  expect(await saveTown(boss, { settings: { suggestions } })).toMatchObject({ ok: true });
  const visitor = scope(town, { permissions: [] });
  expect(await assistant.suggestions(visitor, 'resident')).toEqual(['Wie hoch ist die Hundesteuer?']);
});
