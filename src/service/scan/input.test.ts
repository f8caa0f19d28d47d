import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AccountTable } from '../../domain/account.ts';
import type { Reject } from '../../domain/reject.ts';
import { openInput } from './input.ts';

const ROWS = 'id,payer,payee,at,amount\nt1,A,B,2026-01-01T00:00:00Z,10\n';
const GIGABYTE = 2 ** 30;

test('a workbook too big for memory is refused by its size, and the files beside it are read', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'qorgan-'));
  try {
    await writeFile(join(dir, 'a.xlsx'), 'PK\u0003\u0004');
    // Takes no room on the disk: nothing but a hole.
    await truncate(join(dir, 'a.xlsx'), 3 * GIGABYTE);
    await writeFile(join(dir, 'b.csv'), ROWS);
    const rejects: Reject[] = [];
    const input = await openInput(
      { paths: [dir], language: 'en' },
      {
        accounts: new AccountTable(),
        language: 'en',
        reject: (reject) => rejects.push(reject),
        advanced() {},
      },
    );
    let rows = 0;
    for await (const batch of input.batches()) {
      rows += batch.count;
      for (const file of batch.file.subarray(0, batch.count))
        expect(input.fileNames()[file]).toBe('b.csv');
    }
    expect(rows).toBe(1);
    expect(rejects.map(({ file, code }) => [file, code])).toEqual([['a.xlsx', 'QRG_BOOK_LIMIT']]);
  } finally {
    await rm(dir, { recursive: true });
  }
});
