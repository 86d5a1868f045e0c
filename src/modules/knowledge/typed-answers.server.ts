import type { SearchDocument } from '#answer-engine';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { asWritten, listDocumentOf } from '#modules/publishing';
import { entry, recallPublic, publicRows, withDetails } from '#modules/publishing.server';
import { linesOf } from '#platform/formats';
import { askedAlone } from '#platform/scope';
import type { Asking } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import { articleKind } from './kind.server.ts';
import type { Article } from './model.ts';
import { fulfilling, saidIn, toldOfNobody, wishedAbilities, wishOf } from './providers.ts';
import type { Wish } from './providers.ts';
import { asksHowToDo, namesService, saysWhatToDo, toldInTexts } from './services.ts';
import { article } from './tables.server.ts';

const MOST_READ = 1_000;
const MOST_NAMED = 4;
const MOST_LISTED = 6;
/** The list of those one looks for as one document, so that what it does not hold can be cited as well. */
const DIRECTORY = 'verzeichnis';

/** "Wer forscht zu Plasma?" is answered by naming everybody whose article says so, "Welche Flächen sind frei?" likewise. */
export const providerReader = {
  kind: 'article',
  readsAll: true,
  asks: (question: string) => wishOf(question) !== null,
  /** Whom to ask stays with the answer: a list is where a conversation begins. */
  keepsContact: true,

  async read(tenant: TenantScope, question: string, { recall }: Asking = askedAlone) {
    // "Und wo?" leaves out what was asked before; the texts of those that were named know it.
    const wish = wishOf(question);
    if (!wish) return null;
    // An invented example is never named as a fact.
    const all = await recall(`providers ${wish.subjects.join()}`, () => readProviders(tenant, wish));
    const known = all.filter(({ isExample }) => !isExample);
    const able = fulfilling(wish, known).sort(freeFirst);
    const named = able.slice(
      0,
      wish.words.length > 0 || wish.subjects.includes('site') ? MOST_NAMED : MOST_LISTED,
    );
    if (named.length === 0) return nobody(wish, question);
    const none = wish.subjects.includes('site') && !named.some(isFree) ? [noneIsFree(named[0]!)] : [];
    return [...none, ...named.map((one) => findingOf(one, wish))];
  },
};

const LINES_QUOTED = 3;

/** "Wie melde ich mein Gewerbe um?" is answered by the page that is called so, and not by one that shares most words. */
export const serviceReader = {
  kind: 'article',
  keepsContact: true,
  asks: asksHowToDo,

  async read(tenant: TenantScope, question: string, { ids, recall, before }: Asking = askedAlone) {
    const found = await recallPublic(tenant, articleKind, ids, recall);
    const named = found.filter(
      ({ title, details }) =>
        !details.superseded &&
        namesService([question, ...before].join(' '), title) &&
        (before.length === 0 || saysWhatToDo(question, title)),
    );
    const [real] = named.filter(({ isExample }) => !isExample);
    if (real)
      return {
        id: real.id,
        sentences: [],
        quotes: linesOf(real.body)
          .slice(0, LINES_QUOTED)
          .map((_, line) => line),
      };
    // An invented example shows where such a page would lead; it is never quoted as a fact.
    const [example] = named;
    if (!example) return null;
    const sentences = [{ key: 'knowledge.answer.example', values: { title: example.title } }];
    return { id: example.id, isUnknown: true, unlessSaid: toldInTexts(example.title), sentences };
  },
};

function readProviders(tenant: TenantScope, wish: Wish): Promise<Article[]> {
  return tenant.read(async (store) => {
    const rows = await store
      .select({ entry })
      .from(article)
      .innerJoin(entry, and(eq(entry.tenantId, article.tenantId), eq(entry.id, article.entryId)))
      .where(
        and(
          eq(article.tenantId, tenant.tenant.id),
          inArray(article.subject, [...wish.subjects]),
          publicRows(tenant, articleKind.kind),
        ),
      )
      .orderBy(asc(entry.title), asc(entry.id))
      .limit(MOST_READ);
    return withDetails(
      store,
      tenant,
      articleKind,
      rows.map((row) => row.entry),
    );
  });
}

/** Nobody in the list does it; a text that names somebody is heard before. */
function nobody(wish: Wish, question: string) {
  const unlessSaid = toldOfNobody(question, wish);
  const sentences = [
    {
      key: 'knowledge.answer.nobody',
      values: { what: asWritten(question, wish.words) || wish.words.join(' ') },
    },
  ];
  return unlessSaid && { id: DIRECTORY, isUnknown: true, unlessSaid, sentences };
}

/** The list of institutions, companies and services as the search finds it. */
export async function* providerDocuments(tenant: TenantScope): AsyncGenerator<SearchDocument[]> {
  const providers = await readProviders(tenant, {
    subjects: ['institution', 'company', 'service'],
    words: [],
  });
  if (providers.length === 0) return;
  yield [
    listDocumentOf({
      kind: 'article',
      key: DIRECTORY,
      title: `Forschung, Betriebe und Beratung in ${tenant.tenant.name}`,
      path: 'wirtschaft',
      source: tenant.tenant.name,
      updatedAt: new Date(Math.max(...providers.map((one) => one.updatedAt.getTime()))),
    }),
  ];
}

const isFree = ({ details }: Article): boolean => details.availability === 'free';
const ORDER = ['free', 'planned', 'examined', 'unknown', 'taken'];
const freeFirst = (a: Article, b: Article): number =>
  ORDER.indexOf(a.details.availability) - ORDER.indexOf(b.details.availability);

const noneIsFree = ({ id }: Article) => ({
  id,
  sentences: [{ key: 'knowledge.answer.none-free', values: {} }],
});

/** The sentence of the article that says it, and where none does, what its fields say. */
function findingOf(one: Article, wish: Wish) {
  const { id, title, details } = one;
  if (details.subject === 'site') {
    const key = `knowledge.answer.site.${details.availability}`;
    return { id, sentences: [{ key, values: { title } }], quotes: [0] };
  }
  const said = linesOf(one.body).map(({ text }) => saidIn(text, wish));
  if (wish.words.length === 0) return { id, sentences: [], quotes: [0] };
  const most = Math.max(0, ...said);
  // The first sentence of an article names whom it is about; without it "Es forscht …" would be nobody.
  if (most > 0) return { id, sentences: [], quotes: [...new Set([0, said.indexOf(most)])] };
  const abilities = wishedAbilities(details.abilities, wish).join(', ');
  return { id, sentences: [{ key: 'knowledge.answer.provider', values: { title, abilities } }], quotes: [0] };
}
