import type { AccountFacts } from '../domain/account.ts';
import type { ErrorCode, Problem } from '../domain/errors/catalogue.ts';
import type { TransferBatch } from '../domain/transfer.ts';
import type { Columns } from './mapping.ts';
import { CASH_EITHER_WAY, channelOfWord, currencyOfWord, purposeOfWord } from './money-words.ts';
import {
  type AccountFact,
  BATCH_REJECTS,
  BATCH_ROWS,
  emptyTransfers,
  type ParsedBatch,
  type RowReject,
} from './parsed-batch.ts';
import { RowAccounts } from './row-accounts.ts';
import { AmountReader } from './text/amount-bytes.ts';
import { isNothing, skipBlanks, trimBlanks } from './text/blank-bytes.ts';
import { ByteNames, utf8Text } from './text/byte-names.ts';
import { readTime, type TimeRule } from './text/time-bytes.ts';
import { WordCodes } from './text/word-codes.ts';

/** How the fields of a row become a transfer. Plain data: it travels to the worker. */
export interface RowPlan {
  readonly columns: Columns;
  /** Number of columns a row must have; 0 when rows have no fixed width. */
  readonly width: number;
  readonly time: TimeRule;
  /** ISO 4217 that every row must be in, '' for any. */
  readonly ledger: string;
  readonly joinBank: boolean;
  readonly outsideBanks: boolean;
  /** Columns carried beside the transfers for an evaluation, -1 for one that is not there; the engine never sees them. */
  readonly side: readonly number[];
  /** Index in the list of input files, and the name that ids are made of where the file has none. */
  readonly file: number;
  readonly fileName: string;
}

const CASH_IN = channelOfWord('cash_in');
const CASH_OUT = channelOfWord('cash_out');

/**
 * Turns rows of byte fields into batches of transfers; the one place where a row is accepted or refused,
 * whatever format it came from. The order of the checks is part of the contract with the tests: width, payer,
 * payee, same account, amount, time, currency, encoding. Nothing of a refused row stays behind.
 */
export class RowTaker {
  /** Full batches, oldest first; the caller takes them out. */
  readonly ready: ParsedBatch[] = [];
  readonly #plan: RowPlan;
  readonly #amounts = new AmountReader();
  readonly #accounts: RowAccounts;
  readonly #devices = new ByteNames();
  readonly #channels = new WordCodes(channelOfWord);
  readonly #purposes = new WordCodes(purposeOfWord);
  readonly #currencies: WordCodes;
  readonly #side: ByteNames[];
  readonly #idPrefix: Uint8Array;
  /** Per account: bit 1 bank told, 2 owner told, 4 the outside. */
  #told = new Uint8Array(1024);
  #out: TransferBatch = emptyTransfers(BATCH_ROWS, BATCH_ROWS * 8);
  #sideOut: Uint32Array[];
  #facts: AccountFact[] = [];
  #rejects: RowReject[] = [];
  #idLength = 0;
  #idEnd = 0;

  constructor(plan: RowPlan) {
    this.#plan = plan;
    this.#accounts = new RowAccounts(plan.columns, plan.joinBank);
    this.#currencies = new WordCodes((word) => (currencyOfWord(word) === plan.ledger ? 1 : 0));
    this.#side = plan.side.map(() => new ByteNames());
    this.#sideOut = plan.side.map(() => new Uint32Array(BATCH_ROWS));
    this.#idPrefix = new TextEncoder().encode(`${plan.fileName}:`);
  }

  /** Takes the row whose field i is `b[starts[i]..ends[i])`; `count` fields, first byte on 1-based `line`. */
  row(b: Uint8Array, starts: Int32Array, ends: Int32Array, count: number, line: number): void {
    const plan = this.#plan;
    if (plan.width !== 0 && count !== plan.width && !this.#widthFits(starts, ends, count, line))
      return;
    const accounts = this.#accounts;
    const wrong = accounts.find(b, starts, ends);
    if (wrong !== '') {
      this.reject(line, wrong, wrong === 'QRG_ROW_SELF' ? { value: accounts.payerText() } : {});
      return;
    }
    const amount = this.#amount(b, starts, ends, line);
    if (amount === 0) return;
    const { at: column, currency } = plan.columns;
    const timeFrom = skipBlanks(b, starts[column], ends[column]);
    const timeTo = trimBlanks(b, timeFrom, ends[column]);
    const at = readTime(b, timeFrom, timeTo, plan.time);
    if (Number.isNaN(at)) {
      this.#rejectValue(line, 'QRG_ROW_TIME', b, timeFrom, timeTo);
      return;
    }
    if (plan.ledger !== '' && currency >= 0 && !this.#inLedger(b, starts, ends, line)) return;
    if (!this.#putId(b, starts, ends, line)) return;
    if (!accounts.intern()) {
      this.reject(line, 'QRG_ROW_ENCODING', { value: accounts.refusedText() });
      return;
    }
    this.#put(b, starts, ends, line, amount, at);
  }

  /** Notes a row that could not even be split into fields. */
  reject(line: number, code: ErrorCode, args: Problem['args'] = {}): void {
    this.#rejects.push({ line, code, args });
    if (this.#rejects.length >= BATCH_REJECTS) this.#close();
  }

  /** Notes what the file tells of an account outside of its rows (a statement names its own account). */
  tell(name: string, facts: AccountFacts): void {
    this.#facts.push({ ...facts, account: this.#accounts.number(name) });
  }

  /** Closes the last batch, full or not. */
  end(): void {
    this.#close();
  }

  #widthFits(starts: Int32Array, ends: Int32Array, count: number, line: number): boolean {
    const { width } = this.#plan;
    if (count < width) {
      this.reject(line, 'QRG_ROW_COLUMNS_FEW', { count, expected: width });
      return false;
    }
    // A delimiter too many at the end of a row says nothing and harms nothing.
    for (let i = width; i < count; i++)
      if (i >= starts.length || starts[i] !== ends[i]) {
        this.reject(line, 'QRG_ROW_COLUMNS_MANY', { count, expected: width });
        return false;
      }
    return true;
  }

  /** Minor units, > 0; 0 when the row was refused for its amount. */
  #amount(b: Uint8Array, starts: Int32Array, ends: Int32Array, line: number): number {
    const { columns } = this.#plan;
    const inMinor = columns.amount < 0;
    const column = inMinor ? columns.amount_minor : columns.amount;
    const from = skipBlanks(b, starts[column], ends[column]);
    const to = trimBlanks(b, from, ends[column]);
    const amount = inMinor ? this.#amounts.readMinor(b, from, to) : this.#amounts.read(b, from, to);
    if (amount > 0 && amount <= Number.MAX_SAFE_INTEGER) return amount;
    const code = Number.isNaN(amount) ? 'QRG_ROW_AMOUNT' : 'QRG_ROW_AMOUNT_SIGN';
    this.#rejectValue(line, code, b, from, to);
    return 0;
  }

  #inLedger(b: Uint8Array, starts: Int32Array, ends: Int32Array, line: number): boolean {
    const { columns, ledger } = this.#plan;
    const from = skipBlanks(b, starts[columns.currency], ends[columns.currency]);
    const to = trimBlanks(b, from, ends[columns.currency]);
    if (from === to || this.#currencies.code(b, from, to) === 1) return true;
    const value = Buffer.from(b.subarray(from, to)).toString('utf8');
    this.reject(line, 'QRG_ROW_CURRENCY', { value, currency: ledger });
    return false;
  }

  #put(
    b: Uint8Array,
    starts: Int32Array,
    ends: Int32Array,
    line: number,
    amount: number,
    at: number,
  ): void {
    const { columns, file } = this.#plan;
    this.#learn(b, starts, ends, this.#accounts.payer, columns.payer_bank, columns.payer_owner);
    this.#learn(b, starts, ends, this.#accounts.payee, columns.payee_bank, columns.payee_owner);
    const out = this.#out;
    const n = out.count++;
    out.at[n] = at;
    out.payer[n] = this.#accounts.payer;
    out.payee[n] = this.#accounts.payee;
    out.amountMinor[n] = amount;
    out.file[n] = file;
    out.line[n] = line;
    this.#idLength = this.#idEnd;
    out.idEnd[n] = this.#idEnd;
    if (columns.channel >= 0) out.channel[n] = this.#channel(b, starts, ends);
    if (columns.purpose >= 0)
      out.purpose[n] = this.#purposes.code(b, starts[columns.purpose], ends[columns.purpose]);
    if (columns.device >= 0) out.device[n] = this.#device(b, starts, ends);
    for (let s = 0; s < this.#side.length; s++) {
      const column = this.#plan.side[s];
      const [from, to] = column < 0 ? [0, 0] : [starts[column], ends[column]];
      this.#sideOut[s][n] = this.#side[s].intern(b, from, to);
    }
    if (out.count === BATCH_ROWS) this.#close();
  }

  /** Counted from 1: 0 is 'not told', and so is a name that is not UTF-8. */
  #device(b: Uint8Array, starts: Int32Array, ends: Int32Array): number {
    const column = this.#plan.columns.device;
    const from = skipBlanks(b, starts[column], ends[column]);
    const to = trimBlanks(b, from, ends[column]);
    return isNothing(b, from, to) ? 0 : this.#devices.intern(b, from, to) + 1;
  }

  #channel(b: Uint8Array, starts: Int32Array, ends: Int32Array): number {
    const column = this.#plan.columns.channel;
    const code = this.#channels.code(b, starts[column], ends[column]);
    if (code !== CASH_EITHER_WAY) return code;
    if ((this.#told[this.#accounts.payee] & OUTSIDE) !== 0) return CASH_OUT;
    return (this.#told[this.#accounts.payer] & OUTSIDE) !== 0 ? CASH_IN : 0;
  }

  /** Writes the id after those before it, up to #idEnd; false when it is not UTF-8. Counts only once the row is taken. */
  #putId(b: Uint8Array, starts: Int32Array, ends: Int32Array, line: number): boolean {
    const column = this.#plan.columns.id;
    const from = column < 0 ? 0 : skipBlanks(b, starts[column], ends[column]);
    const to = column < 0 ? 0 : trimBlanks(b, from, ends[column]);
    if (from === to) {
      this.#putLineAsId(line);
      return true;
    }
    const end = this.#idLength + to - from;
    this.#roomForId(end);
    const { idBytes } = this.#out;
    let high = 0;
    for (let i = from, p = this.#idLength; i < to; i++, p++) {
      high |= b[i];
      idBytes[p] = b[i];
    }
    this.#idEnd = end;
    if (high < 128 || utf8Text(b, from, to) !== undefined) return true;
    this.#rejectValue(line, 'QRG_ROW_ENCODING', b, from, to);
    return false;
  }

  /** 'file:line', which is unique in a scan, for a row without an id. */
  #putLineAsId(line: number): void {
    const digits = String(line);
    let p = this.#idLength + this.#idPrefix.length;
    this.#roomForId(p + digits.length);
    this.#out.idBytes.set(this.#idPrefix, this.#idLength);
    for (let i = 0; i < digits.length; i++) this.#out.idBytes[p++] = digits.charCodeAt(i);
    this.#idEnd = p;
  }

  #roomForId(end: number): void {
    if (end <= this.#out.idBytes.length) return;
    const wider = new Uint8Array(Math.max(end, this.#out.idBytes.length * 2));
    wider.set(this.#out.idBytes);
    this.#out.idBytes = wider;
  }

  #learn(
    b: Uint8Array,
    starts: Int32Array,
    ends: Int32Array,
    account: number,
    bankColumn: number,
    ownerColumn: number,
  ): void {
    if (bankColumn < 0 && ownerColumn < 0) return;
    if (account >= this.#told.length) {
      const told = new Uint8Array(Math.max(account + 1, this.#told.length * 2));
      told.set(this.#told);
      this.#told = told;
    }
    const told = this.#told[account];
    const bank = (told & BANK) === 0 ? cell(b, starts, ends, bankColumn) : '';
    if (bank !== '') {
      const isOutside = this.#plan.outsideBanks && (bank === 'source' || bank === 'sink');
      this.#told[account] |= isOutside ? BANK | OUTSIDE : BANK;
      this.#facts.push(isOutside ? { account, hub: true } : { account, bank });
    }
    const owner = (told & OWNER) === 0 ? cell(b, starts, ends, ownerColumn) : '';
    if (owner !== '') {
      this.#told[account] |= OWNER;
      this.#facts.push({ account, owner });
    }
  }

  #rejectValue(line: number, code: ErrorCode, b: Uint8Array, from: number, to: number): void {
    const cut = Math.min(to, from + 200);
    this.reject(line, code, { value: Buffer.from(b.subarray(from, cut)).toString('utf8') });
  }

  #close(): void {
    const { count } = this.#out;
    // Columns are dear: a batch of refused rows only goes without, and the empty ones are kept for the next.
    const isEmpty = count === 0;
    this.ready.push({
      batch: isEmpty ? emptyTransfers(0, 0) : this.#out,
      accounts: this.#accounts.takeFresh(),
      devices: this.#devices.takeFresh(),
      facts: this.#facts,
      rejects: this.#rejects,
      rounded: this.#amounts.rounded,
      bytes: 0,
      side: isEmpty
        ? this.#sideOut.map(() => new Uint32Array(0))
        : this.#sideOut.map((codes) => codes.subarray(0, count)),
      sideWords: this.#side.map((names) => names.takeFresh()),
    });
    this.#amounts.rounded = 0;
    if (!isEmpty) {
      this.#out = emptyTransfers(BATCH_ROWS, BATCH_ROWS * 8);
      this.#sideOut = this.#side.map(() => new Uint32Array(BATCH_ROWS));
    }
    this.#facts = [];
    this.#rejects = [];
    this.#idLength = 0;
  }
}

const BANK = 1;
const OWNER = 2;
const OUTSIDE = 4;

function cell(b: Uint8Array, starts: Int32Array, ends: Int32Array, column: number): string {
  if (column < 0) return '';
  const from = skipBlanks(b, starts[column], ends[column]);
  const to = trimBlanks(b, from, ends[column]);
  return from === to || isNothing(b, from, to) ? '' : (utf8Text(b, from, to) ?? '');
}
