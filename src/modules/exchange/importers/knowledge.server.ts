import { readJson, textToMarkdown } from '#platform/formats.server';
import { done, refuse } from '#platform/outcome';
import type { ImportFault } from '../model.ts';
import { articleOf, draftOf, isText, publisherOf, textOr } from './importer.ts';
import type { Importer, ImportRow, ReadContext } from './importer.ts';

const CONFIDENCES: Record<string, string> = { hoch: 'high', mittel: 'medium', niedrig: 'low' };

interface Fact {
  id: string;
  title: string;
  body: string;
  topic?: string;
  source_url?: string | null;
  source_date?: string | null;
  contact_role?: string | null;
  confidence?: string;
  superseded?: boolean;
  superseded_by?: string | null;
  further_sources?: string[];
  subject?: string;
  abilities?: string[];
  availability?: string;
}

/** A collection of facts (`{ entries: [{ id, title, body, topic, source_url, … }] }`) becomes articles. */
export const knowledgeImporter: Importer = {
  targets: ['articles'],
  read(bytes, context) {
    const read = readJson(bytes);
    if (!read.ok) return read;
    const entries = (read.value as { entries?: unknown } | null)?.entries;
    if (!Array.isArray(entries)) return refuse('format-unknown', { values: { part: 'entries' } });

    const rows: ImportRow[] = [];
    const faults: ImportFault[] = [];
    entries.forEach((entry: unknown, i) => {
      const missing = ['id', 'title', 'body'].find(
        (name) => !isText((entry as Record<string, unknown> | null)?.[name]),
      );
      if (!missing) rows.push(toRow(entry as Fact, i + 1, context));
      else {
        const reason =
          missing === 'id' ? 'id-missing' : missing === 'title' ? 'title-missing' : 'body-missing';
        const value = textOr((entry as Record<string, unknown> | null)?.id, '') || null;
        faults.push({ line: null, row: i + 1, field: missing, reason, value, kept: false });
      }
    });
    return done({ rows, faults });
  },
};

function toRow(fact: Fact, row: number, context: ReadContext): ImportRow {
  const topic = fact.topic ?? context.mapping.topic ?? '';
  // A source can be a document that has no address; then its name stands there.
  const named = fact.source_url ?? null;
  const url = named && /^https?:\/\//.test(named) ? named : null;
  return {
    line: null,
    row,
    externalId: fact.id,
    slug: slugFromId(fact.id),
    draft: draftOf(context, {
      title: fact.title,
      body: textToMarkdown(fact.body),
      sourceName: url || !named ? publisherOf(context, url) : named,
      sourceUrl: url,
      sourceDate: fact.source_date ?? null,
      ...(context.mapping.businessTopics?.includes(topic) ? { audience: 'business' as const } : {}),
    }),
    details: articleOf(context, {
      topic,
      contactRole: fact.contact_role ?? context.mapping.contactRole ?? null,
      confidence: CONFIDENCES[fact.confidence ?? 'mittel'] ?? fact.confidence,
      superseded: fact.superseded ?? false,
      supersededBy: fact.superseded_by ?? null,
      furtherSources: fact.further_sources ?? [],
      subject: fact.subject ?? 'other',
      abilities: fact.abilities?.join(', ') ?? '',
      availability: fact.availability ?? 'unknown',
      ...levelOf(topic, fact.contact_role ?? '', context),
    }),
  };
}

/** `steuern_2025` → `steuern-2025`: the id of a fact is already short and telling. */
function slugFromId(id: string): string {
  return (
    id
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 120) || 'beitrag'
  );
}

function levelOf(
  topic: string,
  role: string,
  context: ReadContext,
): { level?: string; levelName?: string | null } {
  const rule = context.mapping.levels?.find(({ match }) => match === topic || role.includes(match));
  return rule ? { level: rule.level, levelName: rule.levelName ?? null } : {};
}
