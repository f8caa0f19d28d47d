import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeOnStores } from '../../store/test-stores.ts';
import { bytesArray, numberArray, textArray } from './pg-array.ts';

describeOnStores('arrays for PostgreSQL', (open) => {
  test('come out as they went in, whatever is in them', async () => {
    const { pool } = await open();
    // PostgreSQL has no text with NUL, and a lone surrogate is no UTF-8; requests with either are refused.
    const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((t) => !t.includes('\0'));
    const odd = fc.constantFrom('', 'NULL', '{}', ',', '"', '\\', '\\"', "'", '\n', '$1', ' ');
    const row = fc.tuple(fc.oneof(text, odd), fc.maxSafeInteger(), fc.uint8Array());
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
        const { rows: back } = await pool.query({
          text: 'SELECT * FROM unnest($1::text[], $2::bigint[], $3::bytea[]) AS a (t, n, b)',
          values: [
            textArray(rows, ([t]) => t),
            numberArray(rows, ([, n]) => n),
            bytesArray(rows, ([, , b]) => Buffer.from(b)),
          ],
        });
        expect(back.map(({ t, n, b }) => [t, n, [...b]])).toEqual(
          rows.map(([t, n, b]) => [t, n, [...b]]),
        );
      }),
      { numRuns: 200 },
    );
  });
});
