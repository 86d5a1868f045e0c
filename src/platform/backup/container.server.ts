import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupFault } from './faults.server.ts';

// The container, inside gzip: lines of JSON, and after some of them data in pieces. A piece is a line with its length
// and then that many bytes; a length of 0 ends the data. docs/operating/backup-format.md is the description.

export interface ContainerWriter {
  line(value: unknown): Promise<void>;
  /** Writes all pieces of `data` and answers what it was. */
  data(data: AsyncIterable<Uint8Array>): Promise<Digest>;
  /** Writes the last line, with a checksum over everything before it, and ends the file. */
  end(value: Record<string, unknown>): Promise<void>;
}

export interface Digest {
  bytes: number;
  sha256: string;
}

export function createContainerWriter(output: Writable): ContainerWriter {
  const gzip = createGzip({ level: 6 });
  const everything = createHash('sha256');
  const failed = new Promise<never>((_, reject) => {
    gzip.once('error', reject);
    output.once('error', reject);
  });
  failed.catch(() => undefined);
  gzip.pipe(output);

  async function put(bytes: Uint8Array): Promise<void> {
    everything.update(bytes);
    // Waiting for the disk keeps the memory small however large the backup is.
    if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), failed]);
  }
  const line = (value: unknown) => put(Buffer.from(`${JSON.stringify(value)}\n`));

  return {
    line,
    async data(data) {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const piece of data) {
        if (piece.length === 0) continue;
        hash.update(piece);
        bytes += piece.length;
        await put(Buffer.from(`${piece.length}\n`));
        await put(piece);
      }
      await put(Buffer.from('0\n'));
      return { bytes, sha256: hash.digest('hex') };
    },
    async end(value) {
      const sha256 = everything.copy().digest('hex');
      await line({ ...value, sha256 });
      gzip.end();
      await Promise.race([once(output, 'close'), failed]);
    },
  };
}

export interface ContainerReader {
  line(): Promise<Record<string, unknown>>;
  /** Yields the pieces; `digest` is complete when they are through. */
  data(): AsyncGenerator<Uint8Array, Digest>;
  /** The checksum over everything before the line read last. */
  checksum(): string;
}

const LONGEST_LINE = 10 * 1024 * 1024;

export function createContainerReader(input: Readable): ContainerReader {
  const gunzip = createGunzip();
  input.once('error', (error) => gunzip.destroy(error));
  const source = input.pipe(gunzip)[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const everything = createHash('sha256');
  let before = '';
  let pending: Buffer = Buffer.alloc(0);

  async function more(): Promise<void> {
    try {
      const { value, done } = await source.next();
      if (done) throw new BackupFault('damaged', { reason: 'the file ends too early' });
      pending = pending.length === 0 ? value : Buffer.concat([pending, value]);
    } catch (error) {
      throw error instanceof BackupFault
        ? error
        : new BackupFault('damaged', { reason: (error as Error).message });
    }
  }
  async function text(): Promise<string> {
    let end: number;
    while ((end = pending.indexOf(10)) < 0) {
      if (pending.length > LONGEST_LINE) throw new BackupFault('damaged', { reason: 'a line without end' });
      await more();
    }
    before = everything.copy().digest('hex');
    const found = pending.subarray(0, end);
    everything.update(pending.subarray(0, end + 1));
    pending = pending.subarray(end + 1);
    return found.toString();
  }

  return {
    async line() {
      const found = await text();
      try {
        return JSON.parse(found) as Record<string, unknown>;
      } catch {
        throw new BackupFault('damaged', { reason: 'a line that is no JSON' });
      }
    },
    async *data() {
      const hash = createHash('sha256');
      let bytes = 0;
      for (;;) {
        let left = Number(await text());
        if (!Number.isSafeInteger(left) || left < 0)
          throw new BackupFault('damaged', { reason: 'a length that is no number' });
        if (left === 0) return { bytes, sha256: hash.digest('hex') };
        bytes += left;
        while (left > 0) {
          if (pending.length === 0) await more();
          const piece = pending.subarray(0, left);
          pending = pending.subarray(piece.length);
          left -= piece.length;
          hash.update(piece);
          everything.update(piece);
          yield piece;
        }
      }
    },
    checksum: () => before,
  };
}
