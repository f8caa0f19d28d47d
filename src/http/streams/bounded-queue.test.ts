import { expect, test } from 'vitest';
import { BoundedQueue } from './bounded-queue.ts';

test('holds no more than its bound: who puts waits for who takes', async () => {
  const queue = new BoundedQueue<number>(2);
  let put = 0;
  const putting = (async () => {
    for (let i = 0; i < 10; i++) {
      await queue.put(i);
      put++;
    }
    queue.end();
  })();
  await new Promise(setImmediate);
  expect(put).toBe(2);
  const taken: number[] = [];
  for (let item = await queue.take(); item !== undefined; item = await queue.take())
    taken.push(item);
  await putting;
  expect(taken).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('whoever waits to put hears that it has ended', async () => {
  const queue = new BoundedQueue<number>(1);
  expect(await queue.put(1)).toBe(true);
  const waiting = queue.put(2);
  queue.end();
  expect(await waiting).toBe(false);
  expect(await queue.take()).toBe(1);
  expect(await queue.take()).toBeUndefined();
});
