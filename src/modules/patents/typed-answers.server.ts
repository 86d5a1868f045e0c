import { namesTitle } from '#modules/publishing';
import { loadPublic } from '#modules/publishing.server';
import { readAnew } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import { fieldsOf } from './ipc.ts';
import { patentKind } from './kind.server.ts';
import type { Patent } from './model.ts';
import { listPatents } from './queries.server.ts';

const RIGHTS =
  /(?<!\p{L})(?:patent(?:e|en|s)?|gebrauchsmustern?|schutzrecht(?:e|en|s)?|utility models?)(?!\p{L})/iu;
// How one gets a right, and who helps, the town's texts say.
const HOW_TO =
  /meld(?!er)|beantrag|eintrag|schütz|kostet|kosten|gebühr|teuer|dauer|hilf|helf|berat|berät|unterstütz|recherch|unterschied|was ist|verwert|verletz|apply|help|costs?\b|(?<!\p{L})(?:wie|how)(?!\p{L})/iu;
const ANY = /(?<!\p{L})(?:welche|gibt es|liste|alle|which|what|list|are there)(?!\p{L})/iu;
const MOST_NAMED = 4;

/** "Wer hat Patente zu Elektrofahrzeugen?" is answered by naming rights, applicant and year, each with its record. */
export const patentReader = {
  kind: patentKind.kind,
  asks: (question: string) => RIGHTS.test(question) && !HOW_TO.test(question),

  async read(tenant: TenantScope, question: string, ids: readonly string[], recall = readAnew) {
    const town = tenant.tenant.name.toLowerCase();
    const isOfTown = question.toLowerCase().includes(town);
    const named = await recall(`patents ${ids.join()}`, () => readInOrder(tenant, ids));
    const about = named.filter((patent) => namesTitle(question, wordsOf(patent)));
    const meant =
      about.length > 0 || !asksForAny(question) ? about : await recall('patents', () => newest(tenant));
    return meant
      .filter(
        ({ details }) => !isOfTown || details.applicants.some((one) => one.toLowerCase().includes(town)),
      )
      .slice(0, MOST_NAMED)
      .map((patent) => ({ id: patent.id, sentences: [sentenceOf(patent)] }));
  },
};

/** "Welche Patente gibt es?", and nothing that they should be about. */
function asksForAny(question: string): boolean {
  const rest = question.replace(RIGHTS, '');
  return ANY.test(question) && !namesTitle(rest, rest);
}

async function readInOrder(tenant: TenantScope, ids: readonly string[]): Promise<Patent[]> {
  const patents = await tenant.read((store) => loadPublic(store, tenant, patentKind, ids));
  return ids.flatMap((id) => patents.find((patent) => patent.id === id) ?? []);
}

async function newest(tenant: TenantScope): Promise<Patent[]> {
  return (await listPatents(tenant, { limit: 100 })).items;
}

function wordsOf({ title, details }: Patent): string {
  return [title, ...details.applicants, ...fieldsOf(details.ipc)].join(' ');
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
