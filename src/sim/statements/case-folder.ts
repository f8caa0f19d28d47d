import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createRandom, type Random } from '../../domain/random.ts';
import { SIM_BANKS } from '../banks.ts';
import type { SimRing, SimWorld } from '../model.ts';
import type { Cell } from './cells.ts';
import { dottedDate } from './cells.ts';
import { statementsOf } from './statement.ts';
import { workbookBytes } from './workbook.ts';
import {
  type StatementFile,
  statementFile,
  writeStatements,
  writeWhole,
} from './write-statements.ts';

/** Honest accounts put among the ring's: an investigator asks for more than turns out to matter. */
const BYSTANDERS = 8;
const CASE_TYPOLOGIES = new Set(['drug_shop', 'fraud_chain']);

export interface CaseFolder {
  readonly ring: SimRing;
  readonly files: readonly StatementFile[];
  /** Index into SIM_BANKS of the bank that has not answered. */
  readonly missingBank: number;
  /** Accounts of the ring at that bank: the gaps a report must name. */
  readonly missing: readonly number[];
  /** Members of the ring whose statements are in the folder. */
  readonly members: readonly number[];
  readonly bystanders: readonly number[];
  /** A statement whose file was cut off, and a workbook that no bank's layout explains. */
  readonly damagedFile: string;
  readonly unknownFile: string;
}

/**
 * Writes the folder an investigator would have: statements of one network's accounts from five banks and of
 * some people around it, one bank's answer missing, one file damaged, one workbook of unknown layout.
 * Throws RangeError where the world has no drug shop and no fraud ring.
 */
export async function caseFolder(
  world: SimWorld,
  dir: string,
  { seed }: { seed: number },
): Promise<CaseFolder> {
  const random = createRandom(seed).fork('case');
  await mkdir(dir, { recursive: true });
  const ring = widestRing(world);
  const bankOf = (account: number) => world.accounts[account].bank;
  const missingBank = bankToLeaveOut(world, ring);
  const missing = ring.accounts.filter((account) => bankOf(account) === missingBank);
  const members = ring.accounts.filter((account) => bankOf(account) !== missingBank);
  const bystanders = pickBystanders(world, ring, missingBank, members, random);
  const [toSpoil, ...seen] = bystanders;
  return {
    ring,
    files: await writeStatements(world, [...members, ...seen], dir),
    missingBank,
    missing,
    members,
    bystanders: seen,
    damagedFile: await writeDamaged(world, toSpoil, dir),
    unknownFile: await writeUnknown(world, dir),
  };
}

/** The ring of a fitting typology that spreads over most banks, the larger one among equals. */
function widestRing(world: SimWorld): SimRing {
  const width = (ring: SimRing) =>
    100 * new Set(ring.accounts.map((a) => world.accounts[a].bank)).size + ring.accounts.length;
  const fitting = world.rings.filter(({ typology }) => CASE_TYPOLOGIES.has(typology));
  if (fitting.length === 0) throw new RangeError('the simulated world has no network for a case');
  return fitting.reduce((best, ring) => (width(ring) > width(best) ? ring : best));
}

/**
 * The bank with the fewest of the ring's accounts, one that holds an organiser or a cash-out rather than
 * another: the trail must be there, and its end must be missing.
 */
function bankToLeaveOut(world: SimWorld, ring: SimRing): number {
  const cost = SIM_BANKS.map((_, bank) => {
    const held = ring.accounts.filter((account) => world.accounts[account].bank === bank);
    if (held.length === 0) return Number.POSITIVE_INFINITY;
    const ends = held.some((a) => ['organiser', 'cashout'].includes(world.truth[a].role));
    // A case without the country's largest bank would be no case.
    const largest = bank === 0 ? 25 : 0;
    return 10 * held.length + largest - (ends ? 5 : 0);
  });
  return cost.indexOf(Math.min(...cost));
}

/** People around: those who look odd, at first one at each bank that the ring does not touch. */
function pickBystanders(
  world: SimWorld,
  ring: SimRing,
  missingBank: number,
  members: readonly number[],
  random: Random,
): number[] {
  const bankOf = (account: number) => world.accounts[account].bank;
  const odd = world.truth.flatMap(({ role, lookalike }, account) =>
    lookalike !== 'none' && role === 'none' && bankOf(account) !== missingBank ? [account] : [],
  );
  const shuffled = random.shuffle(odd);
  // The first one's statement will be damaged; it must be a zip, which Freedom's .xls is not.
  const first = shuffled.find((account) => SIM_BANKS[bankOf(account)].layout !== 'freedom');
  const chosen = first === undefined ? [] : [first];
  const touched = new Set(members.map(bankOf));
  for (const account of shuffled) {
    if (chosen.length > BYSTANDERS) break;
    if (account === first || touched.has(bankOf(account))) continue;
    touched.add(bankOf(account));
    chosen.push(account);
  }
  const victims = world.truth.flatMap(({ role, ring: of }, account) =>
    role === 'victim' && of === ring.id && bankOf(account) !== missingBank ? [account] : [],
  );
  for (const account of [...victims.slice(0, 3), ...shuffled])
    if (chosen.length <= BYSTANDERS && !chosen.includes(account)) chosen.push(account);
  return chosen;
}

/** A statement cut off in the middle, as a broken upload leaves it. */
async function writeDamaged(world: SimWorld, account: number, dir: string): Promise<string> {
  const { file, bytes } = statementFile(statementsOf(world, [account])[0]);
  await writeWhole(join(dir, file), bytes.subarray(0, Math.floor(bytes.length * 0.6)));
  return file;
}

/** An accountant's ledger card: a workbook with sums and dates that is no bank's statement. */
async function writeUnknown(world: SimWorld, dir: string): Promise<string> {
  const file = 'kartochka-scheta-1030.xlsx';
  const rows: Cell[][] = [
    ['Карточка счета 1030'],
    [],
    ['Период', 'Документ', 'Аналитика Дт', 'Аналитика Кт', 'Дебет', 'Кредит', 'Сальдо'],
  ];
  for (let d = 0; d < Math.min(20, world.options.days); d++)
    rows.push([
      dottedDate(world.options.from + d * 86_400_000),
      `Платежное поручение ${d + 1}`,
      'Прочие',
      'Прочие',
      1000 * (d + 1),
      null,
      500_000 - 1000 * d,
    ]);
  await writeWhole(join(dir, file), workbookBytes([{ name: 'TDSheet', rows }], 'xlsx'));
  return file;
}
