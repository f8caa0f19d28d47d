import type { AccountFacts, AccountTable } from '../domain/account.ts';
import type { Localized } from '../domain/language.ts';
import type { TransferBatch } from '../domain/transfer.ts';
import { requestText } from './gap-request.ts';

/** A statement that is missing: whose, where, for when, and the letter that asks for it. */
export interface Gap {
  readonly account: string;
  /** Account index in the table. */
  readonly index: number;
  /** The bank as the input names it and as other languages do, or its IBAN code; '' when nothing is known. */
  readonly institution: Localized;
  /** The period to ask for, epoch ms UTC, both inclusive. */
  readonly from: number;
  readonly to: number;
  /** Material money that came in and that no statement follows on. */
  readonly amountMinor: number;
  readonly payments: number;
  /** 'period': there are statements of this account, but not for this time. */
  readonly missing: 'statement' | 'period';
  readonly request: Localized;
}

export interface GapOptions {
  /** True for a transfer whose money must be followed on; what that means is the caller's (a score, a network). */
  material(batch: TransferBatch, i: number): boolean;
  /** Periods covered by statements, by account name, when known better than the table's first and last moment. */
  readonly coverage?: ReadonlyMap<string, readonly Period[]>;
  /** Gaps with less money than this are not listed. */
  readonly minAmountMinor?: number;
  /** At most this many, the most money first. */
  readonly limit?: number;
  /** Names of a bank by what the input calls it ('' for nothing) and the three digits of its IBANs. */
  bankOf?(name: string, code: string | undefined): Localized | undefined;
}

interface Period {
  readonly from: number;
  readonly to: number;
}

/**
 * Asked for before the first and after the last payment: money leaves a dropper within hours, but what recurs by
 * the month (the fee, a salary that stopped, other senders) shows only over a month.
 */
export const GAP_MARGIN_MS = 30 * 86_400_000;

const DEFAULT_LIMIT = 500;

/** Payments to one account between two of its statements (or with none at all). */
interface Stretch {
  readonly account: number;
  /** How many of the account's covered periods lie before. */
  readonly slot: number;
  firstAt: number;
  lastAt: number;
  amountMinor: number;
  payments: number;
}

/**
 * Where the trail ends for want of a statement: accounts that received material money at a time that no statement of
 * theirs covers. Ranked by that money. Empty when the input holds no statement at all: a bank's own ledger has no such gaps.
 */
export function findGaps(
  batches: Iterable<TransferBatch>,
  accounts: AccountTable,
  options: GapOptions,
): Gap[] {
  if (![...accounts.facts.values()].some((facts) => facts.hasStatement)) return [];
  const covered = (account: number) => periodsOf(account, accounts, options.coverage);
  const stretches = new Map<string, Stretch>();
  for (const batch of batches)
    for (let i = 0; i < batch.count; i++) {
      const account = batch.payee[i] ?? -1;
      const at = batch.at[i] ?? 0;
      if (accounts.facts.get(account)?.hub || !options.material(batch, i)) continue;
      const periods = covered(account);
      if (periods.some(({ from, to }) => from <= at && at <= to)) continue;
      addPayment(
        stretches,
        account,
        periods.filter(({ to }) => to < at).length,
        at,
        batch.amountMinor[i] ?? 0,
      );
    }
  return [...stretches.values()]
    .filter(({ amountMinor }) => amountMinor >= (options.minAmountMinor ?? 0))
    .sort((a, b) => b.amountMinor - a.amountMinor || a.account - b.account || a.slot - b.slot)
    .slice(0, options.limit ?? DEFAULT_LIMIT)
    .map((stretch) => toGap(stretch, covered(stretch.account), accounts, options));
}

function periodsOf(
  account: number,
  accounts: AccountTable,
  coverage: GapOptions['coverage'],
): readonly Period[] {
  const told = coverage?.get(accounts.names[account] ?? '');
  if (told !== undefined) return told;
  const facts = accounts.facts.get(account);
  if (facts?.statementFrom === undefined || facts.statementTo === undefined) return [];
  return [{ from: facts.statementFrom, to: facts.statementTo }];
}

function addPayment(
  stretches: Map<string, Stretch>,
  account: number,
  slot: number,
  at: number,
  amountMinor: number,
): void {
  const key = `${account}|${slot}`;
  const known = stretches.get(key);
  if (known === undefined) {
    stretches.set(key, { account, slot, firstAt: at, lastAt: at, amountMinor, payments: 1 });
    return;
  }
  known.firstAt = Math.min(known.firstAt, at);
  known.lastAt = Math.max(known.lastAt, at);
  known.amountMinor += amountMinor;
  known.payments++;
}

function toGap(
  stretch: Stretch,
  covered: readonly Period[],
  accounts: AccountTable,
  options: GapOptions,
): Gap {
  const account = accounts.names[stretch.account] ?? '';
  const facts = accounts.facts.get(stretch.account) ?? {};
  const alias = /^(?:(IIN|BIN):(\d{12})|NAME:([^@]*))@(.*)$/.exec(account);
  const institution = institutionOf(facts, alias?.[4], options.bankOf);
  const period = askedPeriod(stretch, covered);
  const ownerId = facts.owner ?? alias?.[2] ?? '';
  return {
    account,
    index: stretch.account,
    institution,
    ...period,
    amountMinor: stretch.amountMinor,
    payments: stretch.payments,
    missing: covered.length > 0 ? 'period' : 'statement',
    request: requestText({
      institution,
      account: alias === null ? account : undefined,
      ownerName: facts.ownerName ?? alias?.[3] ?? '',
      ownerId,
      ownerIsCompany: facts.ownerKind === 'company' || alias?.[1] === 'BIN',
      payments: stretch.payments,
      amountMinor: stretch.amountMinor,
      firstAt: stretch.firstAt,
      lastAt: stretch.lastAt,
      ...period,
    }),
  };
}

/** The margin on both sides, not reaching into what is already there. */
function askedPeriod(stretch: Stretch, covered: readonly Period[]): Period {
  const before = covered.filter(({ to }) => to < stretch.firstAt).map(({ to }) => to + 1);
  const after = covered.filter(({ from }) => from > stretch.lastAt).map(({ from }) => from - 1);
  return {
    from: Math.max(stretch.firstAt - GAP_MARGIN_MS, ...before),
    to: Math.min(stretch.lastAt + GAP_MARGIN_MS, ...after),
  };
}

function institutionOf(
  facts: AccountFacts,
  aliasBank: string | undefined,
  bankOf: GapOptions['bankOf'],
): Localized {
  const written = facts.bank ?? aliasBank ?? '';
  const known = bankOf?.(written, facts.bankCode);
  const plain = written || (facts.bankCode === undefined ? '' : `IBAN ${facts.bankCode}`);
  const { ru, kk, en } = known ?? { ru: plain, kk: plain, en: plain };
  // Statements are written in Russian: there the bank keeps the name it goes by in the input.
  return { ru: written || ru, kk, en };
}
