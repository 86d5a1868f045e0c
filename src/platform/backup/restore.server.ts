import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { appliedMigrations, copyIn, migrate, migrationFiles } from '#platform/db.server';
import type { AppliedMigration, Database, OwnerClient } from '#platform/db.server';
import type { FileStore } from '#platform/files.server';
import { createContainerReader } from './container.server.ts';
import type { ContainerReader, Digest } from './container.server.ts';
import { BackupFault } from './faults.server.ts';
import { listTables, quoted } from './tables.server.ts';
import type { Table } from './tables.server.ts';
import { FORMAT, FORMAT_VERSION, SETTINGS } from './write.server.ts';
import type { BackupReport } from './write.server.ts';

export interface RestoreWish {
  database: Database;
  files: FileStore;
  path: string;
  /** Folder of the migrations, for a database that has none yet. */
  migrations: string;
}

interface Header {
  scope: 'everything' | 'town';
  towns: { tenant_id: string; slug: string }[];
  migrations: AppliedMigration[];
}

/**
 * Restores a backup: everything into an empty database, or one town beside others. All rows come in one transaction
 * that ends well only when every count and checksum is right; files written by then are taken back otherwise.
 */
export async function restoreBackup(wish: RestoreWish): Promise<BackupReport> {
  const input = createReadStream(wish.path);
  const reader = createContainerReader(input);
  const written: string[] = [];
  try {
    const header = readHeader(await reader.line());
    await prepareSchema(wish, header);
    const report = await wish.database.asOwner((client) =>
      inTransaction(client, () => restore(wish, client, reader, header, written)),
    );
    // An older backup has come home as it was; now it becomes what this version knows.
    await migrate(wish.database, wish.migrations);
    return report;
  } catch (error) {
    for (const key of written) await wish.files.remove(key);
    throw asFault(error);
  } finally {
    input.destroy();
  }
}

function readHeader(line: Record<string, unknown>): Header {
  if (line.format !== FORMAT) throw new BackupFault('not-a-backup');
  if (Number(line.version) > FORMAT_VERSION)
    throw new BackupFault('newer-format', { version: String(line.version) });
  return line as unknown as Header;
}

/** The tables must be exactly those the backup was taken from; an empty database gets them first. */
async function prepareSchema(wish: RestoreWish, { migrations, scope }: Header): Promise<void> {
  if (scope === 'everything' && (await hasTowns(wish.database))) throw new BackupFault('not-empty');
  const names = migrations.map(({ name }) => name);
  const known = migrationFiles(wish.migrations);
  const future = names.filter((name) => !known.includes(name));
  if (future.length > 0) throw new BackupFault('newer-schema', { migrations: future.join(', ') });
  if ((await appliedMigrations(wish.database)).length === 0)
    await migrate(wish.database, wish.migrations, names);

  const applied = new Map(
    (await appliedMigrations(wish.database)).map(({ name, checksum }) => [name, checksum]),
  );
  const all = new Set([...names, ...applied.keys()]);
  const different = [...all].filter(
    (name) => migrations.find((one) => one.name === name)?.checksum !== applied.get(name),
  );
  if (different.length > 0) throw new BackupFault('other-schema', { migrations: different.join(', ') });
}

async function hasTowns(database: Database): Promise<boolean> {
  if ((await appliedMigrations(database)).length === 0) return false;
  return database.asOwner((client) =>
    inTransaction(client, async () => {
      await client.query(SETTINGS);
      return (await client.query('select 1 from tenancy.tenant limit 1')).rowCount !== 0;
    }),
  );
}

async function inTransaction<T>(client: OwnerClient, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function restore(
  wish: RestoreWish,
  client: OwnerClient,
  reader: ContainerReader,
  header: Header,
  written: string[],
): Promise<BackupReport> {
  await client.query(SETTINGS);
  const tables = new Map((await listTables(client)).map((table) => [table.name, table]));
  const report: BackupReport = { towns: header.towns.map(({ slug }) => slug), tables: {}, files: 0 };
  for (;;) {
    const line = await reader.line();
    if (line.end) {
      if (line.sha256 !== reader.checksum())
        throw new BackupFault('damaged', { reason: 'the checksum of the whole file' });
      return report;
    }
    if (typeof line.table === 'string') {
      const table = tables.get(line.table);
      if (!table) throw new BackupFault('other-schema', { migrations: line.table });
      report.tables[table.name] = await restoreTable(client, reader, table, line.columns as string[], header);
    } else if (typeof line.file === 'string') {
      await restoreFile(wish.files, reader, line.file, String(line.mediaType), header, written);
      report.files++;
    } else throw new BackupFault('damaged', { reason: 'a line that belongs to nothing' });
  }
}

/**
 * COPY into a table with row-level security is not allowed for an owner who is bound by it, so the rows come into a
 * temporary table first and from there, town by town, to their place.
 */
async function restoreTable(
  client: OwnerClient,
  reader: ContainerReader,
  table: Table,
  named: string[],
  { scope, towns }: Header,
): Promise<number> {
  const columns = named.map((column) => quoted(column)).join(', ');
  await client.query(
    `create temporary table incoming on commit drop as select ${columns} from ${table.name} with no data`,
  );
  const digest = await copyPieces(client, reader, `copy incoming (${columns}) from stdin`);
  const told = await reader.line();
  const arrived = await client.query<{ rows: number }>('select count(*)::int as rows from incoming');
  verify(table.name, told, { ...digest, rows: arrived.rows[0]!.rows });

  const insert = `insert into ${table.name} (${columns}) overriding system value select ${columns} from incoming`;
  let placed = 0;
  if (table.isOfTowns) {
    for (const { tenant_id: tenantId } of towns) {
      await client.query(`select set_config('app.tenant', $1, true)`, [tenantId]);
      placed += (await client.query(`${insert} where tenant_id = '${tenantId}'`)).rowCount ?? 0;
    }
    verify(table.name, told, { ...digest, rows: placed });
  } else {
    // A person of the town may already be known here, from another town.
    await client.query(
      scope === 'town' ? `${insert} on conflict (${table.key.map(quoted).join(', ')}) do nothing` : insert,
    );
  }
  await client.query('drop table incoming');
  return Number(told.rows);
}

async function copyPieces(client: OwnerClient, reader: ContainerReader, statement: string): Promise<Digest> {
  let digest: Digest | null = null;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    digest = yield* reader.data();
  }
  await pipeline(Readable.from(pieces(), { objectMode: true }), copyIn(client, statement));
  return digest!;
}

function verify(name: string, told: Record<string, unknown>, found: Digest & { rows?: number }): void {
  const isSame =
    told.sha256 === found.sha256 &&
    told.bytes === found.bytes &&
    (found.rows === undefined || told.rows === found.rows);
  if (!isSame) throw new BackupFault('damaged', { reason: name });
}

async function restoreFile(
  files: FileStore,
  reader: ContainerReader,
  key: string,
  mediaType: string,
  { towns }: Header,
  written: string[],
): Promise<void> {
  if (!towns.some(({ tenant_id: id }) => key.startsWith(`${id}/`)))
    throw new BackupFault('damaged', { reason: `the file ${key} of no town` });
  const pieces: Uint8Array[] = [];
  const data = reader.data();
  let step = await data.next();
  for (; !step.done; step = await data.next()) pieces.push(Buffer.from(step.value));
  verify(key, await reader.line(), step.value);
  if (await files.read(key)) return;
  await files.write(key, Buffer.concat(pieces), mediaType);
  written.push(key);
}

/** What PostgreSQL says about rows that are already there, or cannot be read, in words of a backup. */
function asFault(error: unknown): unknown {
  const { code, detail, message } = error as { code?: string; detail?: string; message: string };
  if (code === '23505') return new BackupFault('conflict', { reason: detail ?? message }, { cause: error });
  if (code?.startsWith('22') || code === '23503')
    return new BackupFault('damaged', { reason: message }, { cause: error });
  return error;
}
