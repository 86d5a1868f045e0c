import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { appliedMigrations, copyOut } from '#platform/db.server';
import type { Database, OwnerClient } from '#platform/db.server';
import type { FileStore } from '#platform/files.server';
import { createContainerWriter } from './container.server.ts';
import type { ContainerWriter } from './container.server.ts';
import { BackupFault } from './faults.server.ts';
import { listTables, quoted } from './tables.server.ts';
import type { Table } from './tables.server.ts';

export const FORMAT = 'ortskern-backup';
export const FORMAT_VERSION = 1;

export interface BackupWish {
  database: Database;
  files: FileStore;
  /** Written whole or not at all. */
  path: string;
  /** Slug of one town; null = everything. */
  town: string | null;
  now: Date;
}

export interface BackupReport {
  towns: string[];
  tables: Record<string, number>;
  files: number;
}

/** Writes a backup of one town or of everything, as of one moment, while the app goes on working. */
export async function writeBackup(wish: BackupWish): Promise<BackupReport> {
  const unfinished = `${wish.path}.unfinished`;
  const migrations = await appliedMigrations(wish.database);
  try {
    const report = await wish.database.asOwner(async (client) => {
      await client.query(`begin isolation level repeatable read read only; ${SETTINGS}`);
      try {
        return await write(
          wish,
          client,
          migrations,
          createContainerWriter(createWriteStream(unfinished, { mode: 0o600 })),
        );
      } finally {
        await client.query('rollback');
      }
    });
    await rename(unfinished, wish.path);
    return report;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** The registry is open, and values look the same on every server, so that equal rows have equal checksums. */
export const SETTINGS = `
  set local app.registry = 'on'; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'iso_8601'; set local bytea_output = 'hex'; set local extra_float_digits = 1`;

interface Town {
  tenant_id: string;
  slug: string;
}

async function write(
  wish: BackupWish,
  client: OwnerClient,
  migrations: unknown,
  container: ContainerWriter,
): Promise<BackupReport> {
  const { rows: all } = await client.query<Town>(
    'select tenant_id, slug from tenancy.tenant order by tenant_id',
  );
  const towns = wish.town === null ? all : all.filter(({ slug }) => slug === wish.town);
  if (wish.town !== null && towns.length === 0) throw new BackupFault('unknown-town', { town: wish.town });

  await container.line({
    format: FORMAT,
    version: FORMAT_VERSION,
    scope: wish.town === null ? 'everything' : 'town',
    towns,
    createdAt: wish.now.toISOString(),
    migrations,
  });
  const report: BackupReport = { towns: towns.map(({ slug }) => slug), tables: {}, files: 0 };
  const tables = await listTables(client);
  for (const table of tables) {
    const statements = wish.town === null ? selectAll(table, towns) : selectTown(table, tables, towns[0]!);
    if (statements.length === 0) continue;
    report.tables[table.name] = await writeTable(container, client, table, statements);
  }
  for (const { tenant_id: id } of towns) report.files += await writeFiles(container, wish.files, `${id}/`);
  await container.end({ end: true, tables: report.tables, files: report.files });
  return report;
}

interface Select {
  /** Whose rows the policies let through; null = the registry's. */
  tenantId: string | null;
  sql: string;
}

function selectAll(table: Table, towns: Town[]): Select[] {
  if (!table.isOfTowns) return [{ tenantId: null, sql: select(table, 'true') }];
  return towns.map((town) => selectOf(table, town));
}

function selectOf(table: Table, town: Town): Select {
  return { tenantId: town.tenant_id, sql: select(table, `tenant_id = '${town.tenant_id}'`) };
}

/** Of the registry a town takes along only the rows its own rows point to: its people, not their passwords. */
function selectTown(table: Table, tables: Table[], town: Town): Select[] {
  if (table.isOfTowns) return [selectOf(table, town)];
  const pointing = tables
    .filter(({ isOfTowns }) => isOfTowns)
    .flatMap((from) =>
      from.references.filter((one) => one.table === table.name).map((one) => ({ ...one, from })),
    );
  if (pointing.length === 0) return [];
  const conditions = pointing.map(({ from, columns, targets }) => {
    const pairs = columns.map((column, i) => `pointing.${quoted(column)} = pointed.${quoted(targets[i]!)}`);
    return `exists (select 1 from ${from.name} pointing where pointing.tenant_id = '${town.tenant_id}' and ${pairs.join(' and ')})`;
  });
  return [{ tenantId: town.tenant_id, sql: select(table, conditions.join(' or ')) }];
}

function select({ name, columns, key }: Table, condition: string): string {
  // The same order on every server, whatever the collation of its database.
  const order = (key.length > 0 ? key : columns)
    .map((column) => `${quoted(column)}::text collate "C"`)
    .join(', ');
  return `select ${columns.map((column) => quoted(column)).join(', ')} from ${name} pointed where ${condition} order by ${order}`;
}

async function writeTable(
  container: ContainerWriter,
  client: OwnerClient,
  table: Table,
  statements: Select[],
): Promise<number> {
  let rows = 0;
  async function* copies(): AsyncGenerator<Uint8Array> {
    for (const { tenantId, sql } of statements) {
      await client.query(`select set_config('app.tenant', $1, true)`, [tenantId ?? '']);
      const stream = copyOut(client, `copy (${sql}) to stdout`);
      yield* stream;
      rows += stream.rowCount;
    }
  }
  await container.line({ table: table.name, columns: table.columns });
  const digest = await container.data(copies());
  await container.line({ rows, ...digest });
  return rows;
}

async function writeFiles(container: ContainerWriter, files: FileStore, prefix: string): Promise<number> {
  let count = 0;
  for await (const key of files.list(prefix)) {
    const file = await files.read(key);
    if (!file) continue;
    await container.line({ file: key, mediaType: file.mediaType });
    await container.line(await container.data(inPieces(file.bytes)));
    count++;
  }
  return count;
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
