import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { AccountTable } from '../domain/account.ts';
import { createRandom } from '../domain/random.ts';
import { openSource } from './open.ts';
import { readAll, readText, withFile } from './read-for-test.ts';

const SMALL =
  'id,at,payer,payee,amount_minor,currency,channel,purpose,device\nt1,1770091506789,KZ111,KZ222,12345,KZT,cash_out,salary,d1\nt2,1770091506790,KZ222,KZ111,1,KZT,transfer,,\n';

function bigCsv(rows: number): string {
  const random = createRandom(11);
  const lines = Array.from({ length: rows }, (_, i) => {
    const amount = random.chance(0.01) ? 'oops' : random.int(1, 9_999_999) / 100;
    return `t${i},${1_770_000_000_000 + i * 1000},acc${random.int(1, 5000)},acc${random.int(5001, 9000)},${amount},dev${random.int(1, 300)}`;
  });
  return `id,at,payer,payee,amount,device\n${lines.join('\n')}\n`;
}

describe('a CSV of our own', () => {
  test('is read whole: minor units, channel, purpose, device, currency', async () => {
    const { source, transfers, accounts } = await readText(SMALL);
    expect([source.format, source.currency, source.clock]).toEqual(['csv', 'KZT', 'exact']);
    expect(transfers).toEqual([
      {
        id: 't1',
        at: 1_770_091_506_789,
        payer: 'KZ111',
        payee: 'KZ222',
        amountMinor: 12_345,
        channel: 'cash_out',
        purpose: 'salary',
        device: 1,
        line: 2,
        file: 0,
      },
      {
        id: 't2',
        at: 1_770_091_506_790,
        payer: 'KZ222',
        payee: 'KZ111',
        amountMinor: 1,
        channel: 'transfer',
        purpose: 'unknown',
        device: 0,
        line: 3,
        file: 0,
      },
    ]);
    expect(accounts.names).toEqual(['KZ111', 'KZ222']);
  });

  test('of refused rows only is handed over in parts, so that whoever keeps the rejects can write them away', async () => {
    const refused = 20_000;
    await withFile('bad.csv', `${SMALL}${'no row\n'.repeat(refused)}`, async (path) => {
      const opened = await openSource(path, { name: 'bad.csv', file: 0 });
      if (!opened.ok) throw new Error(opened.problem.code);
      let sinceBatch = 0;
      let most = 0;
      let all = 0;
      const reject = (): void => {
        all++;
        most = Math.max(most, ++sinceBatch);
      };
      const context = {
        accounts: new AccountTable(),
        language: 'en',
        reject,
        advanced() {},
      } as const;
      for await (const _ of opened.value.read(context)) sinceBatch = 0;
      expect(all).toBe(refused);
      expect(most).toBeLessThanOrEqual(4096);
    });
  });

  test('gives the same in a thread of its own, gzipped or not, in batches of at most 65,536', async () => {
    const text = bigCsv(150_000);
    await withFile('big.csv', text, async (path) => {
      const here = await readAll(path, { thread: 'here' });
      const there = await readAll(path, { thread: 'worker' });
      expect(there.transfers).toEqual(here.transfers);
      expect(there.rejects).toEqual(here.rejects);
      expect(there.accounts.names).toEqual(here.accounts.names);
      expect(here.batches.every((count) => count <= 65_536)).toBe(true);
      expect(here.batches.length).toBe(3);
      expect([here.bytes, there.bytes]).toEqual([text.length, text.length]);
      expect(here.transfers.length + here.rejects.length).toBe(150_000);
      await withFile('big.csv.gz', gzipSync(text), async (packed) => {
        const unpacked = await readAll(packed, { thread: 'worker' });
        expect(unpacked.transfers).toEqual(here.transfers);
        expect(unpacked.bytes).toBe(gzipSync(text).length);
      });
    });
  });

  test('a reader that stops early ends the thread', async () => {
    await withFile('big.csv', bigCsv(300_000), async (path) => {
      const opened = await openSource(path, { name: 'big', file: 0, thread: 'worker' });
      if (!opened.ok) throw new Error(opened.problem.code);
      const context = {
        accounts: new AccountTable(),
        language: 'ru',
        reject() {},
        advanced() {},
      } as const;
      let rows = 0;
      for await (const batch of opened.value.read(context)) {
        rows += batch.count;
        break;
      }
      expect(rows).toBe(65_536);
    });
  });

  test('numbers accounts and devices on where the file before it stopped', async () => {
    const accounts = new AccountTable();
    const first = await withFile('a.csv', SMALL, (path) => readAll(path, {}, accounts));
    const other = SMALL.replaceAll('KZ222', 'KZ333').replaceAll('d1', 'd2');
    const second = await withFile('b.csv', other, (path) => readAll(path, { file: 1 }, accounts));
    expect(accounts.names).toEqual(['KZ111', 'KZ222', 'KZ333']);
    expect(second.transfers[0]).toMatchObject({
      payer: 'KZ111',
      payee: 'KZ333',
      device: 2,
      file: 1,
    });
    expect(first.transfers[0]?.device).toBe(1);
  });
});

describe('text as people save it', () => {
  const TABLE =
    'Дата операции;Счёт плательщика;Счёт получателя;Сумма;Валюта\r\n03.02.2026 04:05;KZ1 Айгүл;KZ2;1 234,50;тенге\r\n';

  test('semicolons, a byte order mark, Russian titles, decimal commas', async () => {
    const { source, transfers } = await readText(`\ufeff${TABLE}`);
    expect(source.currency).toBe('KZT');
    expect(transfers).toMatchObject([
      {
        id: 'in:2',
        payer: 'KZ1 Айгүл',
        payee: 'KZ2',
        amountMinor: 123_450,
        at: Date.UTC(2026, 1, 2, 23, 5),
      },
    ]);
  });

  test('windows-1251', async () => {
    const text = TABLE.replace('Айгүл', 'Асель');
    const cp1251 = Uint8Array.from(text, (c) => {
      const code = c.charCodeAt(0);
      if (c === 'ё') return 0xb8;
      return code < 128 ? code : code - 0x410 + 0xc0;
    });
    const { transfers } = await readText(cp1251);
    expect(transfers[0]).toMatchObject({ payer: 'KZ1 Асель', amountMinor: 123_450 });
  });

  test('UTF-16 as a spreadsheet saves it, tabs', async () => {
    const { transfers } = await readText(
      Buffer.from(`\ufeff${TABLE.replaceAll(';', '\t')}`, 'utf16le'),
    );
    expect(transfers[0]).toMatchObject({ payer: 'KZ1 Айгүл', amountMinor: 123_450 });
  });

  test('bytes that are no UTF-8 in a UTF-8 file refuse their row only and leave no account behind', async () => {
    const bytes = Buffer.from('at,payer,payee,amount\n2026-01-01,A,X?,5\n2026-01-01,B,C,5\n');
    bytes[bytes.indexOf('?')] = 0xff;
    const { transfers, rejects, accounts } = await readText(bytes, { encoding: 'utf-8' });
    expect(rejects.map(({ line, code }) => [line, code])).toEqual([[2, 'QRG_ROW_ENCODING']]);
    expect(transfers.length).toBe(1);
    expect(accounts.names).toEqual(['B', 'C']);
  });

  test('no header, columns by number', async () => {
    const map = { at: '#1', payer: '#3', payee: '#2', amount: '#4' };
    const bare = await readText('2026-01-01,B,A,5\n2026-01-02,C,A,6\n', { map });
    expect(bare.transfers.map(({ payer, line }) => [payer, line])).toEqual([
      ['A', 1],
      ['A', 2],
    ]);
    const titled = await readText('d,b,a,sum\n2026-01-01,B,A,5\n', { map });
    expect(titled.transfers.map(({ line }) => line)).toEqual([2]);
  });

  test('a stray quote costs one line, and lines stay right', async () => {
    const { transfers, rejects } = await readText(
      'at,payer,payee,amount\n2026-01-01,"A,B,5\n2026-01-01,A,B,6\n2026-01-01,A,"C\nD",7\n2026-01-01,A,A,8\n',
    );
    expect(transfers.map(({ amountMinor, line }) => [amountMinor, line])).toEqual([
      [600, 3],
      [700, 4],
    ]);
    expect(rejects.map(({ line, code }) => [line, code])).toEqual([
      [2, 'QRG_ROW_QUOTE'],
      [6, 'QRG_ROW_SELF'],
    ]);
  });
});

describe('currencies', () => {
  test('a row in another currency than the file is refused, an empty one is not', async () => {
    const { source, transfers, rejects } = await readText(
      'at,payer,payee,amount,currency\n2026-01-01,A,B,5,KZT\n2026-01-01,A,B,5,398\n2026-01-01,A,B,5,USD\n2026-01-01,A,B,5,\n',
    );
    expect(source.currency).toBe('KZT');
    expect(transfers.length).toBe(3);
    expect(rejects).toMatchObject([
      {
        line: 4,
        code: 'QRG_ROW_CURRENCY',
        message: 'This row is in "USD" while the file is in KZT',
      },
    ]);
  });
});

describe('files that cannot be used say why', () => {
  const code = async (name: string, content: string | Uint8Array, options = {}) =>
    withFile(name, content, async (path) => {
      const opened = await openSource(path, { name, file: 0, ...options });
      return opened.ok ? 'ok' : opened.problem;
    });

  test.each([
    ['a.csv', '', 'QRG_FILE_EMPTY'],
    ['a.csv', '\n\n', 'QRG_FILE_EMPTY'],
    ['a.csv', 'foo,bar\n1,2\n', 'QRG_FILE_COLUMN_MISSING'],
    ['a.csv', 'at,src,from,dst,amount\n2026-01-01,1,2,3,4\n', 'QRG_FILE_COLUMN_AMBIGUOUS'],
    ['a.csv', 'at,payer,payee,amount\n17,A,B,5\n', 'QRG_FILE_TIME_UNIT'],
    ['a.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'QRG_FILE_FORMAT'],
    ['a.json', '[{"a":1}]', 'QRG_FILE_FORMAT'],
    ['a.html', '<html><table></table></html>', 'QRG_FILE_FORMAT'],
    ['a.parquet', 'PAR1 not really PAR1', 'QRG_FILE_BROKEN'],
    ['a.csv.gz', Buffer.from([0x1f, 0x8b, 8, 0, 0]), 'QRG_FILE_FORMAT'],
  ])('%s %j', async (name, content, expected) => {
    expect(await code(name, content)).toMatchObject({ code: expected });
  });

  test('a missing column names the header and suggests what was found', async () => {
    expect(await code('a.csv', 'at,payer,to_whom,amount\n')).toEqual({
      code: 'QRG_FILE_COLUMN_MISSING',
      args: {
        field: 'payee',
        header: 'at, payer, to_whom, amount',
        suggest: '--map at=at,payer=payer,amount=amount,payee=…',
      },
    });
    expect(
      await code('a.csv', 'at,payer,to_whom,amount\n2026-01-01,a,b,1\n', {
        map: { payee: 'To_Whom ' },
      }),
    ).toBe('ok');
  });

  test('no such file', async () => {
    const opened = await openSource('no-such-folder/x.csv', { name: 'x.csv', file: 0 });
    expect(opened).toMatchObject({ ok: false, problem: { code: 'QRG_FILE_UNREADABLE' } });
  });

  test('a gzip that breaks off gives what was read and one reject for the file', async () => {
    const packed = gzipSync(bigCsv(120_000));
    await withFile('cut.csv.gz', packed.subarray(0, packed.length >> 1), async (path) => {
      for (const thread of ['here', 'worker'] as const) {
        const { transfers, rejects } = await readAll(path, { thread });
        expect(transfers.length).toBeGreaterThan(1000);
        expect(rejects.at(-1)).toMatchObject({ line: 0, code: 'QRG_FILE_BROKEN' });
      }
    });
  });
});

test('a side column travels beside the transfers, row by row', async () => {
  await withFile(
    'l.csv',
    'at,payer,payee,amount,is_laundering\n2026-01-01,A,B,1,1\n2026-01-01,A,A,1,0\n2026-01-01,B,A,1,0\n',
    async (path) => {
      const opened = await openSource(path, { name: 'l', file: 0, side: ['is_laundering'] });
      if (!opened.ok) throw new Error(opened.problem.code);
      const labels: string[] = [];
      const context = {
        accounts: new AccountTable(),
        language: 'en',
        reject() {},
        advanced() {},
      } as const;
      for await (const { batch, side } of opened.value.readWithSide(context))
        for (let i = 0; i < batch.count; i++) labels.push(side[0]?.words[side[0].codes[i]] ?? '?');
      expect(labels).toEqual(['1', '0']);
    },
  );
});
