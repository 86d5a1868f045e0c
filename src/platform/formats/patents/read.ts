import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import { rowFault } from '../rows/faults.ts';
import type { RowFault } from '../rows/faults.ts';
import { readXml } from '../xml/read.ts';
import type { XmlRefusal } from '../xml/read.ts';

/** An industrial property right as a register tells it. Inventors and agents are persons and left out. */
export interface PatentRecord {
  /** Number the office knows it by, e.g. `DE 10027360.2` or `EP2400812A1`. */
  number: string;
  office: 'DPMA' | 'EPO';
  type: 'patent' | 'utility-model';
  title: string;
  /** Organisations only. */
  applicants: string[];
  /** Classes of the International Patent Classification, `B60L 3/00`, the main one first. */
  ipc: string[];
  /** `YYYY-MM-DD`, null when not told. */
  applicationDate: string | null;
  publicationDate: string | null;
}

export type PatentsRefusal = XmlRefusal | 'format-unknown';

type Node = Record<string, unknown>;

/** Reads hit lists and records of DPMAregister (DPMAconnectPlus) and of EPO Open Patent Services 3.2. */
export function readPatents(
  bytes: Uint8Array,
): Outcome<{ patents: PatentRecord[]; faults: RowFault[] }, PatentsRefusal> {
  const read = readXml(bytes);
  if (!read.ok) return read;
  const { rootName, root } = read.value;
  const found = rootsOf({ [rootName]: root });
  if (!found) return refuse('format-unknown', { values: { part: rootName } });

  const patents: PatentRecord[] = [];
  const faults: RowFault[] = [];
  found.records.forEach((record, i) => {
    const patent = found.read(record);
    if (patent.number && patent.title) patents.push(patent);
    else
      faults.push(
        rowFault(patent.number ? 'title-missing' : 'id-missing', {
          row: i + 1,
          value: patent.number || patent.title,
        }),
      );
  });
  return done({ patents, faults });
}

function rootsOf(root: Node): { records: Node[]; read: (record: Node) => PatentRecord } | null {
  if (root.PatentHitList)
    return { records: list(at(root, 'PatentHitList', 'PatentHitListRecord')), read: fromHitList };
  if (root['dpma-patent-document'])
    return { records: list(root['dpma-patent-document']), read: fromDpmaRecord };
  const documents = everywhere(root['world-patent-data'], 'exchange-document');
  return root['world-patent-data'] ? { records: documents, read: fromOps } : null;
}

function fromHitList(record: Node): PatentRecord {
  const classes = [...list(record['main-classification']), ...list(record['further-classification'])];
  return {
    number: text(record['registered-number']),
    office: 'DPMA',
    type: /utility/i.test(text(record.type)) ? 'utility-model' : 'patent',
    title: text(record['invention-title']),
    applicants: organisations(list(at(record, 'applicants', 'applicant')).map(text)),
    ipc: distinct(classes.map((one) => ipcOf(text(one.classification)))),
    applicationDate: dayOf(text(record.applicationDate)),
    publicationDate: dayOf(text(record.publicationDate)),
  };
}

function fromDpmaRecord(record: Node): PatentRecord {
  const data = record['bibliographic-data'] as Node | undefined;
  const application = at(data, 'application-reference', 'document-id') as Node | undefined;
  const publications = list(at(data, 'publication-references', 'publication-reference'));
  return {
    number: [text(application?.country), text(application?.['doc-number'])].filter(Boolean).join(' '),
    office: 'DPMA',
    type: publications.some((one) => /^U/.test(text(at(one, 'document-id', 'kind'))))
      ? 'utility-model'
      : 'patent',
    title: germanFirst(data?.['invention-title']),
    applicants: organisations(
      list(at(data, 'parties', 'applicants', 'applicant')).map((one) => text(at(one, 'addressbook', 'name'))),
    ),
    ipc: distinct(
      list(at(data, 'classifications-ipcr', 'classification-ipcr')).map((one) => ipcOf(text(one.text))),
    ),
    applicationDate: dayOf(text(application?.date)),
    publicationDate: null,
  };
}

function fromOps(record: Node): PatentRecord {
  const data = record['bibliographic-data'] as Node | undefined;
  const dateOf = (reference: string) =>
    dayOf(
      list(at(data, reference, 'document-id'))
        .map((one) => text(one.date))
        .find(Boolean) ?? '',
    );
  const applicants = list(at(data, 'parties', 'applicants', 'applicant')).filter(
    (one) => one['@data-format'] !== 'epodoc',
  );
  return {
    number: `${text(record['@country'])}${text(record['@doc-number'])}${text(record['@kind'])}`,
    office: 'EPO',
    type: /^U/.test(text(record['@kind'])) ? 'utility-model' : 'patent',
    title: germanFirst(data?.['invention-title']),
    applicants: organisations(applicants.map((one) => text(at(one, 'applicant-name', 'name')))),
    ipc: distinct(
      list(at(data, 'classifications-ipcr', 'classification-ipcr')).map((one) => ipcOf(text(one.text))),
    ),
    applicationDate: dateOf('application-reference'),
    publicationDate: dateOf('publication-reference'),
  };
}

/** `H04W  84/    20 A I`, `H02K0016000000` and `B60L 3/00` become `B60L 3/00`. */
function ipcOf(written: string): string {
  const compact = /^([A-H]\d\d[A-Z])(\d{4})(\d{2})/.exec(written);
  if (compact) return `${compact[1]} ${Number(compact[2])}/${compact[3]}`;
  const spaced = /^([A-H])\s*(\d\d)\s*([A-Z])\s*(\d+)\s*\/\s*(\d+)/.exec(written);
  return spaced ? `${spaced[1]}${spaced[2]}${spaced[3]} ${spaced[4]}/${spaced[5]}` : '';
}

// A legal form or the word for an institution; a name without one may be a person's and is left out.
const ORGANISATION =
  /\b(gmbh|mbh|ag|kg|kgaa|ohg|se|gbr|ug|e\.? ?v|inc|corp(oration)?|co|ltd|llc|plc|s\.?a\.?s?|s\.?p\.?a|b\.?v|n\.?v|oy|ab|as|kk|aktiengesellschaft|gesellschaft|universit\w*|university|hochschule|institut\w*|fraunhofer\w*|stadt|landkreis|works?|company|group|holding|technolog\w+|systems?|electric|motors?)\b/i;

function organisations(names: string[]): string[] {
  return distinct(
    names
      .map((name) =>
        name
          .replace(/\s*\[[A-Z]{2}\]$/, '')
          .replace(/,\s*[A-Z]{2}$/, '')
          .trim(),
      )
      .filter((name) => ORGANISATION.test(name)),
  );
}

function dayOf(written: string): string | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(written);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : null;
}

function germanFirst(titles: unknown): string {
  const all = list(titles);
  const german = all.find((one) => /^de$/i.test(text(one['@lang'])));
  return text(german ?? all[0]);
}

function at(node: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((found, name) => {
    const here = Array.isArray(found) ? found[0] : found;
    return typeof here === 'object' && here !== null ? (here as Node)[name] : undefined;
  }, node);
}

/** All values of a name anywhere below a node: services wrap their documents in several ways. */
function everywhere(node: unknown, name: string): Node[] {
  if (typeof node !== 'object' || node === null) return [];
  if (name in (node as Node)) return list((node as Node)[name]);
  return Object.values(node).flatMap((child) => everywhere(child, name));
}

function list(value: unknown): Node[] {
  const all = Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value];
  return all.map((one) => (typeof one === 'object' && one !== null ? (one as Node) : { '#text': one }));
}

function text(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'object' && value !== null) return text((value as Node)['#text'] ?? '');
  return '';
}

function distinct(values: string[]): string[] {
  return [...new Set(values.filter(Boolean))];
}
