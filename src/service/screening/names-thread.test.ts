import { afterEach, expect, it } from 'vitest';
import type { NameListed } from '../../screening/names/name-match.ts';
import { NamesThread } from './names-thread.ts';

const thread = new NamesThread();
afterEach(() => thread.close());

async function* batchesOf(...names: string[]): AsyncGenerator<readonly NameListed[]> {
  for (const [entry, text] of names.entries()) yield [{ entry, text, party: 'person' }];
}

const tableOf = async (...names: string[]) => {
  const table = await thread.take(batchesOf(...names));
  await thread.build(table);
  return table;
};

const entriesOf = async (text: string, ...tables: Awaited<ReturnType<typeof tableOf>>[]) =>
  (await thread.search(tables, { text, party: 'person' }, 10)).map((found) =>
    found.map(({ entry }) => entry),
  );

it('answers by table, in their order', async () => {
  const one = await tableOf('Қасымов Нұрлан', 'Иванов Пётр');
  const other = await tableOf('Petrov Ivan', 'IVANOV PYOTR');
  const none = await tableOf();
  expect(await entriesOf('Иванов Петр', one, none, other)).toEqual([[1], [], [1]]);
  expect(await entriesOf('Kassymov Nurlan', other, one)).toEqual([[], [0]]);
  await thread.drop(one);
  expect(await entriesOf('Kassymov Nurlan', one)).toEqual([[]]);
});

it('says that a table is lost with its thread, and goes on with a new one', async () => {
  const lost = await tableOf('Иванов Пётр');
  await thread.close();
  await expect.poll(() => thread.has(lost)).toBe(false);
  await expect(entriesOf('Иванов Петр', lost)).rejects.toMatchObject({
    problem: { code: 'QRG_BUSY' },
  });
  expect(await entriesOf('Иванов Петр', await tableOf('Иванов Пётр'))).toEqual([[0]]);
});

it('has no need of a thread for no names', async () => {
  const none = await tableOf();
  expect(none.size).toBe(0);
  expect(await entriesOf('Иванов Петр', none)).toEqual([[]]);
  expect(thread.has(none)).toBe(true);
});
