import type { Readable, Writable } from 'node:stream';
import type pg from 'pg';
import { from, to } from 'pg-copy-streams';

/** A stream of a COPY; knows at its end how many rows went through. */
export interface CopyOut extends Readable {
  rowCount: number;
}

/** Starts `copy … to stdout`; nothing else may run on the client until the stream has ended. */
export function copyOut(client: pg.PoolClient, statement: string): CopyOut {
  return client.query(to(statement)) as unknown as CopyOut;
}

/** Starts `copy … from stdin`; rows are in the table when the stream has finished. */
export function copyIn(client: pg.PoolClient, statement: string): Writable {
  return client.query(from(statement));
}
