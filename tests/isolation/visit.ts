import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';

export interface Visit {
  /** Name of the host, without its port. */
  host: string;
  path: string;
  method?: string;
  headers?: Record<string, string>;
  cookies?: Map<string, string>;
  body?: string;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  /** Status, headers and body: everything a visitor gets to see. */
  whole: string;
}

/** One request to the server at `port` under any host name, whatever the machine makes of `*.localhost`. */
export function visit(
  port: number,
  { host, path, method = 'GET', headers, cookies, body }: Visit,
): Promise<Answer> {
  const cookie = [...(cookies ?? [])]
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('; ');
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: { host: `${host}:${port}`, ...(cookie ? { cookie } : {}), ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const status = response.statusCode ?? 0;
          const whole = `${status} ${JSON.stringify(response.headers)}\n${text}`;
          resolve({ status, headers: response.headers, body: text, whole });
        });
      },
    );
    asked.setTimeout(20_000, () => asked.destroy(new Error(`${method} ${path} did not answer`)));
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Does something for each, a few at a time. */
export async function forEach<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
    }),
  );
}
