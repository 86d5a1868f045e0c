import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plainDocument } from '#answer-engine';
import { UnknownTown } from './shelf.server.ts';
import { shelfHere } from './shelves.server.ts';
import type { ShelfDoor } from './shelves.server.ts';
import { shelfInThread, ThreadLost } from './threads.server.ts';

const SICK = join(import.meta.dirname, '../../../../tests/support/sick-thread.ts');
const pages = [
  plainDocument({ id: 'hund', title: 'Hundesteuer', lines: ['Die Hundesteuer beträgt 60 Euro im Jahr.'] }),
  plainDocument({ id: 'bad', title: 'Freibad', lines: ['Das Freibad öffnet am 15. Mai.'] }),
];

async function bring(shelf: ShelfDoor, documents = pages): Promise<void> {
  const asker = {};
  await shelf(asker, 'begin', 'hagenow');
  for (const document of documents) await shelf(asker, 'bring', 'hagenow', [document]);
  await shelf(asker, 'renew', 'hagenow', []);
}

const found = async (shelf: ShelfDoor, words: string) =>
  (await shelf({}, 'search', 'hagenow', words)).map(({ documentId }) => documentId);

test('a shelf in a thread says what a shelf here says, before and after a change', async () => {
  const shelves = [shelfHere(), shelfInThread()] as const;
  const [here, there] = await Promise.all(
    shelves.map(async (shelf) => {
      await bring(shelf);
      const before = await shelf({}, 'answer', 'hagenow', { text: 'Wie hoch ist die Hundesteuer?' });
      await bring(shelf, [
        plainDocument({ id: 'hund', title: 'Hundesteuer', lines: ['Sie beträgt 70 Euro.'] }),
      ]);
      const after = await shelf({}, 'answer', 'hagenow', { text: 'Wie hoch ist die Hundesteuer?' });
      return { before, after, all: await shelf({}, 'all', 'hagenow'), bath: await found(shelf, 'Freibad') };
    }),
  );
  expect(there).toEqual(here);
  expect(there!.before.sentences[0]?.text).toContain('60 Euro');
  expect(there!.after.sentences[0]?.text).toContain('70 Euro');
  expect(there!.bath).toEqual([]);
});

test('a thread that dies fails the work it died of; the rest is done by a new one that knows no town yet', async () => {
  const shelf = shelfInThread({ file: SICK });
  await bring(shelf);
  expect(await found(shelf, 'Hundesteuer')).toEqual(['hund']);
  const outcomes = await Promise.allSettled([
    found(shelf, 'Freibad'),
    found(shelf, 'stirb'),
    found(shelf, 'Hundesteuer'),
    bring(shelf),
  ]);
  expect(outcomes.map((one) => (one.status === 'rejected' ? one.reason.constructor : one.value))).toEqual([
    ['bad'],
    ThreadLost,
    UnknownTown,
    undefined,
  ]);
  expect(await found(shelf, 'Hundesteuer')).toEqual(['hund']);
});

test('a thread that hangs is ended, and whoever waited behind is served', async () => {
  const shelf = shelfInThread({ file: SICK, hangsAfterMs: 2_000 });
  await bring(shelf);
  const hanging = found(shelf, 'hänge');
  const behind = bring(shelf).then(() => found(shelf, 'Freibad'));
  await expect(hanging).rejects.toBeInstanceOf(ThreadLost);
  expect(await behind).toEqual(['bad']);
});

test('a fault of the engine is told to who asked, and the thread goes on', async () => {
  const shelf = shelfInThread();
  await bring(shelf);
  const broken = { text: null } as unknown as { text: string };
  await expect(shelf({}, 'answer', 'hagenow', broken)).rejects.toThrow(/null/);
  expect(await found(shelf, 'Freibad')).toEqual(['bad']);
});

test('what cannot be sent to a thread fails alone, and the answers of the others stay theirs', async () => {
  const shelf = shelfInThread();
  await bring(shelf);
  const unsendable = { text: () => 'Freibad' } as unknown as { text: string };
  const [broken, bath, dog] = await Promise.allSettled([
    shelf({}, 'answer', 'hagenow', unsendable),
    found(shelf, 'Freibad'),
    found(shelf, 'Hundesteuer'),
  ]);
  expect(broken).toMatchObject({ status: 'rejected', reason: { name: 'DataCloneError' } });
  expect([bath, dog]).toEqual([
    { status: 'fulfilled', value: ['bad'] },
    { status: 'fulfilled', value: ['hund'] },
  ]);
});
