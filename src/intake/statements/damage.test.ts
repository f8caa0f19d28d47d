import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountTable } from '../../domain/account.ts';
import type { Reject } from '../../domain/reject.ts';
import {
  halyk,
  kaspi,
  official,
  operations,
  person,
  seeded,
  type Value,
  workbook,
} from './bank-files.fixture.ts';
import { readStatements } from './read-statements.ts';

function read(name: string, bytes: Uint8Array) {
  const rejects: Reject[] = [];
  const accounts = new AccountTable();
  const reading = readStatements(
    [{ name, bytes }],
    { accounts, language: 'kk', reject: (r) => rejects.push(r), advanced: () => {} },
    {},
  );
  const accepted = reading.batches.reduce((sum, batch) => sum + batch.count, 0);
  return { ...reading, rejects, accepted };
}

function sample(seed: number, count = 20) {
  const random = seeded(seed);
  const own = person(random, 'kaspi');
  const ops = operations(random, own, [person(random, 'halyk'), person(random, 'forte')], count);
  return { random, own, ops };
}

const text = (s: string) => new TextEncoder().encode(s);

describe('files that are no statement', () => {
  const { own, ops } = sample(1);
  const good = workbook([{ rows: official(ops) }]);
  const old = workbook([kaspi(own, ops)], 'biff8');
  const cases: [string, Uint8Array, string][] = [
    ['nothing at all', new Uint8Array(0), 'QRG_BOOK_EMPTY'],
    ['a ZIP cut in half', good.subarray(0, good.length / 2), 'QRG_BOOK_DAMAGED'],
    ['a ZIP without its last bytes', good.subarray(0, good.length - 30), 'QRG_BOOK_DAMAGED'],
    ['an old file cut to its first block', old.subarray(0, 600), 'QRG_BOOK_DAMAGED'],
    ['CSV under the name .xls', text('Дата;Сумма\n01.02.2026;100\n'), 'QRG_BOOK_KIND'],
    ['PDF under the name .xlsx', text('%PDF-1.7\n'), 'QRG_BOOK_KIND'],
    ['a workbook without a cell', workbook([{ rows: [[]] }]), 'QRG_BOOK_EMPTY'],
    [
      'a price list',
      workbook([
        {
          rows: [
            ['Товар', 'Цена'],
            ['Чай', 900],
          ],
        },
      ]),
      'QRG_SHEET_HEADER',
    ],
    ['an HTML page', text('<html><body><p>Вход в банк</p></body></html>'), 'QRG_BOOK_KIND'],
  ];
  for (const [what, bytes, code] of cases)
    it(`${what}: one reject for the file`, () => {
      const { rejects, accepted, files } = read('a.xls', bytes);
      expect(rejects.map((r) => [r.file, r.line, r.code])).toEqual([['a.xls', 0, code]]);
      expect(rejects[0]?.message.length).toBeLessThanOrEqual(300);
      expect(rejects[0]?.message).not.toMatch(/[{}]|undefined/);
      expect(accepted).toBe(0);
      expect(files[0]).toMatchObject({ format: 'none', rows: 0 });
    });

  it('a workbook under a password', () => {
    const { rejects } = read('a.xlsx', encryptedPackage());
    expect(rejects.map((r) => r.code)).toEqual(['QRG_BOOK_PASSWORD']);
  });

  it('a ZIP bomb is refused before it is unpacked', () => {
    const bytes = Uint8Array.from(good);
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 6, true);
    view.setUint32(directory + 24, 2_000_000_000, true);
    expect(read('a.xlsx', bytes).rejects.map((r) => r.code)).toEqual(['QRG_BOOK_LIMIT']);
  });

  it.each([
    ['fewer entries than there are', 1],
    ['none', 0],
  ])('a ZIP bomb that claims %s is refused all the same', (_, entries) => {
    const bytes = Uint8Array.from(good);
    const view = new DataView(bytes.buffer);
    view.setUint16(bytes.length - 12, entries, true);
    let last = view.getUint32(bytes.length - 6, true);
    for (let at = last; at < bytes.length - 22; at++)
      if (view.getUint32(at, true) === 0x02014b50) last = at;
    view.setUint32(last + 24, 2_000_000_000, true);
    expect(read('a.xlsx', bytes).rejects.map((r) => r.code)).toEqual(['QRG_BOOK_LIMIT']);
  });

  it('a statement beside a page of notes is read, and the page is named', () => {
    const bytes = workbook([{ rows: official(ops) }, { name: 'Справка', rows: [['Ваш банк']] }]);
    const { accepted, rejects } = read('a.xlsx', bytes);
    expect(accepted).toBe(ops.length);
    expect(rejects.map((r) => r.code)).toEqual(['QRG_SHEET_HEADER']);
    expect(rejects[0]?.message).toContain('Справка');
  });
});

/** The OLE container that Excel leaves: a description of the cipher and the enciphered package. */
function encryptedPackage(): Uint8Array {
  const info = new Uint8Array(64);
  info.set([4, 0, 4, 0, 0x40, 0, 0, 0]); // agile encryption, [MS-OFFCRYPTO] 2.3.4.10
  const container: unknown = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', info);
  XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', new Uint8Array(5000).fill(0xa5));
  return Uint8Array.from(XLSX.CFB.write(container, { type: 'array' }) as number[]);
}

describe('damage', () => {
  it('200 broken cells: never a crash, and each row is taken, rejected or counted as skipped', () => {
    const { own, ops } = sample(2);
    const layouts = [official(ops), kaspi(own, ops).rows, halyk(own, ops)];
    const junk: Value[] = [
      null,
      '',
      '#',
      'NaN',
      -1,
      1e308,
      1e-9,
      99_999_999,
      '32.13.2026',
      '1,234',
      '💸',
      'а'.repeat(5000),
      '=1+1',
      '0',
      '--',
      '∞',
    ];
    let rejectedAtAll = 0;
    for (let seed = 0; seed < 200; seed++) {
      const random = seeded(seed);
      const rows = random.pick(layouts).map((row) => [...row]);
      for (let hits = random.int(1, 6); hits > 0; hits--) {
        const row = random.pick(rows);
        if (row.length > 0) row[random.int(0, row.length - 1)] = random.pick(junk);
      }
      const { files, rejects, accepted } = read('a.xlsx', workbook([{ rows }]));
      const [file] = files;
      const skipped = Object.values(file?.skipped ?? {}).reduce((sum, n) => sum + n, 0);
      expect(file?.rows).toBe(accepted + (file?.rejected ?? 0) + skipped);
      expect(file?.accepted).toBe(accepted);
      const perRow = rejects.filter((r) => r.line > 0);
      expect(perRow).toHaveLength(file?.rejected ?? 0);
      expect(perRow.map((r) => r.line)).toEqual(
        perRow.map((r) => r.line).toSorted((a, b) => a - b),
      );
      for (const reject of rejects) expect(reject.message.length).toBeLessThanOrEqual(300);
      // Every operation written is accounted for, unless the header itself was hit.
      if (file?.format !== 'none')
        expect(accepted + (file?.rejected ?? 0) + skipped).toBeGreaterThanOrEqual(ops.length);
      rejectedAtAll += perRow.length;
    }
    expect(rejectedAtAll).toBeGreaterThan(20);
  });

  it('200 broken bytes: never a crash, and a file that gives nothing says why', () => {
    const { own, ops } = sample(3, 8);
    const kinds = (['xlsx', 'biff8', 'html', 'xlml'] as const).map((t) =>
      workbook([kaspi(own, ops)], t),
    );
    for (let seed = 0; seed < 200; seed++) {
      const random = seeded(1000 + seed);
      const bytes = Uint8Array.from(random.pick(kinds));
      for (let hits = random.int(1, 20); hits > 0; hits--)
        bytes[random.int(0, bytes.length - 1)] = random.int(0, 255);
      const cut = random.chance(0.2) ? bytes.subarray(0, random.int(0, bytes.length)) : bytes;
      const { rejects, files } = read('a.xls', cut);
      const [file] = files;
      if ((file?.rows ?? 0) === 0) expect(rejects.length).toBeGreaterThan(0);
    }
  });

  it('any text in any cell of a row', () => {
    const { ops } = sample(4, 3);
    const rows = official(ops);
    const anyCell = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.constant(null));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 17 }), anyCell, (column, cell) => {
        const broken = rows.map((row) => [...row]);
        const row = broken[3];
        if (row !== undefined)
          row[column] = typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;
        const { files } = read('a.xlsx', workbook([{ rows: broken }]));
        expect(files[0]?.rows).toBe(4);
      }),
      { numRuns: 100, seed: 5 },
    );
  });
});
