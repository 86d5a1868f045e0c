import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAssistant } from '#modules/assistant.server';
import type { Run, SourceDraft } from '#modules/exchange';
import { listSources } from '#modules/exchange.server';
import type { Exchange } from '#modules/exchange.server';
import { nextChangeAt, readEdition } from '#modules/publishing.server';
import type { Town, TownDraft } from '#modules/tenancy';
import { createTenant, listTowns } from '#modules/tenancy.server';
import type { Database } from '#platform/db.server';
import { createScope, SYSTEM_ACTOR } from '#platform/scope.server';
import type { TenantScope } from '#platform/scope.server';
import { createTownExchange, DEMO_FOLDER } from './exchange.server.ts';
import { searchables } from './kinds.server.ts';
import { seedSignUps } from './seed-sign-ups.ts';
import type { ExampleSignUps } from './seed-sign-ups.ts';
import { seedReports } from './seed-reports.ts';
import type { ExampleReports } from './seed-reports.ts';
import { seedWaste } from './seed-waste.ts';
import type { ExampleWaste } from './seed-waste.ts';

export interface SeedWish {
  now?: () => Date;
  /** Told each step in German, for the step list of `npm start`. */
  log?: (line: string) => void;
  /** Where the demo towns lie. */
  folder?: string;
}

const TOWNS = ['hagenow', 'augsburg-land'];

/**
 * Fills an empty installation with the demo towns; one that has any town is left alone, but for a seed that was
 * interrupted: that one goes on where it stopped.
 * @returns the towns there are now.
 */
export async function seedDemo(database: Database, wish: SeedWish = {}): Promise<Town[]> {
  const folder = wish.folder ?? DEMO_FOLDER;
  const exchange = createTownExchange(folder);
  const existing = await listTowns(database);
  if (await isUntouched(database, existing, wish)) {
    for (const slug of TOWNS) {
      const town =
        existing.find((known) => known.slug === slug) ?? (await createTown(database, folder, slug, wish));
      await inTown(database, town, wish, (scope) => saveSources(scope, exchange, folder));
    }
  }
  const towns = await listTowns(database);
  for (const town of towns.filter(({ slug }) => TOWNS.includes(slug)).sort(byOrderOfTowns)) {
    await inTown(database, town, wish, (scope) => runSources(scope, exchange, wish));
    await inTown(database, town, wish, (scope) => seedExamples(scope, folder, town.state));
  }
  return towns;
}

/** Nothing but demo towns, and none of their documents has been read yet. */
async function isUntouched(database: Database, towns: Town[], wish: SeedWish): Promise<boolean> {
  if (!towns.every(({ slug }) => TOWNS.includes(slug))) return false;
  for (const town of towns) {
    const sources = await inTown(database, town, wish, listSources);
    if (sources.some((source) => source.lastRunAt)) return false;
  }
  return true;
}

function byOrderOfTowns(a: Town, b: Town): number {
  return TOWNS.indexOf(a.slug) - TOWNS.indexOf(b.slug);
}

async function inTown<Result>(
  database: Database,
  town: Town,
  wish: SeedWish,
  work: (scope: TenantScope) => Promise<Result>,
): Promise<Result> {
  const { id, slug, name } = town;
  const scope = createScope({
    database,
    tenant: { id, slug, name },
    actor: SYSTEM_ACTOR,
    ...(wish.now ? { now: wish.now } : {}),
  });
  try {
    return await work(scope);
  } finally {
    await scope.end();
  }
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

async function saveSources(scope: TenantScope, exchange: Exchange, folder: string): Promise<void> {
  const known = await listSources(scope);
  for (const draft of readDemo<SourceDraft[]>(folder, scope.tenant.slug, 'sources.json')) {
    if (known.some(({ name }) => name === draft.name)) continue;
    const saved = await exchange.saveSource(scope, { draft: { publishAs: 'published', ...draft } });
    if (!saved.ok) throw new Error(`the source ${draft.name} was refused: ${JSON.stringify(saved.details)}`);
  }
}

/** Reads the shipped documents that have never been read; a later change at the desk is never undone. */
async function runSources(scope: TenantScope, exchange: Exchange, wish: SeedWish): Promise<void> {
  const waiting = (await listSources(scope)).filter((source) => source.file && !source.lastRunAt);
  for (const { id, name } of waiting) {
    const run = await exchange.runImport(scope, id);
    if (!run.ok || run.value.reason)
      throw new Error(`${name} was not imported: ${run.ok ? run.value.reason : run.reason}`);
    wish.log?.(`${scope.tenant.name}: ${name}, ${inWords(run.value)}`);
  }
}

/** What a town shows as example only, because nobody publishes the real thing as open data. */
async function seedExamples(scope: TenantScope, folder: string, state: string): Promise<void> {
  const { slug } = scope.tenant;
  const has = (file: string) => existsSync(join(folder, slug, file));
  if (has('example-waste.json'))
    await seedWaste(scope, readDemo<ExampleWaste>(folder, slug, 'example-waste.json'), state);
  if (has('example-reports.json'))
    await seedReports(scope, readDemo<ExampleReports>(folder, slug, 'example-reports.json'));
  if (has('asked.txt')) await seedAsked(scope, readFileSync(join(folder, slug, 'asked.txt'), 'utf8'));
  if (has('example-sign-ups.json'))
    await seedSignUps(scope, readDemo<ExampleSignUps>(folder, slug, 'example-sign-ups.json'));
}

/** How people ask for what the pages of the town tell; a town that has such lists keeps its own. */
async function seedAsked(scope: TenantScope, text: string): Promise<void> {
  const { asked } = createAssistant({ searchables, readEdition, nextChangeAt });
  if ((await asked.list(scope)).some(({ ways }) => ways > 0)) return;
  const taken = await asked.take(scope, text);
  if (!taken.ok) throw new Error(`asked.txt was refused: ${JSON.stringify(taken.details)}`);
}

function inWords(run: Run): string {
  const refused = run.refused > 0 ? `, ${run.refused} mit Fehlern` : '';
  return `${run.created + run.updated} Einträge${refused}`;
}

function readDemo<Content>(folder: string, slug: string, file: string): Content {
  return JSON.parse(readFileSync(join(folder, slug, file), 'utf8')) as Content;
}
