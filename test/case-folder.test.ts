import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { AccountTable } from '../src/domain/account.ts';
import type { Reject } from '../src/domain/reject.ts';
import { channelCode } from '../src/domain/transfer.ts';
import { localDate } from '../src/intake/local-time.ts';
import {
  readStatements,
  type StatementsReading,
} from '../src/intake/statements/read-statements.ts';
import { loadBanks } from '../src/service/banks.ts';
import { SIM_BANKS } from '../src/sim/banks.ts';
import type { SimWorld } from '../src/sim/model.ts';
import { simulate } from '../src/sim/simulate.ts';
import { type CaseFolder, caseFolder } from '../src/sim/statements/case-folder.ts';
import { csvRows, networksOf, OUTPUTS } from './fixtures/read-outputs.ts';
import { type Ended, hasStack, runQorgan } from './fixtures/run-qorgan.ts';
import { scratchFolder } from './fixtures/scratch-folder.ts';

/** Two banks book one payment at most so far apart in the simulated country. */
const POSTED_WITHIN_MS = 90_000;

/** Cases of simulated towns; in the first two the ring has accounts at five banks, one of which has not answered. */
const CASES = [
  { seed: 11, banks: 4 },
  { seed: 15, banks: 4 },
  // The town of `npm run case`: a ring of three banks whose cash-out alone is at the third.
  { seed: 16, banks: 2 },
] as const;

/** What both the world and the reader can say of a transfer. */
interface Moved {
  readonly payer: string;
  readonly payee: string;
  readonly amountMinor: number;
  readonly at: number;
}

const scratch = scratchFolder();

describe.each(CASES)('the case of town $seed', ({ seed, banks: fewestBanks }) => {
  const dir = `case-${seed}`;
  const out = (...parts: string[]): string => scratch(`out-${seed}`, ...parts);
  let world: SimWorld;
  let folder: CaseFolder;
  let ended: Ended;
  const numberOf = (account: number): string => world.accounts[account].number;
  const bankOf = (account: number): number => world.accounts[account].bank;

  beforeAll(async () => {
    world = simulate({ seed, days: 60, people: 2000 });
    folder = await caseFolder(world, scratch(dir), { seed });
    const args = ['scan', dir, '--out', `out-${seed}`, '--lang', 'kk'];
    ended = await runQorgan(args, { cwd: scratch() });
  });

  describe('a folder of five banks: one file damaged, one unknown, one bank missing', () => {
    test('the command ends well and leaves the whole report and nothing else', () => {
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      expect(hasStack(ended)).toBe(false);
      expect(readdirSync(out()).sort()).toEqual([...OUTPUTS]);
      for (const file of ['report.html', 'rejects.csv', 'gaps.csv'])
        expect(ended.stdout).toContain(join(`out-${seed}`, file));
      expect(ended.stdout).toContain('Желі');
    });

    test('the ring is traced across its banks, in one network', () => {
      const members = folder.members.map(numberOf);
      const inside = networksOf(out()).map(({ members: traced }) => {
        const accounts = new Set(traced.map(({ account }) => account));
        return members.filter((member) => accounts.has(member));
      });
      const most = inside.reduce((best, found) => (found.length > best.length ? found : best), []);
      // Who hands money on must be there; the far end of the trail lies behind the missing bank's answer.
      const carriers = folder.members
        .filter((m) => ['collector', 'transit'].includes(world.truth[m].role))
        .map(numberOf);
      expect(most).toEqual(expect.arrayContaining(carriers));
      expect(most.length).toBeGreaterThanOrEqual(members.length - 1);
      const traced = folder.members.filter((m) => most.includes(numberOf(m)));
      expect(new Set(traced.map(bankOf)).size).toBeGreaterThanOrEqual(fewestBanks);
    });

    test('the droppers are the first that accounts.csv names', () => {
      const ranked = csvRows(out('accounts.csv'));
      const carriers = folder.members.filter((m) =>
        ['collector', 'transit'].includes(world.truth[m].role),
      );
      const places = carriers.map((m) => ranked.findIndex((row) => row.account === numberOf(m)));
      for (const place of places) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThan(4 * carriers.length);
      }
    });

    test('rejects.csv names the damaged and the unknown file, row 0 and why', () => {
      const rejects = csvRows(out('rejects.csv'));
      expect(rejects.map(({ file, line, code }) => [file, line, code]).sort()).toEqual(
        [
          [folder.damagedFile, '0', 'QRG_BOOK_DAMAGED'],
          [folder.unknownFile, '0', 'QRG_SHEET_HEADER'],
        ].sort(),
      );
      for (const { message } of rejects) expect(message).toMatch(/[әғқңөұүһі]/i);
    });

    test('gaps.csv names the missing accounts, with a letter in the language asked for', async () => {
      const banks = await loadBanks();
      const gaps = csvRows(out('gaps.csv'));
      for (const account of folder.missing) {
        const gap = gaps.find((row) => row.account === numberOf(account));
        expect(gap).toBeDefined();
        if (gap === undefined) continue;
        const bank = banks.byName(SIM_BANKS[bankOf(account)].name)?.name.kk ?? '';
        expect(bank).not.toBe('');
        expect(gap.institution).toBe(bank);
        expect(Number(gap.amount_minor)).toBeGreaterThan(0);
        expect(Date.parse(gap.from)).toBeLessThan(Date.parse(gap.to));
        const period = `${localDate(Date.parse(gap.from))} – ${localDate(Date.parse(gap.to))}`;
        for (const said of [bank, numberOf(account), period, 'СҰРАУ САЛУ'])
          expect(gap.request).toContain(said);
      }
    });
  });

  describe('what was written is what is read', () => {
    let reading: StatementsReading;
    let read: Moved[];
    let written: Moved[];
    let bothSides = 0;
    beforeAll(() => {
      const files = folder.files.map(({ file: name }) => ({
        name,
        bytes: readFileSync(scratch(dir, name)),
      }));
      const accounts = new AccountTable();
      const rejects: Reject[] = [];
      const context = {
        accounts,
        language: 'en' as const,
        reject: (reject: Reject) => rejects.push(reject),
        advanced() {},
      };
      reading = readStatements(files, context);
      expect(rejects).toEqual([]);
      read = reading.batches.flatMap((batch) =>
        Array.from({ length: batch.count }, (_, i) => ({
          payer: accounts.names[batch.payer[i]],
          payee: accounts.names[batch.payee[i]],
          amountMinor: batch.amountMinor[i],
          at: batch.at[i],
        })),
      );
      const told = new Set(folder.files.map(({ account }) => account));
      written = writtenOf(world, told);
      bothSides = 0;
      for (const day of world.days())
        for (let i = 0; i < day.count; i++)
          if (told.has(day.payer[i]) && told.has(day.payee[i])) bothSides++;
    });

    test('each transfer once, those told by both sides counted as seen twice', () => {
      expect(bothSides).toBeGreaterThan(0);
      expect(reading.seenTwice).toBe(bothSides);
      expect(reading.repeated).toBe(0);
      const missed = pairOff(written, read);
      expect(missed).toEqual({ notRead: [], notWritten: [] });
    });

    test('transfers.csv has a row for each, under ids that do not repeat', () => {
      const rows = csvRows(out('transfers.csv'));
      expect(rows).toHaveLength(written.length);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      for (const { id } of rows) expect(existsSync(scratch(dir, id.split('#')[0]))).toBe(true);
    });
  });
});

/** Transfers of the world that a statement of `told` tells of, cash desks named as statements name them. */
function writtenOf(of: SimWorld, told: ReadonlySet<number>): Moved[] {
  const [cashIn, cashOut] = [channelCode('cash_in'), channelCode('cash_out')];
  const moved: Moved[] = [];
  for (const day of of.days())
    for (let i = 0; i < day.count; i++) {
      const [payer, payee] = [day.payer[i], day.payee[i]];
      if (!told.has(payer) && !told.has(payee)) continue;
      const kaspi = (account: number) => SIM_BANKS[of.accounts[account].bank].layout === 'kaspi';
      // Kaspi gives its cash desk no number: what it knows of it is that it is cash.
      const from = day.channel[i] === cashIn && kaspi(payee) ? '@cash' : of.accounts[payer].number;
      const to = day.channel[i] === cashOut && kaspi(payer) ? '@cash' : of.accounts[payee].number;
      moved.push({ payer: from, payee: to, amountMinor: day.amountMinor[i], at: day.at[i] });
    }
  return moved;
}

/** Pairs equal transfers in order of time, within what two banks' clocks may differ; what is left over. */
function pairOff(written: readonly Moved[], read: readonly Moved[]) {
  const key = ({ payer, payee, amountMinor }: Moved) => `${payer} ${payee} ${amountMinor}`;
  const waiting = Map.groupBy(
    read.toSorted((a, b) => a.at - b.at),
    key,
  );
  const notRead: Moved[] = [];
  for (const transfer of written.toSorted((a, b) => a.at - b.at)) {
    const found = waiting.get(key(transfer))?.[0];
    const late = found === undefined ? Number.NaN : found.at - transfer.at;
    if (late >= 0 && late <= POSTED_WITHIN_MS) waiting.get(key(transfer))?.shift();
    else notRead.push(transfer);
  }
  return { notRead, notWritten: [...waiting.values()].flat() };
}
