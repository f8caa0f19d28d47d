import { bankCodeOf } from './cell-identity.ts';
import { bankKey, isAlias, isUnknown, nameKey, type Party } from './party.ts';
import type { Statement } from './statement.ts';

interface KnownAccount {
  readonly account: string;
  readonly banks: Set<string>;
  readonly names: Set<string>;
}

/**
 * What all statements together say about who owns which account. Turns a side that one statement knows only by
 * its owner ('IIN:…@bank') into the account that another statement names.
 */
export class Ownership {
  readonly #accounts = new Map<string, KnownAccount>();
  readonly #ofPerson = new Map<string, Set<string>>();
  readonly #idOf = new Map<string, string>();
  /** Bank names as seen beside IBANs: name -> code. */
  readonly #codeOfBank = new Map<string, string>();

  constructor(statements: readonly Statement[]) {
    for (const { owner, rows } of statements) {
      for (const account of owner.accounts)
        this.#learn({ account, id: owner.id, name: owner.name, bank: '', foreign: false });
      for (const row of rows) {
        this.#learn(row.payer);
        this.#learn(row.payee);
      }
    }
  }

  #learn({ account, id, name, bank }: Party): void {
    if (account === undefined) return;
    let known = this.#accounts.get(account);
    if (known === undefined) {
      known = { account, banks: new Set(), names: new Set() };
      this.#accounts.set(account, known);
    }
    const code = bankCodeOf(account);
    if (bank !== '') {
      known.banks.add(bankKey(bank));
      if (code !== undefined) this.#codeOfBank.set(bankKey(bank), code);
    }
    if (name !== '') known.names.add(nameKey(name));
    if (id === undefined) return;
    this.#idOf.set(account, id.digits);
    const accounts = this.#ofPerson.get(id.digits) ?? new Set();
    this.#ofPerson.set(id.digits, accounts.add(account));
  }

  /** The one account that a key can only mean; the key itself when it is an account, or none or several fit. */
  resolve(key: string): string {
    const alias = /^(?:IIN|BIN):(\d{12})@(.*)$/.exec(key);
    if (alias === null) return key;
    const [, id = '', bank = ''] = alias;
    const accounts = [...(this.#ofPerson.get(id) ?? [])].filter((a) => this.#isAt(a, bank));
    return accounts.length === 1 ? (accounts[0] ?? key) : key;
  }

  /** Two keys may be one account: equal, or one names the owner of the other, or one says no more than the bank. */
  mayBeOne(a: string, b: string): boolean {
    if (a === b) return true;
    if (isUnknown(a)) return isUnknown(b) || this.#isAt(b, split(a, ':')[1]);
    if (isUnknown(b)) return this.#isAt(a, split(b, ':')[1]);
    if (isAlias(a) && !isAlias(b)) return this.#fits(a, b);
    return isAlias(b) && !isAlias(a) && this.#fits(b, a);
  }

  #fits(alias: string, account: string): boolean {
    const [kind = '', rest = ''] = split(alias, ':');
    const [who, bank] = split(rest, '@');
    if (!this.#isAt(account, bank)) return false;
    return kind === 'NAME'
      ? (this.#accounts.get(account)?.names.has(who) ?? false)
      : this.#idOf.get(account) === who;
  }

  #isAt(account: string, bank: string): boolean {
    if (bank === '') return true;
    const known = this.#accounts.get(account);
    if (known?.banks.has(bank)) return true;
    const [code, named] = [bankCodeOf(account), this.#codeOfBank.get(bank)];
    return code !== undefined && named !== undefined
      ? code === named
      : known === undefined || known.banks.size === 0;
  }
}

function split(text: string, by: string): [string, string] {
  const at = text.indexOf(by);
  if (at < 0) return [text, ''];
  return [text.slice(0, at), text.slice(at + 1)];
}
