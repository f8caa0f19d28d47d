import type { Columns } from './mapping.ts';
import { isNothing, skipBlanks, trimBlanks } from './text/blank-bytes.ts';
import { ByteNames } from './text/byte-names.ts';

/** What can be wrong with the two accounts of a row before their names are known; '' when nothing is. */
type Wrong = '' | 'QRG_ROW_PAYER' | 'QRG_ROW_PAYEE' | 'QRG_ROW_SELF';

/** The two accounts of the row in hand, and the numbers of all accounts so far. */
export class RowAccounts {
  /** Numbers of the row's accounts, after `intern`. */
  payer = 0;
  payee = 0;
  readonly #columns: Columns;
  readonly #joinBank: boolean;
  readonly #names = new ByteNames();
  /** Where the names stand: the row's own bytes, or the joined ones. */
  #b: Uint8Array = new Uint8Array();
  #payerFrom = 0;
  #payerTo = 0;
  #payeeFrom = 0;
  #payeeTo = 0;
  #isPayerRefused = false;
  /** Bank and number of the payer, then of the payee. */
  #joined = new Uint8Array(1024);

  constructor(columns: Columns, joinBank: boolean) {
    this.#columns = columns;
    this.#joinBank = joinBank;
  }

  /** Finds both names in a row's fields. */
  find(b: Uint8Array, starts: Int32Array, ends: Int32Array): Wrong {
    const { payer, payee } = this.#columns;
    this.#b = b;
    this.#payerFrom = skipBlanks(b, starts[payer], ends[payer]);
    this.#payerTo = trimBlanks(b, this.#payerFrom, ends[payer]);
    if (isNothing(b, this.#payerFrom, this.#payerTo)) return 'QRG_ROW_PAYER';
    this.#payeeFrom = skipBlanks(b, starts[payee], ends[payee]);
    this.#payeeTo = trimBlanks(b, this.#payeeFrom, ends[payee]);
    if (isNothing(b, this.#payeeFrom, this.#payeeTo)) return 'QRG_ROW_PAYEE';
    if (this.#joinBank) this.#joinBanks(b, starts, ends);
    return this.#isSelf() ? 'QRG_ROW_SELF' : '';
  }

  /** Numbers both accounts; false when a name is not UTF-8, and then neither of them was added. */
  intern(): boolean {
    const known = this.#names.size;
    this.payer = this.#names.intern(this.#b, this.#payerFrom, this.#payerTo);
    this.#isPayerRefused = this.payer < 0;
    if (this.#isPayerRefused) return false;
    const isNew = this.#names.size > known;
    this.payee = this.#names.intern(this.#b, this.#payeeFrom, this.#payeeTo);
    if (this.payee < 0 && isNew) this.#names.forgetLast();
    return this.payee >= 0;
  }

  /** Number of an account named outside of the rows, added if new. */
  number(name: string): number {
    const bytes = Buffer.from(name);
    return this.#names.intern(bytes, 0, bytes.length);
  }

  takeFresh(): string[] {
    return this.#names.takeFresh();
  }

  payerText(): string {
    return this.#text(this.#payerFrom, this.#payerTo);
  }

  /** The name that `intern` refused, as far as it can be shown. */
  refusedText(): string {
    return this.#isPayerRefused ? this.payerText() : this.#text(this.#payeeFrom, this.#payeeTo);
  }

  #text(from: number, to: number): string {
    return Buffer.from(this.#b.subarray(from, Math.min(to, from + 200))).toString('utf8');
  }

  #isSelf(): boolean {
    const b = this.#b;
    const length = this.#payerTo - this.#payerFrom;
    if (length !== this.#payeeTo - this.#payeeFrom) return false;
    for (let i = 0; i < length; i++)
      if (b[this.#payerFrom + i] !== b[this.#payeeFrom + i]) return false;
    return true;
  }

  /** 'bank/number' of both accounts in a buffer of their own; moves the four positions there. */
  #joinBanks(b: Uint8Array, starts: Int32Array, ends: Int32Array): void {
    const { payer_bank, payee_bank } = this.#columns;
    const need = ends[payer_bank] - starts[payer_bank] + ends[payee_bank] - starts[payee_bank];
    const length = need + this.#payerTo - this.#payerFrom + this.#payeeTo - this.#payeeFrom + 2;
    if (length > this.#joined.length) this.#joined = new Uint8Array(length * 2);
    const payerTo = this.#join(b, starts, ends, payer_bank, this.#payerFrom, this.#payerTo, 0);
    const end = this.#join(b, starts, ends, payee_bank, this.#payeeFrom, this.#payeeTo, payerTo);
    this.#payerFrom = 0;
    this.#payerTo = payerTo;
    this.#payeeFrom = payerTo;
    this.#payeeTo = end;
    this.#b = this.#joined;
  }

  #join(
    b: Uint8Array,
    starts: Int32Array,
    ends: Int32Array,
    bank: number,
    from: number,
    to: number,
    at: number,
  ): number {
    const joined = this.#joined;
    let p = at;
    const bankFrom = skipBlanks(b, starts[bank], ends[bank]);
    const bankTo = trimBlanks(b, bankFrom, ends[bank]);
    for (let i = bankFrom; i < bankTo; i++) joined[p++] = b[i];
    joined[p++] = 47; // '/'
    for (let i = from; i < to; i++) joined[p++] = b[i];
    return p;
  }
}
