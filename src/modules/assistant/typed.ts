import { flagsOf, isElliptic, leansBack } from '#answer-engine';
import type { Answer, Question, SearchDocument, SearchHit } from '#answer-engine';
import type { Asking, Recall } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import { createRecent } from './recent.ts';

/** A sentence by key; a value that is a key itself is a word of the same language. */
export interface Said {
  key: string;
  values: Record<string, string | { key: string }>;
}

/** One record with what it says: sentences made of its fields, and lines of its page by their number. */
export interface TypedFinding {
  id: string;
  sentences: readonly Said[];
  quotes?: readonly number[];
  /** What is asked is not in the records: that is said, but it is no answer. */
  isUnknown?: boolean;
  /** The town's texts know better when they say this … */
  unlessSaid?: RegExp;
  /** … of the same subject: a sentence or a title that says of what. */
  saidOf?: (text: string) => boolean;
}

/** Answers a class of questions from the records of a subject instead of from sentences; wiring hands them in. */
export interface TypedReader {
  kind: string;
  /** Whether a question is of this class. */
  asks(question: string): boolean;
  /** It reads all of its records and needs none that the search thinks of. */
  readsAll?: boolean;
  /** Whether an office is named with the answer: one of those the records name. False: not even where they do not know. */
  keepsContact?: boolean;
  read(
    tenant: TenantScope,
    question: string,
    asking: Asking,
  ): Promise<TypedFinding | readonly TypedFinding[] | null>;
}

export type Say = (locale: string, key: string, values: Record<string, string>) => string;

/** The records a question may mean, as the search finds them. */
export interface Records {
  find(kind: string, limit: number, question: string): Promise<readonly SearchHit[]>;
  document(id: string): Promise<SearchDocument | undefined>;
  recall: Recall;
}

const RECORDS_LOOKED_AT = 5;
const SURE = 0.95;
/** Below what the engine calls an answer. */
const UNSURE = 0.3;

type Quoted = Pick<Answer, 'sentences' | 'citations'>;
type TypedAnswer = Pick<Answer, 'outcome' | 'confidence' | 'contact' | 'closest'> & Quoted;

/** Opening hours, dates, collections and providers as they are now, each record cited; null when no reader knows. */
export async function typedAnswer(
  readers: readonly TypedReader[],
  say: Say,
  tenant: TenantScope,
  town: TownNames,
  question: Pick<Question, 'text' | 'today' | 'history'>,
  records: Records,
  given: Pick<Answer, 'outcome' | 'contact' | 'sentences' | 'citations'>,
): Promise<TypedAnswer | null> {
  const text = withoutTownName(question.text, town);
  const before = earlierOf(text, question.history ?? []).map((earlier) => withoutTownName(earlier, town));
  const whole = [text, ...before].join(' ');
  for (const reader of asked(readers, text, before, whole)) {
    const ids = reader.readsAll ? [] : await idsOf(reader, records, [...new Set([text, whole])]);
    const findings = [
      (await reader.read(tenant, text, { ids, recall: records.recall, before })) ?? [],
    ].flat();
    const told: Quoted = { sentences: [], citations: [] };
    const roles = new Set<string>();
    for (const finding of findings) {
      if (finding.unlessSaid && isSaid(finding.unlessSaid, given, finding.saidOf)) continue;
      const document = await records.document(`${reader.kind}:${finding.id}`);
      if (!document) continue;
      if (document.contactRole) roles.add(document.contactRole);
      tell(told, finding, document, question.today, (said) => sentenceOf(said, say, tenant.locale));
    }
    if (told.sentences.length === 0) continue;
    // Pages beside a record only share words with the question.
    if (findings.every(({ isUnknown }) => isUnknown)) {
      const contact = reader.keepsContact === false ? null : given.contact;
      return { outcome: 'possible', confidence: UNSURE, ...told, contact, closest: [] };
    }
    const contact = reader.keepsContact ? contactAmong(roles, given.contact) : null;
    return { outcome: 'answered', confidence: SURE, ...told, contact, closest: [] };
  }
  return null;
}

/**
 * The question as somebody in the town would put it: readers know no town, and its name tells one record from another as
 * little as "hier". Villages that begin with it ("Hagenow Heide") and other bodies ("Amt Hagenow-Land") keep theirs.
 */
export function withoutTownName(text: string, town: TownNames): string {
  return text.replace(namedAs(town), (_, before: string | undefined) => nearby(before));
}

const TOWNS_KEPT = 100;
const patterns = createRecent<RegExp>(TOWNS_KEPT);

function namedAs({ name, localities }: TownNames): RegExp {
  const key = [name, ...localities].join('\n');
  const known = patterns.get(key);
  if (known) return known;
  const own = plain(name.replace(/^(?:Hansestadt|Landeshauptstadt|Stadt|Gemeinde|Markt) /, ''));
  const longer = localities.map(plain).filter((one) => one.toLowerCase().startsWith(`${own.toLowerCase()} `));
  const others = ['-\\p{L}', '\\p{L}', ...longer.map((one) => one.slice(own.length))].join('|');
  const made = new RegExp(`(?<![\\p{L}-])(?:(in|aus|von|bei|für|nach) )?${own}(?!${others})`, 'giu');
  patterns.set(key, made);
  return made;
}

function nearby(before: string | undefined): string {
  if (!before) return 'die Stadt';
  return before.toLowerCase() === 'in' ? 'hier' : `${before} der Stadt`;
}

const plain = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How a town and its villages are called. */
export interface TownNames {
  name: string;
  localities: readonly string[];
}

/** What the question leans on: the last question, and further back while those lean themselves; the latest first. */
function earlierOf(text: string, history: readonly string[]): string[] {
  if (!leansBack(text)) return [];
  const latestFirst = [...history].reverse();
  const stands = latestFirst.findIndex((earlier) => !leansBack(earlier));
  return stands < 0 ? latestFirst : latestFirst.slice(0, stands + 1);
}

/** A question with those it leans on, so that it says something to who was not there. */
export function wholeQuestion(text: string, history: readonly string[]): string {
  return [...earlierOf(text, history).reverse(), text].join(' ');
}

/** Readers whose class the question is of; where it leaves out what it asks, also those of the questions before. */
function asked(
  readers: readonly TypedReader[],
  text: string,
  before: readonly string[],
  whole: string,
): TypedReader[] {
  const own = readers.filter((reader) => reader.asks(text));
  if (before.length === 0 || !isElliptic(text)) return own;
  return [
    ...own,
    ...readers.filter(
      (reader) => !own.includes(reader) && [whole, ...before].some((earlier) => reader.asks(earlier)),
    ),
  ];
}

async function idsOf({ kind }: TypedReader, records: Records, texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const text of texts)
    for (const { documentId } of await records.find(kind, RECORDS_LOOKED_AT, text))
      found.push(documentId.slice(kind.length + 1));
  return [...new Set(found)];
}

function isSaid(
  words: RegExp,
  { outcome, sentences, citations }: Pick<Answer, 'outcome'> & Quoted,
  isOf: (text: string) => boolean = () => true,
): boolean {
  const texts = [...sentences.map(({ text }) => text), ...citations.map(({ title }) => title)];
  return outcome === 'answered' && texts.some((text) => words.test(text)) && texts.some(isOf);
}

/** The office the engine thinks of when a record names it too, else the first that one names. */
function contactAmong(roles: ReadonlySet<string>, thoughtOf: Answer['contact']): Answer['contact'] {
  if (thoughtOf && roles.has(thoughtOf.role)) return thoughtOf;
  const [role] = roles;
  return role === undefined ? null : { role };
}

/** Adds what a record says, with one citation for its fields and one for each quoted line. */
function tell(
  { sentences, citations }: Quoted,
  { sentences: said, quotes = [] }: TypedFinding,
  document: SearchDocument,
  today: string | undefined,
  inWords: (said: Said) => string,
): void {
  const { id: documentId, articleId, kind, title, url, source, sourceUrl, date, level, levelName } = document;
  const page = { documentId, articleId, kind, title, url, source, sourceUrl, date, level, levelName };
  const cite = (sentenceIndex: number): number =>
    citations.push({ n: citations.length + 1, ...page, sentenceIndex });
  const flags = flagsOf(document, today, false);
  if (said.length > 0) {
    const citation = cite(-1);
    for (const one of said)
      sentences.push({ text: inWords(one), citation, flags: quotes.length > 0 ? flags : [] });
  }
  for (const line of quotes) {
    const text = document.lines[line]?.text;
    if (text) sentences.push({ text, citation: cite(line), flags });
  }
}

function sentenceOf(said: Said, say: Say, locale: string): string {
  const values = Object.entries(said.values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : say(locale, value.key, {}),
  ]);
  return say(locale, said.key, Object.fromEntries(values) as Record<string, string>);
}
