import { expect, test } from 'vitest';
import { eventStream } from './event-stream.server.ts';

test('an event arrives while the work goes on, with line breaks inside its details', async () => {
  const work = Promise.withResolvers<void>();
  const response = eventStream(async (send) => {
    send('found', { text: 'Eins.\nZwei\u2028.' });
    await work.promise;
    send('done', {});
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let told = '';
  while (!told.includes('event: found')) told += (await reader.read()).value;
  expect(told).toBe('retry: 3000\n\nevent: found\ndata: {"text":"Eins.\\nZwei\u2028."}\n\n');
  work.resolve();
  expect((await reader.read()).value).toBe('event: done\ndata: {}\n\n');
  expect((await reader.read()).done).toBe(true);
});

test('slow work is kept alive, failed work ends with a problem and no details', async () => {
  const late = new Promise<never>((_, reject) => setTimeout(reject, 60, new Error('select secret from x')));
  const text = await eventStream(() => late, 10).text();
  expect(text).toMatch(/^: $/m);
  expect(text).toContain('event: problem');
  expect(text).not.toContain('secret');
});

test('who leaves early stops the work and is not spoken to any more', async () => {
  const stopped = Promise.withResolvers<void>();
  const response = eventStream(async (send, signal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    send('late', {});
    stopped.resolve();
  }, 5);
  const reader = response.body!.getReader();
  await reader.read();
  await reader.cancel();
  await stopped.promise;
  expect(await reader.read()).toEqual({ done: true, value: undefined });
});
