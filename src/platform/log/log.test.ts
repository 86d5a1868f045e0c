import { expect, test } from 'vitest';
import { createLog, truncateAddress, withRequestId } from './index.server.ts';
import { redactText } from './redact.ts';

function collect(): { lines: Record<string, unknown>[]; log: ReturnType<typeof createLog> } {
  const lines: Record<string, unknown>[] = [];
  const log = createLog({
    level: 'debug',
    destination: { write: (line) => void lines.push(JSON.parse(line) as never) },
  });
  return { lines, log };
}

test('a line carries level, time, event and the id of its request', () => {
  const { lines, log } = collect();
  withRequestId('anfrage-1', () => log.info('import.finished', { rows: 12 }));
  expect(lines).toEqual([
    { level: 'info', time: expect.any(String), requestId: 'anfrage-1', rows: 12, msg: 'import.finished' },
  ]);
});

test('mail addresses, tokens and what people ask never reach the log', () => {
  const { lines, log } = collect();
  log.warn('mail to qa@example.org failed', {
    to: 'qa@example.org',
    question: 'Wo bekomme ich einen Ausweis?',
    url: 'http://localhost:3000/fragen?frage=Schulden',
    link: '/einladung/8sJ2kQx9LmN4pR7tV1wY3zB6cD5fG0hJ',
    database: 'postgresql://ortskern:s3cr3t@db.example.org/ortskern',
    nested: { cookie: 'a=b', error: new Error('user qa%40example.org is unknown') },
  });
  const written = JSON.stringify(lines);
  expect(written).not.toMatch(/qa(@|%40)example|Ausweis|Schulden|8sJ2k|s3cr3t|a=b/);
  expect(written).toContain('db.example.org');
});

test.each(['/verwaltung/einladung/', '/verwaltung/passwort/', '/anfrage/', '/en/anfrage/'])(
  'what follows %s opens a door and never reaches the log',
  (door) => {
    const { lines, log } = collect();
    log.debug('request', { path: `${door}kurz`, status: 404 });
    log.debug('request', { path: `${door}0193a207-7825-762a-b0b5-cc82602cbb9d.ab-cd/weiter?x=1` });
    expect(lines.map(({ path }) => path)).toEqual([`${door}[token]`, `${door}[token]/weiter?…`]);
  },
);

test('what a failed statement was given stays out of the log, the place where it failed does not', () => {
  const error =
    'Error: Failed query: insert into news.item values ($1, $2)\nparams: Frau Müller,\nzwei Zeilen\n    at save (news.ts:3:1)';
  expect(redactText(error)).toBe(
    'Error: Failed query: insert into news.item values ($1, $2)\nparams: [entfernt]\n    at save (news.ts:3:1)',
  );
  expect(redactText('Failed query: select 1\nparams: Frau Müller')).toBe(
    'Failed query: select 1\nparams: [entfernt]\n',
  );
});

test('the id of a row stays readable', () => {
  const { lines, log } = collect();
  log.info('event.published', { id: '01a207c6-7825-762a-b0b5-cc82602cbb9d' });
  expect(lines[0]!.id).toBe('01a207c6-7825-762a-b0b5-cc82602cbb9d');
});

test.each([
  ['192.0.2.77', '192.0.2.0'],
  ['::ffff:192.0.2.77', '192.0.2.0'],
  ['2001:db8:12:34:56:78:9a:bc', '2001:db8:12::'],
])('of the address %s only the region is kept', (address, kept) => {
  expect(truncateAddress(address)).toBe(kept);
});
