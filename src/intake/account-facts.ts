import Papa from 'papaparse';
import {
  type AccountFacts,
  type AccountTable,
  OWNER_KINDS,
  type OwnerKind,
} from '../domain/account.ts';
import type { Language } from '../domain/language.ts';
import { parseMoney } from '../domain/money.ts';
import { type Reject, toReject } from '../domain/reject.ts';
import { TAINTS, type Taint } from '../domain/taint.ts';
import type { AccountMark } from '../domain/transfer.ts';

/** Side files of a scan: what a bank knows of its accounts, and accounts known from elsewhere. */
interface SideFile {
  readonly name: string;
  readonly text: string;
}

interface SideContext {
  readonly accounts: AccountTable;
  readonly language: Language;
  reject(reject: Reject): void;
}

/**
 * Reads customers.csv into the account table. Column `account` is needed; known besides: owner (IIN or
 * BIN), name, bank, bank_code, kind, opened_at, born (dates, ISO 8601), income_month (units), device, phone, hub (1),
 * rating (points of the customer's risk, 0 to 100), linked_accounts (as AccountFacts means it) and cards (of the account:
 * those of one owner at one bank are added up). A cell that cannot be read rejects its row; other columns are left alone.
 */
export function readCustomers(file: SideFile, context: SideContext): void {
  const told: [account: string, facts: AccountFacts][] = [];
  for (const { line, row } of rowsOf(file)) {
    if (!row.account) {
      refuse(file, line, 'account', '', context);
      continue;
    }
    const facts = factsOf(row);
    if (typeof facts === 'string') refuse(file, line, facts, row[facts] ?? '', context);
    else told.push([row.account, facts]);
  }
  addUpCards(told.map(([, facts]) => facts));
  for (const [account, facts] of told)
    context.accounts.learn(context.accounts.intern(account), facts);
}

/** Makes `cards`, so far of one account, those of its owner at its bank. */
function addUpCards(all: readonly AccountFacts[]): void {
  const sums = new Map<string, number>();
  const customerOf = ({ owner, bankCode, bank }: AccountFacts) => `${owner} ${bankCode ?? bank}`;
  const carded = all.filter(({ owner, cards }) => owner !== undefined && cards !== undefined);
  for (const facts of carded) {
    const customer = customerOf(facts);
    sums.set(customer, (sums.get(customer) ?? 0) + (facts.cards ?? 0));
  }
  for (const facts of carded) facts.cards = sums.get(customerOf(facts)) ?? 0;
}

/** Reads account,cause: accounts named by victims, posts, lists or reports. */
export function readMarks(file: SideFile, context: SideContext): AccountMark[] {
  const marks: AccountMark[] = [];
  for (const { line, row } of rowsOf(file)) {
    const cause = row.cause ?? '';
    if (row.account && isTaint(cause))
      marks.push({ account: context.accounts.intern(row.account), cause });
    else refuse(file, line, row.account ? 'cause' : 'account', cause, context);
  }
  return marks;
}

function* rowsOf(file: SideFile): Generator<{ line: number; row: Record<string, string> }> {
  const { data } = Papa.parse<Record<string, string>>(file.text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
    transformHeader: (name) => name.trim().toLowerCase(),
    transform: (value) => value.trim(),
  });
  for (const [i, row] of data.entries()) yield { line: i + 2, row };
}

/** Facts of one row, or the name of the column that cannot be read. */
function factsOf(row: Record<string, string>): AccountFacts | string {
  const facts: AccountFacts = {};
  if (row.bank) facts.bank = row.bank;
  if (row.bank_code) facts.bankCode = row.bank_code;
  if (row.owner) facts.owner = row.owner;
  if (row.name) facts.ownerName = row.name;
  if (row.hub === '1') facts.hub = true;
  const contacts = [row.phone, row.device].filter((c) => c !== undefined && c !== '');
  if (contacts.length > 0) facts.contacts = contacts as string[];
  if (row.kind) {
    if (!isOwnerKind(row.kind)) return 'kind';
    facts.ownerKind = row.kind;
  }
  for (const [column, field] of [
    ['opened_at', 'openedAt'],
    ['born', 'bornAt'],
  ] as const) {
    if (!row[column]) continue;
    const at = Date.parse(row[column]);
    if (Number.isNaN(at)) return column;
    facts[field] = at;
  }
  if (row.income_month) {
    const income = parseMoney(row.income_month, { currency: 'KZT' });
    if (!income.ok) return 'income_month';
    facts.incomeMonthMinor = income.value.amountMinor;
  }
  for (const [column, field, most] of COUNTS) {
    const cell = row[column];
    if (!cell) continue;
    if (!/^\d{1,7}$/.test(cell) || Number(cell) > most) return column;
    facts[field] = Number(cell);
  }
  return facts;
}

/** Columns of whole numbers and the most that each may say. */
const COUNTS = [
  ['rating', 'ratingPoints', 100],
  ['linked_accounts', 'linkedAccounts', 9_999_999],
  ['cards', 'cards', 9_999_999],
] as const;

const isTaint = (word: string): word is Taint => (TAINTS as readonly string[]).includes(word);
const isOwnerKind = (word: string): word is OwnerKind =>
  (OWNER_KINDS as readonly string[]).includes(word);

function refuse(file: SideFile, line: number, column: string, value: string, c: SideContext): void {
  const problem = { code: 'QRG_ROW_FACT', args: { column, value } } as const;
  c.reject(toReject(file.name, line, problem, c.language));
}
