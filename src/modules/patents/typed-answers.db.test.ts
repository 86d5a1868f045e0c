import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { createAssistant } from '#modules/assistant.server';
import type { PatentDetails } from '#modules/patents';
import { patentKind, patentReader } from '#modules/patents.server';
import { eachPublic, nextChangeAt, publishEntry, readEdition, saveEntry } from '#modules/publishing.server';
import type { TenantScope } from '#platform/scope.server';

const { createTenant, scope } = await testDatabase();
const town = await createTenant('hagenow', 'Hagenow');
async function* patents(tenant: TenantScope) {
  for await (const contents of eachPublic(tenant, patentKind))
    yield contents.map((content) => patentKind.toSearchDocument(content));
}
const assistant = createAssistant(
  { searchables: [patents], readEdition, nextChangeAt },
  {
    readers: [patentReader],
    say: (_, key, values) => [key, values.title, values.year, values.applicants].join(' '),
  },
);

async function publish(title: string, details: Partial<PatentDetails>) {
  const boss = scope(town);
  const number = `DE ${title}`;
  const saved = await saveEntry(boss, patentKind, {
    draft: { title, sourceName: 'DPMA' },
    details: { number, ...details },
  });
  if (!saved.ok) throw new Error(saved.reason);
  await publishEntry(boss, patentKind, saved.value.id);
}
await publish('Elektrofahrzeug mit Ladekabel', {
  applicants: ['Jungheinrich KG, Hamburg'],
  ipc: ['B60L 3/00'],
  applicationDate: '1983-02-03',
});
await publish('Monitoring a turbine', { ipc: ['F03D 17/00'], applicationDate: '2025-01-07' });
await publish('Kartoffelschäler', { applicants: ['Knolle GmbH, Hagenow'], ipc: ['A47J 17/00'] });

const told = async (question: string) => {
  const { sentences, citations } = await assistant.ask(scope(town, { permissions: [] }), {
    question,
    audience: 'business',
  });
  const titleOf = (n: number) => citations.find((citation) => citation.n === n)?.title;
  return sentences
    .filter(({ text }) => text.startsWith('patents.'))
    .map(({ text, citation }) => [text, titleOf(citation)]);
};

test('rights are named by what they are about, by field and by applicant, each with its own record', async () => {
  const car = [
    [
      'patents.answer Elektrofahrzeug mit Ladekabel 1983 Jungheinrich KG, Hamburg',
      'Elektrofahrzeug mit Ladekabel',
    ],
  ];
  expect(await told('Wer hat Patente zu Elektrofahrzeugen?')).toEqual(car);
  expect(await told('Welche Gebrauchsmuster hat Jungheinrich?')).toEqual(car);
  expect(await told('Patente Windkraft')).toEqual([
    ['patents.answer Monitoring a turbine 2025 none', 'Monitoring a turbine'],
  ]);
});

test('who asks for any gets the newest; those of the town are those whose applicant sits there', async () => {
  const titles = async (question: string) => (await told(question)).map(([, title]) => title);
  expect((await titles('Welche Patente gibt es?'))[0]).toBe('Monitoring a turbine');
  expect(await titles('Welche Patente gibt es in Hagenow?')).toEqual(['Kartoffelschäler']);
});

test.each([
  'Welche Patente gibt es zu Melkmaschinen?',
  'Wer hilft mir bei einem Patent?',
  'Wie melde ich ein Patent an?',
  'Was kostet ein Patent?',
  'Wo ist das Patentamt?',
  'Was ist ein Schutzrecht?',
])('„%s“ is no question for the list of rights', async (question) => {
  expect(await told(question)).toEqual([]);
});
