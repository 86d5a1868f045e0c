import { AsyncLocalStorage } from 'node:async_hooks';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { DestinationStream } from 'pino';
import { redact, redactText } from './redact.ts';

export { truncateAddress } from './redact.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** One line per event. `event` is a fixed name such as `import.finished`; what varies goes into `details`. */
export interface Log {
  debug(event: string, details?: Record<string, unknown>): void;
  info(event: string, details?: Record<string, unknown>): void;
  warn(event: string, details?: Record<string, unknown>): void;
  error(event: string, details?: Record<string, unknown>): void;
}

export interface LogOptions {
  level?: LogLevel;
  destination?: DestinationStream;
}

// The built app and the server around it load this file each on its own; the request they speak of is the same one.
const shared = globalThis as { [REQUEST]?: AsyncLocalStorage<string> };
const REQUEST = Symbol.for('ortskern.request');
const currentRequest = (shared[REQUEST] ??= new AsyncLocalStorage<string>());

/** Runs `work` so that every line logged within carries the id of the request. */
export function withRequestId<T>(id: string, work: () => T): T {
  return currentRequest.run(id, work);
}

export function requestId(): string | undefined {
  return currentRequest.getStore();
}

export function createLog(options: LogOptions = {}): Log {
  const destination = options.destination ?? standardOutput();
  const writer = pino(
    {
      level: options.level ?? levelFromEnvironment(),
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
      mixin: () => {
        const id = requestId();
        return id ? { requestId: id } : {};
      },
    },
    destination,
  );
  const write =
    (level: LogLevel) =>
    (event: string, details: Record<string, unknown> = {}) => {
      // To clean a line costs more than to answer some requests.
      if (writer.isLevelEnabled(level)) writer[level](redact(details) as object, redactText(event));
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** The log of this process. */
export const log: Log = createLog();

function levelFromEnvironment(): LogLevel {
  const wish = process.env.LOG_LEVEL;
  return wish === 'debug' || wish === 'warn' || wish === 'error' ? wish : 'info';
}

/** JSON for machines; on a terminal the same in one readable line. */
function standardOutput(): DestinationStream {
  if (!process.stdout.isTTY) return { write: (line) => void process.stdout.write(line) };
  return new Writable({
    write(chunk: Buffer, _encoding, next) {
      process.stdout.write(readableLine(chunk.toString()));
      next();
    },
  });
}

export function readableLine(json: string): string {
  try {
    const { level, time, msg, requestId: _id, ...details } = JSON.parse(json) as Record<string, unknown>;
    const mark = { debug: '·', info: ' ', warn: '!', error: '✗' }[String(level)] ?? ' ';
    const rest = Object.entries(details).map(
      ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
    return `${String(time).slice(11, 19)} ${mark} ${String(msg)} ${rest.join(' ')}\n`;
  } catch {
    return json;
  }
}
