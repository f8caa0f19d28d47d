import type { Channel, Purpose } from '../../domain/transfer.ts';
import { CHANNELS, PURPOSES } from '../../domain/transfer.ts';
import { SIM_BANKS } from '../banks.ts';
import { DAY_MS } from '../calendar.ts';
import type { SimParty, SimWorld } from '../model.ts';

/** One end of a row, as the bank's form names it. */
export interface Side {
  readonly name: string;
  /** IIN or BIN, always twelve digits here; what Excel makes of it is the layout's affair. */
  readonly id: string;
  readonly bank: string;
  readonly account: string;
}

export interface StatementRow {
  /** When this bank posted it, epoch ms UTC; the other bank's statement may differ by up to 90 s. */
  readonly at: number;
  readonly out: boolean;
  readonly amountMinor: number;
  readonly payer: Side;
  readonly payee: Side;
  readonly channel: Channel;
  readonly purpose: Purpose;
  /** Both ends are accounts of this bank. */
  readonly internal: boolean;
  /** Number of the transfer in the world, for texts that vary. */
  readonly transfer: number;
}

/** What one bank knows of one account in the period. */
export interface Statement {
  readonly account: string;
  readonly bank: number;
  readonly owner: SimParty;
  readonly from: number;
  /** Last day of the period, its midnight. */
  readonly to: number;
  readonly openingMinor: number;
  readonly closingMinor: number;
  /** In order of posting. */
  readonly rows: readonly StatementRow[];
}

const LONGEST_DELAY_S = 90;

/** Statements of the given accounts over the whole simulated period, in the order asked for. */
export function statementsOf(world: SimWorld, accounts: readonly number[]): Statement[] {
  const rows = new Map<number, StatementRow[]>(accounts.map((account) => [account, []]));
  for (const day of world.days())
    for (let i = 0; i < day.count; i++) {
      const payer = day.payer[i];
      const payee = day.payee[i];
      if (!rows.has(payer) && !rows.has(payee)) continue;
      const internal = world.accounts[payer].bank === world.accounts[payee].bank;
      const row = {
        amountMinor: day.amountMinor[i],
        payer: sideOf(world, payer),
        payee: sideOf(world, payee),
        channel: CHANNELS[day.channel[i]],
        purpose: PURPOSES[day.purpose[i]],
        internal,
        transfer: day.first + i,
      };
      rows.get(payer)?.push({ ...row, at: day.at[i], out: true });
      const at = day.at[i] + postingDelayMs(day.first + i, internal);
      rows.get(payee)?.push({ ...row, at, out: false });
    }
  return accounts.map((account) => assemble(world, account, rows.get(account) ?? []));
}

/** The receiving bank posts later: at once inside one bank, within 90 s between banks. */
function postingDelayMs(transfer: number, internal: boolean): number {
  return (scattered(transfer) % ((internal ? 2 : LONGEST_DELAY_S) + 1)) * 1000;
}

/** A number that looks random and depends on `n` alone: what varies in a row varies the same way each time. */
export function scattered(n: number): number {
  const mixed = Math.imul(n ^ (n >>> 15), 0x2c1b3c6d);
  return Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) >>> 8;
}

function sideOf(world: SimWorld, index: number): Side {
  const { owner, bank, number } = world.accounts[index];
  const party = world.parties[owner];
  const name = party.kind === 'sole_trader' ? `ИП ${party.name}` : party.name;
  return { name, id: party.id, bank: SIM_BANKS[bank].name, account: number };
}

function assemble(world: SimWorld, index: number, rows: StatementRow[]): Statement {
  const { number, owner, bank } = world.accounts[index];
  rows.sort((a, b) => a.at - b.at || a.transfer - b.transfer);
  let balance = 0;
  let lowest = 0;
  for (const row of rows) {
    balance += row.out ? -row.amountMinor : row.amountMinor;
    lowest = Math.min(lowest, balance);
  }
  const { from, days } = world.options;
  // The period began with what the account needed not to fall below nothing, and a little more.
  const openingMinor = -lowest + (scattered(index) % 2_000_000);
  return {
    account: number,
    bank,
    owner: world.parties[owner],
    from,
    to: from + (days - 1) * DAY_MS,
    openingMinor,
    closingMinor: openingMinor + balance,
    rows,
  };
}
