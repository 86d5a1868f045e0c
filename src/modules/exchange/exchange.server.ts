import type { CronJob } from '#platform/jobs.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { FetchedDocument } from '#platform/http.server';
import type { TenantScope } from '#platform/scope.server';
import { saveSource } from './commands.server.ts';
import type { SaveSourceRefusal } from './commands.server.ts';
import type { Run, Source, SourceDraft } from './model.ts';
import { fetchDueCron } from './jobs.server.ts';
import { dueSources, loadSource } from './queries.server.ts';
import { noteUnchanged, recordRefusal, takeOver } from './run.server.ts';
import type { Delivery, RunWish } from './run.server.ts';
import type { ImportTarget } from './targets.server.ts';

export interface ExchangeParts {
  /** What sources can become. */
  targets: readonly ImportTarget[];
  /** The guarded way out; only it reaches other servers. */
  fetch(
    url: string,
    known: { etag: string | null; lastModified: string | null },
  ): Promise<Outcome<FetchedDocument, string>>;
  /** Reads a document shipped with the demo towns. */
  readFile?(path: string): Promise<Uint8Array>;
}

export interface ImportWish extends RunWish {
  /** A document handed in by hand, instead of the source's own. */
  bytes?: Uint8Array;
}

export type ImportRefusal = 'forbidden' | 'unknown' | 'target-unknown';

export interface Exchange {
  targets: readonly string[];
  saveSource(
    scope: TenantScope,
    input: { id?: string; draft: SourceDraft },
  ): Promise<Outcome<Source, SaveSourceRefusal>>;
  /** Visits a source, or takes the document handed in. The run tells what came of it, also when it was refused. */
  runImport(scope: TenantScope, sourceId: string, wish?: ImportWish): Promise<Outcome<Run, ImportRefusal>>;
  /** Visits all sources that are due, one after the other; one that fails does not keep the others. */
  runDue(scope: TenantScope): Promise<Run[]>;
  /** Background work for the worker. */
  crons: readonly CronJob[];
}

/** Builds the room from what wiring hands it. */
export function createExchange(parts: ExchangeParts): Exchange {
  const targets = new Map(parts.targets.map((target) => [target.name, target]));

  async function runImport(
    scope: TenantScope,
    sourceId: string,
    wish: ImportWish = {},
  ): Promise<Outcome<Run, ImportRefusal>> {
    if (!scope.may('exchange.manage')) return refuse('forbidden');
    const source = await scope.read((store) => loadSource(store, scope, sourceId));
    if (!source) return refuse('unknown');
    const target = targets.get(source.target);
    if (!target) return refuse('target-unknown', { values: { target: source.target } });

    const startedAt = performance.now();
    const delivered = await deliver(parts, source, wish);
    if (!delivered.ok) return done(await recordRefusal(scope, source, delivered, wish, startedAt));
    if (delivered.value === 'unchanged') return done(await noteUnchanged(scope, source, wish, startedAt));
    return done(await takeOver(scope, source, target, delivered.value, wish));
  }

  async function runDue(scope: TenantScope): Promise<Run[]> {
    const runs: Run[] = [];
    for (const source of await dueSources(scope)) {
      const outcome = await runImport(scope, source.id);
      if (outcome.ok) runs.push(outcome.value);
    }
    return runs;
  }

  return {
    targets: [...targets.keys()],
    saveSource: (scope, input) => saveSource(scope, [...targets.keys()], input),
    runImport,
    runDue,
    crons: [fetchDueCron(runDue)],
  };
}

/** Gets the document before any transaction begins: a slow server must not hold a connection. */
async function deliver(
  parts: ExchangeParts,
  source: Source,
  wish: ImportWish,
): Promise<Outcome<Delivery | 'unchanged', string>> {
  const plain = { contentType: null, etag: null, lastModified: null };
  if (wish.bytes) return done({ bytes: wish.bytes, ...plain });
  if (source.file) {
    if (!parts.readFile) return refuse('file-unreadable');
    const bytes = await parts.readFile(source.file).catch(() => null);
    return bytes ? done({ bytes, ...plain }) : refuse('file-unreadable');
  }
  if (!source.url) return refuse('document-missing');
  // After a confirmed shrink or a failed run the same document has to come again.
  const known = source.lastReason || wish.confirmShrink ? { etag: null, lastModified: null } : source;
  const fetched = await parts.fetch(source.url, { etag: known.etag, lastModified: known.lastModified });
  if (!fetched.ok) return fetched;
  return done(fetched.value.unchanged ? 'unchanged' : fetched.value);
}
