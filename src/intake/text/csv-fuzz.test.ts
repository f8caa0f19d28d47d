import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { createRandom, type Random } from '../../domain/random.ts';
import { readText } from '../read-for-test.ts';

const HEADER = 'id,at,payer,payee,amount,note';
const ROWS = 10_000;

/** A field in quotes when it needs them, and sometimes when it does not. */
function quoted(random: Random, text: string): string {
  const needs = /[",\n\r]/.test(text);
  return needs || random.chance(0.1) ? `"${text.replaceAll('"', '""')}"` : text;
}

function amountText(random: Random): string {
  const units = random.int(0, random.pick([9, 999, 999_999, 99_999_999]));
  const decimals = '0123456789'
    .repeat(2)
    .slice(random.int(0, 9))
    .slice(0, random.pick([0, 1, 2, 2, 2, 3, 8]));
  const plain = decimals === '' ? String(units) : `${units}.${decimals}`;
  return random.pick([
    plain,
    plain,
    plain,
    `${plain}`,
    `-${plain}`,
    `${plain}e3`,
    ` ${plain} `,
    'abc',
    '',
    '1.2.3',
  ]);
}

function timeText(random: Random): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const date = `${random.int(2019, 2026)}-${two(random.int(0, 13))}-${two(random.int(1, 31))}`;
  const clock = `${two(random.int(0, 24))}:${two(random.int(0, 60))}`;
  return random.pick([
    `${date}T${clock}:00Z`,
    `${date}T${clock}:${two(random.int(0, 59))}.5Z`,
    `${date} ${clock}+05:00`,
    `${date}T${clock}:01-0330`,
    'yesterday',
    '',
  ]);
}

function makeRow(random: Random): string {
  const name = () =>
    random.pick([
      `a${random.int(1, 500)}`,
      `Айгүл ${random.int(1, 9)}`,
      `x, "${random.int(1, 5)}"`,
      'two\nlines',
      ' ',
      'null',
    ]);
  const fields = [
    `t${random.int(1, 1e6)}`,
    timeText(random),
    name(),
    name(),
    amountText(random),
    random.pick(['', 'ok', 'a "quoted" word', 'with\r\nbreak']),
  ];
  if (random.chance(0.02)) fields.pop();
  if (random.chance(0.02)) fields.push('more');
  return fields.map((field) => quoted(random, field)).join(',');
}

/** Amount by whole-number arithmetic alone: digits x 10^e, in hundredths, half to even. undefined: not an amount. */
function slowAmount(text: string): bigint | undefined {
  const [, sign, whole = '', fraction = '', e = '0'] =
    /^(-?)(\d+)(?:\.(\d*))?(?:e(\d+))?$/.exec(text.trim()) ?? [];
  if (sign === undefined) return undefined;
  const digits = BigInt(whole + fraction) * 10n ** BigInt(e) * 100n;
  const unit = 10n ** BigInt(fraction.length);
  const twice = (digits % unit) * 2n;
  const floor = digits / unit;
  const up = twice > unit || (twice === unit && floor % 2n === 1n);
  return (up ? floor + 1n : floor) * (sign === '-' ? -1n : 1n);
}

/** Time by the runtime's own Date, after its parts were checked. */
function slowTime(text: string): number | undefined {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.(\d+))?(Z|[+-]\d\d:?\d\d)$/.exec(text);
  if (!match) return undefined;
  const [, y, mo, d, h, mi, s = '00', f = '0', zone = 'Z'] = match;
  const days = new Date(Date.UTC(Number(y), Number(mo), 0)).getUTCDate();
  if (Number(mo) < 1 || Number(mo) > 12 || Number(d) < 1 || Number(d) > days) return undefined;
  if (Number(h) > 23 || Number(mi) > 59 || Number(s) > 59) return undefined;
  const colon = zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}.${f.padEnd(3, '0')}${colon}`).getTime();
}

type Expected =
  | { id: string; at: number; payer: string; payee: string; amountMinor: number }
  | string;

function slowRow(fields: readonly string[]): Expected {
  const [id = '', at = '', payer = '', payee = '', amount = ''] = fields.map((field) =>
    field.trim(),
  );
  if (fields.length < 6) return 'QRG_ROW_COLUMNS_FEW';
  if (fields.length > 6) return 'QRG_ROW_COLUMNS_MANY';
  if (payer === '' || payer === 'null') return 'QRG_ROW_PAYER';
  if (payee === '' || payee === 'null') return 'QRG_ROW_PAYEE';
  if (payer === payee) return 'QRG_ROW_SELF';
  const minor = slowAmount(amount);
  if (minor === undefined) return 'QRG_ROW_AMOUNT';
  if (minor <= 0n) return 'QRG_ROW_AMOUNT_SIGN';
  const time = slowTime(at);
  if (time === undefined) return 'QRG_ROW_TIME';
  return { id, at: time, payer, payee, amountMinor: Number(minor) };
}

test.each([1, 2, 3])(
  '10,000 mutated rows are read as a slow reference reads them (seed %i)',
  async (seed) => {
    const random = createRandom(seed);
    const newline = random.pick<'\n' | '\r\n'>(['\n', '\r\n']);
    const rows = Array.from({ length: ROWS }, () => makeRow(random));
    const text = [HEADER, ...rows].join(newline) + random.pick(['', newline]);
    const split: string[][] = Papa.parse<string[]>(text, { newline, delimiter: ',' }).data;
    const expected = split
      .slice(1)
      .filter((fields) => fields.length > 1)
      .map((fields) => slowRow(fields));
    const seen = await readText(text, { timeUnit: 'iso' });

    expect(seen.transfers.length + seen.rejects.length).toBe(ROWS);
    expect(expected.length).toBe(ROWS);
    const accepted = expected.filter((row) => typeof row !== 'string');
    expect(accepted.length).toBeGreaterThan(1000);
    expect(
      seen.transfers.map(({ id, at, payer, payee, amountMinor }) => ({
        id,
        at,
        payer,
        payee,
        amountMinor,
      })),
    ).toEqual(accepted);
    expect(seen.rejects.map(({ code }) => code)).toEqual(
      expected.filter((row) => typeof row === 'string'),
    );
    // Lines are those of the text, whatever newlines the fields hold.
    const lines = text.split(newline === '\n' ? '\n' : /\n/);
    for (const { id, line } of seen.transfers) expect(lines[line - 1]).toContain(id);
  },
);

test('bytes torn at random never crash the reader, and every row is accounted for', async () => {
  const random = createRandom(7);
  for (let round = 0; round < 40; round++) {
    const text = [HEADER, ...Array.from({ length: 100 }, () => makeRow(random))].join('\n');
    const bytes = Buffer.from(text);
    for (let i = 0; i < 30; i++)
      bytes[random.int(HEADER.length + 1, bytes.length - 1)] = random.int(0, 255);
    const seen = await readText(bytes, { timeUnit: 'iso', encoding: 'utf-8' });
    const lines = bytes.toString('latin1').split('\n').length;
    expect(seen.transfers.length + seen.rejects.length).toBeLessThan(lines);
    for (const { amountMinor, at } of seen.transfers) {
      expect(Number.isSafeInteger(amountMinor) && amountMinor > 0).toBe(true);
      expect(Number.isSafeInteger(at)).toBe(true);
    }
    for (const { line, code } of seen.rejects) {
      expect(code).toMatch(/^QRG_ROW_/);
      expect(line).toBeGreaterThan(1);
      expect(line).toBeLessThanOrEqual(lines);
    }
  }
});
