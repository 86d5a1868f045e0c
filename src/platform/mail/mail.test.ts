import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMailSender } from './index.server.ts';

interface Received {
  from: string;
  to: string[];
  text: string;
}

const received: Received[] = [];
let server: SMTPServer;
let smtpUrl: string;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onRcptTo: ({ address }, _session, next) =>
      next(address.startsWith('unbekannt') ? new Error('no such mailbox') : null),
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map((one) => one.address), text });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

const letter = {
  to: 'anna@example.org',
  subject: 'Ihre Anfrage',
  text: 'Guten Tag,\ndie Straßenlaterne leuchtet.',
};

test('a mail reaches the mail server with sender, recipient and text', async () => {
  const sender = createMailSender({
    smtpUrl,
    from: 'Stadt Hagenow <rathaus@example.org>',
    folder: '/nowhere',
  });
  await sender.send(letter);
  sender.close();
  expect(received).toHaveLength(1);
  expect([received[0]!.from, received[0]!.to]).toEqual(['rathaus@example.org', ['anna@example.org']]);
  expect(received[0]!.text).toContain('Auto-Submitted: auto-generated');
  expect(received[0]!.text).toContain('Subject: Ihre Anfrage');
});

test('a mailbox nobody has is reported to the caller', async () => {
  const sender = createMailSender({ smtpUrl, from: 'rathaus@example.org', folder: '/nowhere' });
  await expect(sender.send({ ...letter, to: 'unbekannt@example.org' })).rejects.toThrow('no such mailbox');
  sender.close();
});

test('a line break in a subject adds no recipient', async () => {
  const sender = createMailSender({ smtpUrl, from: 'rathaus@example.org', folder: '/nowhere' });
  await sender.send({ ...letter, subject: 'Hallo\r\nBcc: boese@example.org' });
  sender.close();
  expect(received.at(-1)!.to).toEqual(['anna@example.org']);
});

test('without a mail server the mail becomes a file only its owner can read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ortskern-mail-'));
  const sender = createMailSender({ smtpUrl: null, from: 'rathaus@example.org', folder });
  await sender.send(letter);
  const [name, ...others] = await readdir(folder);
  expect([name!.endsWith('.eml'), others]).toEqual([true, []]);
  expect(await readFile(join(folder, name!), 'utf8')).toContain('To: anna@example.org');
  await rm(folder, { recursive: true });
});

test('a mail one can leave says where, and carries the entry for the calendar', async () => {
  const sender = createMailSender({ smtpUrl, from: 'rathaus@example.org', folder: '/nowhere' });
  await sender.send({
    ...letter,
    unsubscribeUrl: 'https://hagenow.example/merken/abc/abmelden',
    calendar: { fileName: 'termin.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
  });
  sender.close();
  const { text } = received.at(-1)!;
  expect(text).toContain('List-Unsubscribe: <https://hagenow.example/merken/abc/abmelden>');
  expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(text).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/);
});
