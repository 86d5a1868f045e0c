import { flagsOf } from '#answer-engine';
import type { Answer, Question, SearchDocument, SearchHit } from '#answer-engine';
import type { Recall } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';

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
}

/** Answers a class of questions from the records of a subject instead of from sentences; wiring hands them in. */
export interface TypedReader {
  kind: string;
  /** Whether a question is of this class. */
  asks(question: string): boolean;
  /** Whether an office is named with the answer: one of those the records name. */
  keepsContact?: boolean;
  /**
   * @param ids records the search thinks of, the best first.
   * @param recall for what may be a minute old: a crowd that asks in many words reads the same records.
   */
  read(
    tenant: TenantScope,
    question: string,
    ids: readonly string[],
    recall: Recall,
  ): Promise<TypedFinding | readonly TypedFinding[] | null>;
}

export type Say = (locale: string, key: string, values: Record<string, string>) => string;

/** The records a question may mean, as the search finds them. */
export interface Records {
  find(kind: string, limit: number): Promise<readonly SearchHit[]>;
  document(id: string): Promise<SearchDocument | undefined>;
  recall: Recall;
}

const RECORDS_LOOKED_AT = 5;
const SURE = 0.95;

type Quoted = Pick<Answer, 'sentences' | 'citations'>;
type TypedAnswer = Pick<Answer, 'outcome' | 'confidence' | 'contact'> & Quoted;

/** Opening hours, dates, collections and providers as they are now, each record cited; null when no reader knows. */
export async function typedAnswer(
  readers: readonly TypedReader[],
  say: Say,
  tenant: TenantScope,
  question: Pick<Question, 'text' | 'today'>,
  records: Records,
  given: Pick<Answer, 'contact'>,
): Promise<TypedAnswer | null> {
  for (const reader of readers) {
    if (!reader.asks(question.text)) continue;
    const hits = await records.find(reader.kind, RECORDS_LOOKED_AT);
    const ids = hits.map((hit) => hit.documentId.slice(reader.kind.length + 1));
    const read = await reader.read(tenant, question.text, ids, records.recall);
    const told: Quoted = { sentences: [], citations: [] };
    const roles = new Set<string>();
    for (const finding of [read ?? []].flat()) {
      const document = await records.document(`${reader.kind}:${finding.id}`);
      if (!document) continue;
      if (document.contactRole) roles.add(document.contactRole);
      tell(told, finding, document, question.today, (said) => sentenceOf(said, say, tenant.locale));
    }
    if (told.sentences.length === 0) continue;
    const contact = reader.keepsContact ? contactAmong(roles, given.contact) : null;
    return { outcome: 'answered', confidence: SURE, ...told, contact };
  }
  return null;
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
