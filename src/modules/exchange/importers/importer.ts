import type { EntryDraft } from '#modules/publishing';
import type { RowFault } from '#platform/formats.server';
import type { Outcome } from '#platform/outcome';
import type { ImportFault, Mapping } from '../model.ts';

/** One thing a document holds, ready to be checked and kept by its target. */
export interface ImportRow {
  line: number | null;
  row: number | null;
  externalId: string;
  draft: EntryDraft;
  details: Record<string, unknown>;
  slug?: string;
}

/** Rows of a target that is no content, such as boundaries. */
export interface AreaRow {
  line: number | null;
  row: number | null;
  externalId: string;
  area: Record<string, unknown>;
}

export interface ImportRows {
  rows: (ImportRow | AreaRow)[];
  faults: ImportFault[];
  /** Rows published before this may be missing without having vanished: the document shows only the newest. */
  listsSince?: Date;
  /** The document names only what changes, such as a cancellation; what it leaves out has not vanished. */
  isExcerpt?: boolean;
}

export interface ReadContext {
  mapping: Mapping;
  sourceName: string;
  url: string | null;
  licence: string | null;
  attribution: string | null;
  contentType: string | null;
  now: Date;
}

/** Reads one format. Knows no database: it turns bytes into rows, and tells what it could not turn. */
export interface Importer {
  /** What it can become; the first is the usual one. */
  targets: readonly string[];
  read(bytes: Uint8Array, context: ReadContext): Outcome<ImportRows, string>;
}

/** What every row of a source shares. Provenance always goes with it. */
export function draftOf(context: ReadContext, draft: EntryDraft): EntryDraft {
  const { mapping } = context;
  return {
    category: mapping.category ?? null,
    area: mapping.area ?? null,
    audience: mapping.audience ?? 'all',
    language: mapping.language ?? 'de',
    isExample: mapping.isExample ?? false,
    sourceName: mapping.sourceName ?? context.sourceName,
    licence: context.licence,
    attribution: context.attribution,
    ...draft,
  };
}

/** What every article of a source shares. */
export function articleOf(context: ReadContext, details: Record<string, unknown>): Record<string, unknown> {
  const { mapping } = context;
  return {
    topic: mapping.topic ?? '',
    contactRole: mapping.contactRole ?? null,
    level: mapping.level ?? 'town',
    levelName: mapping.levelName ?? null,
    ...details,
  };
}

/** Who publishes at an address: by the mapping, else the host itself. */
export function publisherOf(context: ReadContext, url: string | null): string {
  if (!url) return context.mapping.sourceName ?? context.sourceName;
  const host = URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url;
  return context.mapping.sourceNames?.[host] ?? host;
}

export function dropped(faults: readonly RowFault[]): ImportFault[] {
  return faults.map((fault) => ({ ...fault, kept: false }));
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

export function textOr(value: unknown, otherwise: string): string {
  return isText(value) ? value.trim() : otherwise;
}
