import type pg from 'pg';

/** The database cannot be reached or does not answer; nothing is wrong with the request. */
export class DatabaseAway extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseAway';
  }
}

// SQLSTATE classes and codes of a server that is going, coming or full, and what Node says of a connection.
const AWAY_CODES =
  /^(08...|57P0[1-3]|53300|ECONN(REFUSED|RESET)|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND)$/;
// pg has no codes for these.
const AWAY_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** Whether an error, or what caused it, says that the database is away. */
export function isDatabaseAway(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const { code, syscall } = at as NodeJS.ErrnoException;
    // ENOENT of a socket is a server that is not there; of a file it is something else.
    const isAwayCode = AWAY_CODES.test(code ?? '') && (code !== 'ENOENT' || syscall === 'connect');
    if (at instanceof DatabaseAway || isAwayCode || AWAY_WORDS.test(at.message)) return true;
  }
  return false;
}

const limits = new WeakMap<pg.ClientBase, number>();

/** From now on a statement of this client may take so long, in milliseconds; null takes the limit away. */
export function limitStatements(client: pg.ClientBase, limitMs: number | null): void {
  if (limitMs === null) limits.delete(client);
  else limits.set(client, limitMs);
}

/**
 * Ends connections on which a statement stays without an answer for longer than its client's limit. pg's own
 * `query_timeout` gives the connection back with the late answer still to come, to be read by the next statement.
 * @param onStall told before the waiting statement fails
 */
export function watchStatements(pool: pg.Pool, onStall: () => void): void {
  pool.on('connect', (client) => {
    // Lost while somebody holds it: their next statement fails. Without a listener the process would end.
    client.on('error', () => undefined);
    const send = client.query.bind(client) as (...given: unknown[]) => unknown;
    const query = (...given: unknown[]): unknown => {
      const answer = send(...given);
      const limitMs = limits.get(client);
      if (limitMs === undefined || !(answer instanceof Promise)) return answer;
      const timer = setTimeout(() => {
        onStall();
        streamOf(client).destroy(new DatabaseAway(`no answer within ${limitMs} ms`));
      }, limitMs);
      return answer.finally(() => clearTimeout(timer));
    };
    Object.assign(client, { query });
  });
}

/** pg keeps the socket to itself; there is no other way to leave a server that says nothing. */
function streamOf(client: pg.ClientBase): { destroy(error: Error): void } {
  return (client as unknown as { connection: { stream: { destroy(error: Error): void } } }).connection.stream;
}
