import { AsyncLocalStorage } from 'node:async_hooks';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { DatabaseAway, isDatabaseAway, limitStatements, watchStatements } from './away.server.ts';
import { isId } from './ids.ts';

/** The role every request works as: owns nothing, so that row-level security always binds it. */
export const PUBLIC_ROLE = 'ortskern_app';

/** A handle inside one transaction. Never keep it longer than the function it was handed to. */
export type Store = NodePgDatabase<Record<string, never>>;
/** A connection as the owner of the schema, as `asOwner` hands it out. */
export type OwnerClient = pg.PoolClient;

/** Which rows a transaction may see: those of one tenant, or the registry of tenants and people. */
export type TransactionSettings = { tenantId: string; readOnly?: boolean } | { registry: true };

export interface OpenOptions {
  /** Connections held at most; PostgreSQL's own default limit is 100 for the whole server. */
  max?: number;
  /** Schema search path for libraries that do not spell their schema. */
  searchPath?: string;
  /** Settings each connection starts with, for libraries that begin no transaction of ours (`role`, `app.registry`). */
  sessionSettings?: Readonly<Record<string, string>>;
  /** How long a statement of a library that begins no transaction of ours may take, in milliseconds. */
  statementLimitMs?: number;
  /** Told each statement, for counting queries per page in tests. */
  onQuery?: (sql: string) => void;
}

export interface Database {
  readonly pool: pg.Pool;
  /** Runs `work` in one transaction; commits when it returns, rolls back when it throws or `keep` says no. */
  transaction<T>(
    settings: TransactionSettings,
    work: (store: Store) => Promise<T>,
    keep?: (result: T) => boolean,
  ): Promise<T>;
  /** Opens a read-only transaction that several reads of one request share. */
  openReading(tenantId: string): Reading;
  /** Statements as the owner of the schema, outside row-level security's role: migrations, backup, health. */
  asOwner<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface Reading {
  read<T>(work: (store: Store) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

// Readers are told after this time that the database does not answer; a write may have to wait for another one.
const READ_LIMIT_MS = 4_000;
const WRITE_LIMIT_MS = 20_000;
/** So long after a failure nobody else tries: a hundred readers must not all wait for the same silence. */
const AWAY_MS = 1_000;

export function openDatabase(url: string, options: OpenOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    ...startupOptions(options),
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const observe = options.onQuery;
  let awayUntil = 0;
  const noteAway = () => void (awayUntil = Date.now() + AWAY_MS);
  watchStatements(pool, noteAway);
  if (options.statementLimitMs)
    pool.on('connect', (client) => limitStatements(client, options.statementLimitMs!));

  async function begin(settings: TransactionSettings): Promise<{ client: pg.PoolClient; store: Store }> {
    if (Date.now() < awayUntil) throw new DatabaseAway('did not answer a moment ago');
    const client = await connect();
    try {
      limitStatements(client, READ_LIMIT_MS);
      await client.query(beginStatement(settings));
      if (!isReading(settings)) limitStatements(client, WRITE_LIMIT_MS);
    } catch (error) {
      if (isDatabaseAway(error)) noteAway();
      client.release(true);
      throw error;
    }
    return { client, store: drizzle(client, observe ? { logger: { logQuery: observe } } : {}) as Store };
  }

  async function connect(): Promise<pg.PoolClient> {
    try {
      return await pool.connect();
    } catch (error) {
      // A full pool is no sign of a server that is gone.
      if (isDatabaseAway(error) && pool.waitingCount === 0) noteAway();
      throw error;
    }
  }

  return {
    pool,
    async transaction(settings, work, keep = () => true) {
      const { client, store } = await begin(settings);
      try {
        const result = await work(store);
        await client.query(keep(result) ? 'commit' : 'rollback');
        client.release();
        return result;
      } catch (error) {
        await rollBack(client);
        throw error;
      }
    },
    openReading: (tenantId) => openReading(() => begin({ tenantId, readOnly: true })),
    async asOwner(work) {
      const client = await pool.connect();
      limitStatements(client, null);
      try {
        const result = await work(client);
        client.release();
        return result;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}

function startupOptions({ searchPath, sessionSettings }: OpenOptions): { options?: string } {
  const settings = { ...(searchPath ? { search_path: searchPath } : {}), ...sessionSettings };
  const parts = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  return parts.length > 0 ? { options: parts.join(' ') } : {};
}

function isReading(settings: TransactionSettings): boolean {
  return 'registry' in settings || settings.readOnly === true;
}

/** BEGIN, role and tenant in one round trip: apart they would halve the throughput. */
function beginStatement(settings: TransactionSettings): string {
  if ('registry' in settings) return `begin; set local role ${PUBLIC_ROLE}; set local app.registry = 'on'`;
  if (!isId(settings.tenantId)) throw new TypeError(`not a tenant id: ${settings.tenantId}`);
  const mode = settings.readOnly ? ' read only' : '';
  return `begin${mode}; set local role ${PUBLIC_ROLE}; set local app.tenant = '${settings.tenantId}'`;
}

async function rollBack(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch {
    client.release(true);
  }
}

function openReading(begin: () => Promise<{ client: pg.PoolClient; store: Store }>): Reading {
  const inside = new AsyncLocalStorage<Store>();
  let opened: Promise<{ client: pg.PoolClient; store: Store }> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let broken = false;

  async function runInTurn<T>(work: (store: Store) => Promise<T>): Promise<T> {
    if (broken) await finish();
    try {
      const { store } = await (opened ??= begin());
      return await inside.run(store, () => work(store));
    } catch (error) {
      broken = true;
      throw error;
    }
  }

  async function finish(): Promise<void> {
    const current = opened;
    opened = null;
    if (!current) return;
    const wasBroken = broken;
    broken = false;
    const begun = await current.catch(() => null);
    if (!begun) return;
    if (wasBroken) await rollBack(begun.client);
    else {
      await begun.client.query('commit').then(
        () => begun.client.release(),
        () => begun.client.release(true),
      );
    }
  }

  /** The connection goes back as soon as nobody reads: a page that is being drawn holds none. */
  function finishWhenIdle(): void {
    setImmediate(() => {
      if (waiting === 0) turn = turn.then(finish);
    });
  }

  return {
    read<T>(work: (store: Store) => Promise<T>): Promise<T> {
      const outer = inside.getStore();
      if (outer) return work(outer);
      waiting++;
      const result = turn.then(() => runInTurn(work));
      turn = result
        .catch(() => undefined)
        .finally(() => {
          waiting--;
          if (waiting === 0) finishWhenIdle();
        });
      return result;
    },
    async end() {
      await turn;
      await finish();
    },
  };
}
