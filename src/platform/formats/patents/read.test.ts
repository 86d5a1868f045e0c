import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPatents } from './read.ts';

const file = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../../tests/fixtures/patents', name));
const records = (name: string) => {
  const read = readPatents(file(name));
  if (!read.ok) throw new Error(read.reason);
  return read.value.patents;
};

test('a hit list of DPMAregister gives utility models with applicant, classes and dates', () => {
  expect(records('dpma-search.xml')).toHaveLength(3);
  expect(records('dpma-search.xml')[2]).toEqual({
    number: 'G 83 08 408.8',
    office: 'DPMA',
    type: 'utility-model',
    title: 'Elektro-Fahrzeug mit Ladekabel',
    applicants: ['Jungheinrich Unternehmensverwaltung KG, 2000 Hamburg'],
    ipc: ['B60L 3/00', 'H01R 13/703'],
    applicationDate: '1983-03-22',
    publicationDate: '1983-05-05',
  });
});

test('a search of the European office gives patents, German title first', () => {
  const found = records('ops-search.xml');
  expect(found).toHaveLength(3);
  expect(found[0]).toMatchObject({
    number: 'AU2024270787A1',
    office: 'EPO',
    type: 'patent',
    publicationDate: '2025-10-23',
  });
  expect(found.every((patent) => patent.ipc.every((one) => /^[A-H]\d\d[A-Z] \d+\/\d+$/.test(one)))).toBe(
    true,
  );
});

test('agents and inventors do not come in', () => {
  expect(JSON.stringify(records('dpma-search.xml'))).not.toMatch(/Trappenberg|Kretzschmar/);
});

test.each([
  ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><PatentHitList/>', 'xml-doctype'],
  ['broken XML', '<PatentHitList><a></PatentHitList>', 'xml-broken'],
  ['something else', '<rss></rss>', 'format-unknown'],
])('%s is refused', (_, xml, reason) => {
  expect(readPatents(Buffer.from(xml))).toMatchObject({ ok: false, reason });
});

test('a record without number or title is named, the others stay', () => {
  const xml =
    '<PatentHitList><PatentHitListRecord><registered-number>1</registered-number></PatentHitListRecord><PatentHitListRecord><registered-number>2</registered-number><invention-title>Rad</invention-title></PatentHitListRecord></PatentHitList>';
  const read = readPatents(Buffer.from(xml));
  expect(read).toMatchObject({
    ok: true,
    value: { patents: [{ number: '2' }], faults: [{ row: 1, reason: 'title-missing' }] },
  });
});
