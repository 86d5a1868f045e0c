import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run, SourceDraft } from '#modules/exchange';
import { listSources } from '#modules/exchange.server';
import type { Exchange } from '#modules/exchange.server';
import type { Town, TownDraft } from '#modules/tenancy';
import { createTenant, listTowns } from '#modules/tenancy.server';
import type { Database } from '#platform/db.server';
import { createScope, SYSTEM_ACTOR } from '#platform/scope.server';
import type { TenantScope } from '#platform/scope.server';
import { createTownExchange } from './exchange.server.ts';

export interface SeedWish {
  now?: () => Date;
  /** Told each step in German, for the step list of `npm start`. */
  log?: (line: string) => void;
  /** Where the demo towns lie. */
  folder?: string;
}

const TOWNS = ['hagenow', 'augsburg-land'];

/**
 * Fills an empty installation with the demo towns; one that has any town is left alone.
 * A seed that was interrupted goes on where it stopped: towns, sources and entries are made once.
 * @returns the towns there are now.
 */
export async function seedDemo(database: Database, wish: SeedWish = {}): Promise<Town[]> {
  const folder = wish.folder ?? 'demo';
  const existing = await listTowns(database);
  const isOurs = existing.every((town) => TOWNS.includes(town.slug));
  if (existing.length > 0 && !(isOurs && (await isUnfinished(database, existing, folder)))) return existing;

  const exchange = createTownExchange(folder);
  for (const slug of TOWNS) {
    const town =
      existing.find((known) => known.slug === slug) ?? (await createTown(database, folder, slug, wish));
    const scope = scopeOf(database, town, wish);
    try {
      await fillTown(scope, exchange, folder, wish);
    } finally {
      await scope.end();
    }
  }
  return listTowns(database);
}

async function isUnfinished(database: Database, towns: Town[], folder: string): Promise<boolean> {
  if (towns.length < TOWNS.length) return true;
  for (const town of towns) {
    const scope = scopeOf(database, town, {});
    const sources = await listSources(scope).finally(() => scope.end());
    const shipped = sources.filter((source) => source.file !== null);
    if (shipped.length === 0) continue;
    if (shipped.some((source) => !source.lastRunAt) || shipped.length < readSources(folder, town.slug).length)
      return true;
  }
  return false;
}

async function createTown(database: Database, folder: string, slug: string, wish: SeedWish): Promise<Town> {
  const draft = readDemo<TownDraft>(folder, slug, 'town.json');
  const created = await createTenant(database, { ...draft, isDefault: slug === TOWNS[0] }, wish.now?.());
  if (!created.ok)
    throw new Error(
      `the demo town ${slug} was refused: ${created.reason} ${JSON.stringify(created.details)}`,
    );
  wish.log?.(`${created.value.name} angelegt`);
  return created.value;
}

async function fillTown(
  scope: TenantScope,
  exchange: Exchange,
  folder: string,
  wish: SeedWish,
): Promise<void> {
  const known = await listSources(scope);
  for (const draft of readSources(folder, scope.tenant.slug)) {
    const saved = known.find((source) => source.name === draft.name);
    if (saved?.lastRunAt) continue;
    const source = await exchange.saveSource(scope, {
      ...(saved ? { id: saved.id } : {}),
      draft: { publishAs: 'published', ...draft },
    });
    if (!source.ok)
      throw new Error(`the source ${draft.name} was refused: ${JSON.stringify(source.details)}`);
    const run = await exchange.runImport(scope, source.value.id);
    if (!run.ok || run.value.reason)
      throw new Error(`${draft.name} was not imported: ${run.ok ? run.value.reason : run.reason}`);
    wish.log?.(`${scope.tenant.name}: ${draft.name}, ${inWords(run.value)}`);
  }
}

function inWords(run: Run): string {
  const refused = run.refused > 0 ? `, ${run.refused} mit Fehlern` : '';
  return `${run.created + run.updated} Einträge${refused}`;
}

function scopeOf(database: Database, town: Town, wish: SeedWish): TenantScope {
  const { id, slug, name } = town;
  return createScope({
    database,
    tenant: { id, slug, name },
    actor: SYSTEM_ACTOR,
    ...(wish.now ? { now: wish.now } : {}),
  });
}

function readSources(folder: string, slug: string): SourceDraft[] {
  return readDemo<SourceDraft[]>(folder, slug, 'sources.json');
}

function readDemo<Content>(folder: string, slug: string, file: string): Content {
  return JSON.parse(readFileSync(join(folder, slug, file), 'utf8')) as Content;
}
