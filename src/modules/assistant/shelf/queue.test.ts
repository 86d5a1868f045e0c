import { expect, test } from 'vitest';
import { createQueue } from './queue.ts';

function allOf(queue: ReturnType<typeof createQueue<string>>): string[] {
  return Array.from({ length: queue.size() }, () => queue.take()!);
}

test('who came first is served first, also with what they need later', () => {
  const [anna, bert, cleo] = [{}, {}, {}];
  const queue = createQueue<string>();
  queue.add(anna, 'anna: answer');
  queue.add(bert, 'bert: answer');
  expect(queue.take()).toBe('anna: answer');
  queue.add(cleo, 'cleo: answer');
  queue.add(anna, 'anna: records');
  queue.add(bert, 'bert: records');
  queue.add(anna, 'anna: pages');
  expect(allOf(queue)).toEqual([
    'anna: records',
    'anna: pages',
    'bert: answer',
    'bert: records',
    'cleo: answer',
  ]);
  expect(queue.take()).toBeUndefined();
});

test('what could not be done is done before all that waits, in its order', () => {
  const [anna, bert] = [{}, {}];
  const queue = createQueue<string>();
  for (const work of ['1', '2', '3']) queue.add(anna, work);
  const taken = [queue.take()!, queue.take()!];
  queue.giveBack(taken);
  queue.add(bert, '4');
  queue.add(anna, '3b');
  expect(allOf(queue)).toEqual(['1', '2', '3', '3b', '4']);
});
