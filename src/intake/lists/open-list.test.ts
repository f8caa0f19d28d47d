import { describe, expect, it } from 'vitest';
import { inventParties, piecesOf, readAll } from './list-files.fixture.ts';
import { openList } from './open-list.ts';

const parties = inventParties(41, 1000);
const MILLION = 1_000_000;
/** Ten times what may be in memory at once. */
const LONG = 200_000;

/** The file in pieces of about 1,000 rows, and how many rows of it have been handed over. */
function counted(head: string, rowOf: (i: number) => string, tail: string, rows: number) {
  const given = { rows: 0 };
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(head);
    for (; given.rows < rows; given.rows += 1000)
      yield Buffer.from(Array.from({ length: 1000 }, (_, i) => rowOf(given.rows + i)).join(''));
    yield Buffer.from(tail);
  }
  return { given, chunks };
}

/** Reads all; the most rows that were given by the file and not yet handed on. */
async function mostInFlight({ given, chunks }: ReturnType<typeof counted>) {
  const { batches } = await openList(chunks());
  let [taken, most, faults] = [0, 0, 0];
  for await (const batch of batches()) {
    taken += batch.entries.length;
    faults += batch.faults.length;
    most = Math.max(most, given.rows - taken);
  }
  return { taken, most, faults };
}

describe('a long list', () => {
  const iinOf = (i: number) => parties[i % 1000].iin;
  const un = '<CONSOLIDATED_LIST><INDIVIDUALS>';
  const unEnd = '</INDIVIDUALS></CONSOLIDATED_LIST>';
  it.each([
    ['CSV', counted('ИИН;Основание\n', (i) => `${iinOf(i)};x\n`, '', MILLION)],
    ['NDJSON', counted('', (i) => `{"iin":"${iinOf(i)}"}\n`, '', LONG)],
    ['JSON', counted('[', (i) => `${i === 0 ? '' : ','}{"iin":"${iinOf(i)}"}`, ']', LONG)],
    // 25 MB: 50,000 entries of 500 characters.
    [
      'UN XML',
      counted(
        un,
        (i) =>
          `<INDIVIDUAL><DATAID>${i}</DATAID><FIRST_NAME>A</FIRST_NAME><COMMENTS1>${'x'.repeat(420)}</COMMENTS1></INDIVIDUAL>\n`,
        unEnd,
        50_000,
      ),
    ],
  ])('as %s passes with few of its rows in memory', async (_, file) => {
    const { taken, most, faults } = await mostInFlight(file);
    expect(taken).toBe(file.given.rows);
    expect(faults).toBe(0);
    // The beginning that tells the form (256 KB), then a piece of the file.
    expect(most).toBeLessThan(20_000);
  });
});

describe('what a file is', () => {
  it.each([
    ['nothing', ''],
    ['blank', ' \n\n'],
    ['a PDF', '%PDF-1.7\n'],
    ['a workbook', 'PK\u0003\u0004\0\0'],
  ])('refuses %s', async (_, text) => {
    await expect(readAll(text)).rejects.toMatchObject({ problem: { code: 'QRG_LIST_FORMAT' } });
  });

  it('refuses what is too big, in bytes and in rows', async () => {
    const text = `iin\n${parties.map(({ iin }) => iin).join('\n')}\n`;
    for (const limits of [
      { bytes: 10_000, rows: 5000 },
      { bytes: 1 << 20, rows: 999 },
    ]) {
      const { batches } = await openList(piecesOf(text), undefined, limits);
      const all = async () => {
        for await (const _ of batches());
      };
      await expect(all()).rejects.toMatchObject({
        problem: { code: 'QRG_LIST_TOO_BIG' },
      });
    }
  });

  it('lets go of the file when nobody reads on', async () => {
    let closed = false;
    async function* chunks() {
      try {
        yield Buffer.from('iin\n');
        for (;;) yield Buffer.from(`${parties[0].iin}\n`.repeat(30_000));
      } finally {
        closed = true;
      }
    }
    const { batches } = await openList(chunks());
    for await (const _ of batches()) break;
    expect(closed).toBe(true);
  });
});
