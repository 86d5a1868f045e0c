import type { Answer, SearchDocument, SearchHit } from '#answer-engine';
import type { TenantScope } from '#platform/scope.server';

/** A sentence by key; a value that is a key itself is a word of the same language. */
export interface Said {
  key: string;
  values: Record<string, string | { key: string }>;
}

/** Answers a class of questions from the records of a subject instead of from sentences; wiring hands them in. */
export interface TypedReader {
  kind: string;
  /** Whether a question is of this class. */
  asks(question: string): boolean;
  /** @param ids records the search thinks of, the best first. */
  read(
    tenant: TenantScope,
    question: string,
    ids: readonly string[],
  ): Promise<{ id: string; sentences: Said[] } | null>;
}

export type Say = (locale: string, key: string, values: Record<string, string>) => string;

/** The records a question may mean, as the search finds them. */
export interface Records {
  find(kind: string, limit: number): Promise<readonly SearchHit[]>;
  document(id: string): Promise<SearchDocument | undefined>;
}

const RECORDS_LOOKED_AT = 5;
const SURE = 0.95;

/** Opening hours, dates and collections as they are now, with the record as citation; null when no reader knows. */
export async function typedAnswer(
  readers: readonly TypedReader[],
  say: Say,
  tenant: TenantScope,
  question: string,
  records: Records,
): Promise<Pick<Answer, 'outcome' | 'confidence' | 'sentences' | 'citations'> | null> {
  for (const reader of readers) {
    if (!reader.asks(question)) continue;
    const hits = await records.find(reader.kind, RECORDS_LOOKED_AT);
    const ids = hits.map((hit) => hit.documentId.slice(reader.kind.length + 1));
    const found = await reader.read(tenant, question, ids);
    const document = found && (await records.document(`${reader.kind}:${found.id}`));
    if (!document) continue;
    const { articleId, kind, title, url, source, sourceUrl, date, level, levelName } = document;
    return {
      outcome: 'answered',
      confidence: SURE,
      sentences: found.sentences.map((said) => ({
        text: sentenceOf(said, say, tenant.locale),
        citation: 1,
        flags: [],
      })),
      citations: [
        {
          n: 1,
          documentId: document.id,
          articleId,
          kind,
          title,
          url,
          source,
          sourceUrl,
          date,
          level,
          levelName,
          sentenceIndex: -1,
        },
      ],
    };
  }
  return null;
}

function sentenceOf(said: Said, say: Say, locale: string): string {
  const values = Object.entries(said.values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : say(locale, value.key, {}),
  ]);
  return say(locale, said.key, Object.fromEntries(values) as Record<string, string>);
}
