import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SimWorld } from './model.ts';
import { simulate } from './simulate.ts';
import { tenge, type Written, writeWorld } from './write.ts';

const OPTIONS = { seed: 31, days: 40, people: 1500, prevalence: 0.03, transferPrevalence: 0.01 };

let world: SimWorld;
let dir: string;
let written: Written;
let tables: Map<string, Record<string, string>[]>;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'qorgan-sim-'));
  world = simulate(OPTIONS);
  written = await writeWorld(world, dir);
  tables = new Map();
  for (const file of written.files)
    if (file.endsWith('.csv')) tables.set(file, await table(join(dir, file)));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function table(path: string): Promise<Record<string, string>[]> {
  const text = (await readFile(path, 'utf8')).trimEnd();
  const { data, errors } = papaparse.parse<Record<string, string>>(text, { header: true });
  expect(errors).toEqual([]);
  return data;
}
const rows = (file: string) => tables.get(file) ?? [];

describe('files', () => {
  test('have the columns others rely on, and nothing half-written stays', async () => {
    const headers = Object.fromEntries(
      [...tables].map(([file, [row]]) => [file, Object.keys(row)]),
    );
    expect(headers).toEqual({
      'transfers.csv':
        'id,at,payer,payee,amount,currency,channel,purpose,device,payer_bank,payee_bank'.split(','),
      'labels.csv': 'id,is_laundering,typology,ring'.split(','),
      'accounts-truth.csv': 'account,role,typology,ring,lookalike'.split(','),
      'customers.csv': (
        'account,owner,name,bank,bank_code,kind,opened_at,born,income_month,cards,device,phone,' +
        'citizenship,resident,address,ip,registered,opened_remotely,phone_changed,credit_applications,pep,relatives'
      ).split(','),
    });
    expect((await readdir(dir)).sort()).toEqual([...written.files].sort());
  });

  test('say what the world says, row by row', () => {
    const transfers = rows('transfers.csv');
    const labels = rows('labels.csv');
    let n = 0;
    for (const day of world.days())
      for (let i = 0; i < day.count; i++, n++) {
        const row = transfers[n];
        if (
          Date.parse(row.at) !== day.at[i] ||
          row.payer !== world.accounts[day.payer[i]].number ||
          row.payee !== world.accounts[day.payee[i]].number ||
          Math.round(Number(row.amount) * 100) !== day.amountMinor[i] ||
          row.device !== world.devices[day.device[i]] ||
          row.payer_bank !== row.payer.slice(4, 7) ||
          row.id !== labels[n].id ||
          (labels[n].is_laundering === '1') !== day.ring[i] > 0
        )
          throw new Error(`row ${n} differs: ${JSON.stringify(row)}`);
      }
    expect(transfers).toHaveLength(n);
    expect(labels).toHaveLength(n);
    expect(written.transfers).toBe(n);
    expect(written.laundering).toBe(labels.filter((l) => l.is_laundering === '1').length);
  });

  test('posts are one object a line, in order of time', async () => {
    const lines = (await readFile(join(dir, 'posts.jsonl'), 'utf8')).trimEnd().split('\n');
    const posts = lines.map((line) => JSON.parse(line));
    expect(Object.keys(posts[0])).toEqual(
      'id,at,author,text,lang,label,stance,asks,ring'.split(','),
    );
    expect(posts.map(({ at }) => at)).toEqual(posts.map(({ at }) => at).sort());
    expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
  });

  test('are the same to the byte when made again', async () => {
    const again = await mkdtemp(join(tmpdir(), 'qorgan-sim-'));
    try {
      await writeWorld(simulate(OPTIONS), again);
      for (const file of written.files) {
        const digest = async (of: string) =>
          createHash('sha256')
            .update(await readFile(join(of, file)))
            .digest('hex');
        expect(await digest(again)).toBe(await digest(dir));
      }
    } finally {
      await rm(again, { recursive: true, force: true });
    }
  });

  test('money is written exactly', () => {
    expect(tenge(5)).toBe('0.05');
    expect(tenge(1_234_567_89)).toBe('1234567.89');
    expect(tenge(100)).toBe('1.00');
  });
});

describe('the answer does not leak into what a bank knows', () => {
  const members = () =>
    new Set(
      rows('accounts-truth.csv').flatMap(({ account, role }) =>
        role === 'none' || role === 'victim' ? [] : [account],
      ),
    );

  test('no column of a bank speaks of labels', () => {
    for (const file of ['transfers.csv', 'customers.csv'])
      expect(Object.keys(rows(file)[0]).join()).not.toMatch(
        /launder|typolog|ring|role|lookalike|alert/,
      );
  });

  test('numbers, devices and ids of members have the form of everybody else', () => {
    const forms = {
      account: /^KZ\d{5}[A-Z]\d{12}$/,
      owner: /^\d{12}$/,
      device: /^([0-9a-f]{16})?$/,
      phone: /^\+77\d{9}$/,
      citizenship: /^[A-Z]{2}$/,
      resident: /^[01]$/,
      address: /^ул\. [А-Яа-я-]+ \d+( кв\. \d+)?$/,
      ip: /^(10\.\d+\.\d+\.\d+|100\.\d+\.\d+\.\d+)?$/,
      registered: /^(\d{4}-\d\d-\d\d)?$/,
      opened_remotely: /^[01]$/,
      phone_changed: /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?$/,
      credit_applications: /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(;|$))*$/,
      pep: /^(domestic|foreign|family)?$/,
      relatives: /^(\d{12}(;|$))*$/,
    };
    for (const row of rows('customers.csv'))
      for (const [column, form] of Object.entries(forms)) expect(row[column]).toMatch(form);
    for (const { id, device } of rows('transfers.csv'))
      if (!/^T\d{10}$/.test(id) || !forms.device.test(device)) throw new Error(id);
  });

  test('neither the place in the file nor any digit of the account number tells a member', () => {
    const of = members();
    const customers = rows('customers.csv');
    const ranks = customers.flatMap(({ account }, i) =>
      of.has(account) ? [i / customers.length] : [],
    );
    // Of n uniform ranks the mean is 0.5 with deviation 0.289 / sqrt(n): four of them are far away.
    expect(Math.abs(mean(ranks) - 0.5)).toBeLessThan((4 * 0.289) / Math.sqrt(ranks.length));
    for (let digit = 8; digit < 20; digit++) {
      const value = (account: string) => Number(account[digit]);
      const all = mean(customers.map(({ account }) => value(account)));
      const ours = mean([...of].map(value));
      expect(Math.abs(ours - all)).toBeLessThan((4 * 2.9) / Math.sqrt(of.size));
    }
  });

  test('members bank where people bank', () => {
    const of = members();
    const kaspi = (numbers: readonly string[]) =>
      numbers.filter((n) => n.slice(4, 7) === '722').length / numbers.length;
    const all = kaspi(rows('customers.csv').map(({ account }) => account));
    expect(Math.abs(kaspi([...of]) - all)).toBeLessThan(0.2);
  });

  test('labelled sums of money are as round as other payments of their size', () => {
    const marked = new Set(
      rows('labels.csv').flatMap(({ id, is_laundering }) => (is_laundering === '1' ? [id] : [])),
    );
    const roundShare = (labelled: boolean) => {
      const sums = rows('transfers.csv').flatMap((row) => {
        const sum = Number(row.amount);
        const counts =
          row.channel === 'transfer' &&
          marked.has(row.id) === labelled &&
          row.device !== '' &&
          sum >= 20_000 &&
          sum < 1_000_000;
        return counts ? [sum] : [];
      });
      return sums.filter((sum) => sum % 1000 === 0).length / sums.length;
    };
    expect(Math.abs(roundShare(true) - roundShare(false))).toBeLessThan(0.2);
  });

  test('purposes of ring transfers are those that friends write too', () => {
    const purposes = (labelled: string) =>
      new Set(
        rows('labels.csv').flatMap(({ is_laundering }, i) =>
          is_laundering === labelled ? [rows('transfers.csv')[i].purpose] : [],
        ),
      );
    const honest = purposes('0');
    expect([...purposes('1')].filter((purpose) => !honest.has(purpose))).toEqual([]);
    expect(purposes('1').size).toBeGreaterThan(3);
  });
});

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
