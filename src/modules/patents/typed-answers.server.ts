import type { SearchDocument } from '#answer-engine';
import { asWritten, listDocumentOf } from '#modules/publishing';
import { askedAlone } from '#platform/scope';
import type { Asking } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import { fieldsOf, ipcInWords } from './ipc.ts';
import type { Patent } from './model.ts';
import { readPatentQuestion, rightsFor } from './patent-question.ts';
import type { PatentQuestion } from './patent-question.ts';
import { listPatents } from './queries.server.ts';

/** The list as one document, so that what it does not hold can be cited as well. */
const REGISTER = 'verzeichnis';
const RIGHTS_SAID = 4;
const PAGE = 100;
const MOST_READ = 1_000;

/** "Welche Patente gibt es zu Windkraft?" is answered by the rights themselves, or that none is in the list. */
export const patentReader = {
  kind: 'patent',
  readsAll: true,
  asks: (question: string) => readPatentQuestion(question) !== null,

  async read(tenant: TenantScope, question: string, { recall }: Asking = askedAlone) {
    const town = tenant.tenant.name;
    const wish = readPatentQuestion(question);
    if (!wish) return null;
    const found = rightsFor(wish, await recall('patents', () => readAll(tenant)), town);
    if (found.length === 0) return noneOf(wish, town, question);
    const more =
      found.length > RIGHTS_SAID
        ? [{ key: 'patents.answer.found', values: { count: String(found.length) } }]
        : [];
    const example = found.some((one) => one.isExample) ? [{ key: 'patents.answer.example', values: {} }] : [];
    const lead = [...more, ...example];
    return [
      ...(lead.length > 0 ? [{ id: REGISTER, sentences: lead }] : []),
      ...found.slice(0, RIGHTS_SAID).map((one) => ({ id: one.id, sentences: [sentenceOf(one)] })),
    ];
  },
};

function noneOf({ words, ipc, isOfTown }: PatentQuestion, town: string, question: string) {
  const what = ipc
    ? `${ipc} (${ipcInWords(ipc)})`
    : isOfTown && words.length === 0
      ? town
      : asWritten(question, words);
  const none = {
    id: REGISTER,
    isUnknown: true,
    sentences: [{ key: what ? 'patents.answer.none-of' : 'patents.answer.none', values: { what } }],
  };
  return words.length > 0
    ? { ...none, unlessSaid: new RegExp(words.map(beginningOf).join('|'), 'iu') }
    : none;
}

const LEAST_BEGINNING = 5;

/** Enough of a word to meet its other forms. */
const beginningOf = (word: string): string => word.slice(0, Math.max(LEAST_BEGINNING, word.length - 2));

async function readAll(tenant: TenantScope): Promise<Patent[]> {
  const all: Patent[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listPatents>> = await listPatents(tenant, { limit: PAGE, cursor });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor && all.length < MOST_READ);
  return all;
}

/** The list of rights as the search finds it. */
export async function* patentDocuments(tenant: TenantScope): AsyncGenerator<SearchDocument[]> {
  const { items } = await listPatents(tenant, { limit: 1 });
  const [newest] = items;
  if (!newest) return;
  yield [
    listDocumentOf({
      kind: 'patent',
      key: REGISTER,
      title: 'Verzeichnis der Schutzrechte',
      path: 'schutzrechte',
      source: tenant.tenant.name,
      updatedAt: newest.updatedAt,
    }),
  ];
}

function sentenceOf({ title, details }: Patent) {
  const { type, number, applicants, ipc, applicationDate } = details;
  return {
    key: 'patents.answer',
    values: {
      title,
      number,
      type: { key: `patents.type.${type}` },
      year: applicationDate?.slice(0, 4) ?? 'none',
      applicants: applicants.join('; ') || 'none',
      fields: fieldsOf(ipc).join('; ') || 'none',
    },
  };
}
