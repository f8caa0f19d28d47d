import { expect, test } from 'vitest';
import { appendRow, decodeBatch, emptyBatch, encodeBatch } from './batch-bytes.ts';

test('a row keeps the number of its file past 65,535 files, and all else', () => {
  const batch = emptyBatch(3, 16);
  batch.count = 3;
  batch.file.set([0, 65_536, 70_000]);
  batch.line.set([1, 2, 2 ** 40]);
  batch.amountMinor.set([1, Number.MAX_SAFE_INTEGER, 3]);
  batch.idEnd.set([1, 1, 3]);
  batch.idBytes.set([97, 98, 99]);
  const back = decodeBatch(new Uint8Array(encodeBatch(batch, 1, 3)));
  expect([...back.file]).toEqual([65_536, 70_000]);
  expect([...back.line]).toEqual([2, 2 ** 40]);
  expect([...back.amountMinor]).toEqual([Number.MAX_SAFE_INTEGER, 3]);
  const one = emptyBatch(1, 1);
  appendRow(one, back, 1);
  expect([one.file[0], one.idEnd[0], ...one.idBytes.subarray(0, 2)]).toEqual([70_000, 2, 98, 99]);
});
