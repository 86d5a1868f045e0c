import { readJson, readPatents } from '#platform/formats.server';
import type { PatentRecord } from '#platform/formats.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { ImportFault } from '../model.ts';
import { draftOf, dropped, isText } from './importer.ts';
import type { Importer, ImportRow, ReadContext } from './importer.ts';

/** Answers of DPMAregister and EPO OPS (XML), or records taken from them (JSON), become property rights. */
export const patentsImporter: Importer = {
  targets: ['patents'],
  read(bytes, context) {
    const read = bytes[0] === '{'.charCodeAt(0) ? fromJson(bytes) : fromXml(bytes);
    if (!read.ok) return read;
    const { records, faults } = read.value;
    return done({ rows: records.map((record, i) => toRow(record, i + 1, context)), faults });
  },
};

type Read = Outcome<{ records: PatentRecord[]; faults: ImportFault[] }, string>;

function fromXml(bytes: Uint8Array): Read {
  const read = readPatents(bytes);
  return read.ok ? done({ records: read.value.patents, faults: dropped(read.value.faults) }) : read;
}

interface KeptRecord {
  id?: string;
  office?: string;
  type?: string;
  title?: string;
  applicants?: string[];
  ipc?: string[];
  application_date?: string | null;
  publication_date?: string | null;
}

function fromJson(bytes: Uint8Array): Read {
  const read = readJson(bytes);
  if (!read.ok) return read;
  const list = (read.value as { records?: unknown } | null)?.records;
  if (!Array.isArray(list)) return refuse('format-unknown', { values: { part: 'records' } });
  const records: PatentRecord[] = [];
  const faults: ImportFault[] = [];
  list.forEach((one: KeptRecord | null, i) => {
    if (!isText(one?.id) || !isText(one.title)) {
      const reason = isText(one?.id) ? 'title-missing' : 'id-missing';
      faults.push({ line: null, row: i + 1, field: null, reason, value: one?.title ?? null, kept: false });
    } else records.push(recordOf(one, one.id, one.title));
  });
  return done({ records, faults });
}

function recordOf(one: KeptRecord, number: string, title: string): PatentRecord {
  return {
    number,
    office: one.office === 'DPMA' ? 'DPMA' : 'EPO',
    type: one.type === 'gebrauchsmuster' ? 'utility-model' : 'patent',
    title,
    applicants: one.applicants ?? [],
    ipc: one.ipc ?? [],
    applicationDate: one.application_date ?? null,
    publicationDate: one.publication_date ?? null,
  };
}

const REGISTERS = { DPMA: 'DPMAregister', EPO: 'EPO Open Patent Services' };

function toRow(record: PatentRecord, row: number, context: ReadContext): ImportRow {
  const { title, ...details } = record;
  return {
    line: null,
    row,
    externalId: `patent:${record.number}`,
    draft: draftOf(context, {
      title,
      sourceName: REGISTERS[record.office],
      sourceDate: record.publicationDate ?? record.applicationDate,
      audience: 'business',
    }),
    details,
  };
}
