import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { afterAll } from 'vitest';
import { migrate, openDatabase } from '#platform/db.server';
import { townsIn } from './database.ts';
import type { TestDatabase } from './database.ts';

const MIGRATIONS = join(import.meta.dirname, '../../database/migrations');

/**
 * A PostgreSQL with pgvector, which the embedded one lacks: both compiled to WebAssembly, in this process, reached by the
 * same driver over a socket. It has one session, whose transactions wait for each other.
 */
export async function vectorDatabase(): Promise<Pick<TestDatabase, 'database' | 'createTenant' | 'scope'>> {
  const server = await PGlite.create({ extensions: { vector } });
  const socket = new PGLiteSocketServer({ db: server, port: 0, maxConnections: 10 });
  await socket.start();
  const database = openDatabase(`postgresql://postgres@${socket.getServerConn()}/postgres`);
  await database.pool.query('create extension vector');
  await migrate(database, MIGRATIONS);
  const towns = townsIn(database);
  afterAll(async () => {
    await towns.end();
    await database.close();
    await socket.stop();
    await server.close();
  });
  return { database, createTenant: towns.createTenant, scope: towns.scope };
}
