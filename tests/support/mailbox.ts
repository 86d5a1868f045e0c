import { SMTPServer } from 'smtp-server';
import { freePort } from './town-server.ts';

export interface Mailbox {
  /** For `SMTP_URL`. */
  url: string;
  /** Everything that came, readable, in its order. */
  letters: string[];
  /** The newest letter to an address, once `count` have come and one holds these words. */
  letterTo(address: string, wish?: { count?: number; holding?: string }): Promise<string>;
  close(): Promise<void>;
}

const PATIENCE_MS = 20_000;

/** A mail server that takes everything and lets the tests read it. */
export async function openMailbox(): Promise<Mailbox> {
  const port = await freePort();
  const letters: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        letters.push(readable(Buffer.concat(chunks).toString()));
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    // The worker writes letters a moment after the page has answered.
    async letterTo(address, { count = 1, holding = '' } = {}) {
      for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
        const found = letters.filter((letter) => new RegExp(`^To: ${address}`, 'm').test(letter));
        const fitting = found.findLast((letter) => letter.includes(holding));
        if (found.length >= count && fitting) return fitting;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`no letter to ${address} holding "${holding}" among ${letters.length}`);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Mail programs do the same: soft line breaks away, `=C3=A4` to ä. */
function readable(letter: string): string {
  const octets = letter
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(octets, 'latin1').toString();
}
