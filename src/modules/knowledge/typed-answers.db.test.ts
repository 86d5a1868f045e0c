import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { createAssistant } from '#modules/assistant.server';
import { articleKind, providerDocuments, providerReader, serviceReader } from '#modules/knowledge.server';
import type { ArticleDetails } from '#modules/knowledge';
import { eachPublic, nextChangeAt, publishEntry, readEdition, saveEntry } from '#modules/publishing.server';
import type { TenantIdentity } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';

const { createTenant, scope } = await testDatabase();
async function* articles(tenant: TenantScope) {
  for await (const contents of eachPublic(tenant, articleKind))
    yield contents.map((content) => articleKind.toSearchDocument(content));
}
const assistant = createAssistant(
  { searchables: [articles, providerDocuments], readEdition, nextChangeAt },
  {
    readers: [serviceReader, providerReader],
    say: (_, key, values) => [key, ...Object.values(values)].join(' '),
  },
);
const ask = (town: TenantIdentity, question: string) =>
  assistant.ask(scope(town, { permissions: [] }), { question, audience: 'business' });

async function publish(
  town: TenantIdentity,
  title: string,
  body: string,
  details: Partial<ArticleDetails>,
  isExample = false,
) {
  const boss = scope(town);
  const draft = { title, body, sourceName: 'Quelle', sourceDate: '2025-01-01', isExample };
  const saved = await saveEntry(boss, articleKind, { draft, details });
  if (!saved.ok) throw new Error(saved.reason);
  await publishEntry(boss, articleKind, saved.value.id);
}

test('everybody who can do it is named, each by a sentence with source and date, and an office besides', async () => {
  const town = await createTenant('anbieter');
  await publish(town, 'Institut A', 'Das Institut A arbeitet in Rostock. Es forscht zu Sensoren.', {
    subject: 'institution',
    abilities: 'Sensorik',
    contactRole: 'Transferstelle',
  });
  await publish(town, 'Institut B', 'Das Institut B hat 200 Leute.', {
    subject: 'institution',
    abilities: 'Sensorik, Optik',
  });
  await publish(
    town,
    'Beispiel-Institut',
    'Es forscht zu Sensorik.',
    { subject: 'institution', abilities: 'Sensorik' },
    true,
  );
  const given = await ask(town, 'Wer forscht zu Sensorik?');
  expect(given).toMatchObject({
    outcome: 'answered',
    sentences: [
      { text: 'Das Institut A arbeitet in Rostock.', citation: 1 },
      { text: 'Es forscht zu Sensoren.', citation: 2 },
      { text: 'knowledge.answer.provider Institut B Sensorik', citation: 3 },
      { text: 'Das Institut B hat 200 Leute.', citation: 4 },
    ],
    citations: [
      { title: 'Institut A', url: '/wissen/institut-a#satz-0' },
      { title: 'Institut A', url: '/wissen/institut-a#satz-1', source: 'Quelle', date: '2025-01-01' },
      { title: 'Institut B', url: '/wissen/institut-b' },
      { title: 'Institut B', url: '/wissen/institut-b#satz-0' },
    ],
    contact: { role: 'Transferstelle' },
  });
  const other = await createTenant('ohne-anbieter');
  expect((await ask(other, 'Wer forscht zu Sensorik?')).outcome).not.toBe('answered');
});

test('no office is named that none of those found names', async () => {
  const town = await createTenant('ohne-stelle');
  await publish(town, 'Campus', 'Der Campus forscht unter Wasser.', {
    subject: 'institution',
    abilities: 'Unterwassertechnik',
  });
  await publish(town, 'Amt', 'Das Amt hat offen.', { contactRole: 'Amt am Rand' });
  expect(await ask(town, 'Wer forscht zu Unterwassertechnik?')).toMatchObject({
    outcome: 'answered',
    contact: null,
  });
});

test('that nobody is in the list for it is said, with the list as source, and is no answer', async () => {
  const town = await createTenant('niemand');
  await publish(town, 'Institut A', 'Das Institut A misst.', { subject: 'institution', abilities: 'Optik' });
  await publish(town, 'Vortrag', 'Vortrag über künstliche Intelligenz in der Pflege.', {});
  expect(await ask(town, 'Wer forscht an künstlicher Intelligenz?')).toMatchObject({
    outcome: 'possible',
    sentences: [{ text: 'knowledge.answer.nobody künstlicher Intelligenz' }],
    citations: [{ url: '/wirtschaft' }],
  });
});

test('free sites come first; where none is free, it says so', async () => {
  const town = await createTenant('flaechen');
  await publish(town, 'Am Hafen', 'Vier Hektar am Hafen.', { subject: 'site', availability: 'planned' });
  const question = 'Welche Gewerbeflächen sind frei?';
  expect((await ask(town, question)).sentences.map(({ text }) => text)).toEqual([
    'knowledge.answer.none-free',
    'knowledge.answer.site.planned Am Hafen',
    'Vier Hektar am Hafen.',
  ]);
  await publish(town, 'Sudenhof', 'Ein Hektar in Sudenhof.', { subject: 'site', availability: 'free' });
  expect((await ask(town, question)).citations[0]).toMatchObject({ title: 'Sudenhof' });
});

test('a service is told by the page that is called so, an example only named, and the verb of a follow-up counts', async () => {
  const town = await createTenant('leistungen');
  await publish(town, 'Gewerbe anmelden', 'Ein Gewerbe ist anzuzeigen. Zuständig ist die Stadt.', {
    contactRole: 'Gewerbeamt',
  });
  await publish(town, 'Gewerbe abmelden', 'Die Aufgabe ist anzuzeigen.', {}, true);
  await publish(town, 'Behälter für ein Gewerbe', 'Wer ein Gewerbe anmeldet, meldet auch Behälter an.', {});
  expect(await ask(town, 'Wie melde ich mein Gewerbe an?')).toMatchObject({
    outcome: 'answered',
    sentences: [{ text: 'Ein Gewerbe ist anzuzeigen.' }, { text: 'Zuständig ist die Stadt.' }],
    contact: { role: 'Gewerbeamt' },
  });
  const visitor = scope(town, { permissions: [] });
  const given = await assistant.ask(visitor, {
    question: 'und abmelden?',
    history: ['Wie melde ich mein Gewerbe an?'],
    audience: 'business',
  });
  expect(given).toMatchObject({
    outcome: 'possible',
    sentences: [{ text: 'knowledge.answer.example Gewerbe abmelden' }],
    citations: [{ title: 'Gewerbe abmelden' }],
  });
});

test('a question that leaves out whom it looks for is left to the texts', async () => {
  const visitor = scope(await createTenant('und-wo', 'Und Wo'));
  expect(await providerReader.read(visitor, 'Und wo?')).toBeNull();
});
