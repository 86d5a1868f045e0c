import { showPartialDate, civilDate } from '#platform/formats';
import { askedAlone } from '#platform/scope';
import type { Asking, Recall } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import type { Category, PublicReport } from './model.ts';
import { titleOf } from './presenting.ts';
import { listCategories } from './queries/configuration.server.ts';
import { CLOSED, findPublicReport, listPublicReports } from './queries/public.server.ts';
import {
  asksAboutReporting,
  asksForOwnState,
  asksIfKnown,
  isOddFind,
  namesStreet,
  numberNamed,
  tellsAFault,
} from './report-question.ts';
import { streetOf } from './rules.ts';
import { PUBLIC_LIST } from './searchable.server.ts';

/** Other things are reported too: a birth, a car, a business. */
const LEAST_WORD = 4;

/**
 * "Wie melde ich eine kaputte Straßenlaterne?" and "Ist das Schlagloch in der Bahnhofstraße schon gemeldet?" are
 * answered from the categories and the public reports.
 */
export const reportReader = {
  kind: 'report',
  asks: asksAboutReporting,

  async read(tenant: TenantScope, question: string, { ids, recall }: Asking = askedAlone) {
    const categories = await recall('report categories', () => listCategories(tenant));
    const number = numberNamed(question);
    if (number !== null || asksForOwnState(question)) return stateOf(tenant, number);
    const category = named(categories, question) ?? thoughtOf(categories, question, ids);
    if (!category)
      return asksIfKnown(question) && namesStreet(question) ? known(tenant, null, question, recall) : null;
    if (!asksIfKnown(question))
      return {
        id: category.id,
        sentences: [{ key: 'reports.answer.how', values: { category: category.name } }],
      };
    return (
      (await known(tenant, category, question, recall)) ?? {
        id: category.id,
        sentences: [{ key: 'reports.answer.unknown', values: { category: category.name } }],
      }
    );
  },
};

/** How a report stands; of one that is not public only its owner may know, by the secret link. */
async function stateOf(tenant: TenantScope, number: number | null) {
  const report = number === null ? null : await findPublicReport(tenant, number);
  if (!report) return { id: PUBLIC_LIST, sentences: [{ key: 'reports.answer.own', values: {} }] };
  const isClosed = CLOSED.includes(report.status);
  const key = isClosed ? 'reports.answer.closed' : 'reports.answer.state';
  return { id: report.id, sentences: [saying(tenant, report, key)] };
}

function saying(tenant: TenantScope, report: PublicReport, key: string) {
  const values = {
    number: String(report.number),
    title: titleOf(report, tenant.locale),
    status: { key: `reports.status.${report.status}` },
    body: report.holder.name,
    day: showPartialDate(civilDate(report.holder.since), tenant.locale),
  };
  return { key, values };
}

/** The public open reports, of the category if one was named, in the street that was named; the newest first. */
async function known(tenant: TenantScope, category: Category | null, question: string, recall: Recall) {
  const { items } = await recall(`reports ${category?.key ?? ''}`, () =>
    listPublicReports(tenant, {
      ...(category && { category: category.key }),
      status: 'open',
      limit: 200,
    }),
  );
  const asked = folded(question);
  const place = ({ address, locality }: { address: string; locality: string }) =>
    [streetOf(address), folded(locality)].filter((word) => word.length >= LEAST_WORD);
  const inStreet = namesStreet(question);
  const found = items.filter((report) =>
    inStreet
      ? asked.includes(streetOf(report.address)) && report.address
      : place(report).some((word) => asked.includes(word)),
  );
  const [newest] = found.length > 0 || inStreet ? found : items;
  if (!newest) return null;
  return { id: newest.id, sentences: [saying(tenant, newest, 'reports.answer.known')] };
}

/** The category whose longest word stands in the question, also as part of a compound. */
function named(categories: readonly Category[], question: string): Category | null {
  // Who parks is in no park.
  const asked = folded(question).replace(/\p{L}*park(?:er|en|t|end\p{L}*)(?!\p{L})/gu, ' ');
  const scored = categories
    .map((category) => ({
      category,
      length: Math.max(
        0,
        ...[category.name, ...category.keywords]
          .flatMap((words) => folded(words).split(/[^\p{L}]+/u))
          .filter((word) => word.length >= LEAST_WORD && !FILLER.has(word) && isSaid(word, asked))
          .map((word) => word.length),
      ),
    }))
    .sort((a, b) => b.length - a.length);
  return scored[0] && scored[0].length > 0 ? scored[0].category : null;
}

/** Where a fault is told in other words than the category's: what the search finds, or the one for everything else. */
function thoughtOf(
  categories: readonly Category[],
  question: string,
  ids: readonly string[],
): Category | null {
  if (!tellsAFault(question)) return null;
  const found = isOddFind(question)
    ? categories.find(({ name, keywords }) => [name, ...keywords].some((word) => /ander|sonst/i.test(word)))
    : ids.flatMap((id) => categories.find((one) => one.id === id) ?? [])[0];
  return found ?? null;
}

const LONG_WORD = 6;

/** "Park" does not stand in "parkend", but "Baum" in "Apfelbaum" and "Laterne" in "Laternenmast". */
function isSaid(word: string, asked: string): boolean {
  if (word.length >= LONG_WORD) return asked.includes(word);
  return new RegExp(`${word}(?:e|en|er|n|s)?(?!\\p{L})`, 'u').test(asked);
}

const FILLER = new Set(['oder', 'etwas', 'anderes', 'sonstiges', 'nicht', 'eine', 'street', 'road']);

function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/str\.(?=\s|$|\?)/g, 'strasse');
}
