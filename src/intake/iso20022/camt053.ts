import type { AccountFacts } from '../../domain/account.ts';
import type { RowTaker } from '../row-taker.ts';
import { readTime } from '../text/time-bytes.ts';
import { accountAt, agentAt, first, IsoRows, ownerAt } from './iso-row.ts';
import type { ScopeSink, Values } from './scoped-values.ts';

const NONE: Values = new Map();

/** Sub-families of bank transactions that are cash over the counter or at a machine: the other side is nobody's account. */
const CASH = new Set(['CDPT', 'CWDL', 'BCDP', 'BCWD', 'CAJT']);

/**
 * Account statements, every version of camt.053: each booked TxDtls (or entry without details) is a transfer between
 * the statement's account and the other side. Without an account of the other side its name stands for it; cash
 * stands for itself. An entry of several details without amounts of their own cannot be split and is refused.
 */
export function camt053(taker: RowTaker): ScopeSink {
  const entries = new Entries(taker);
  return {
    scopes: new Set(['Stmt', 'Ntry', 'TxDtls']),
    opened(scope) {
      if (scope === 'Ntry') entries.begin();
    },
    closed(scope, around, line) {
      const [statement = NONE, entry = NONE, details = NONE] = around;
      if (scope === 'TxDtls') entries.details(statement, entry, details, line);
      else if (scope === 'Ntry') entries.end(statement, entry, line);
      else tellOfStatement(taker, statement);
    },
  };
}

class Entries {
  readonly #taker: RowTaker;
  readonly #rows: IsoRows;
  #count = 0;
  /** The one part so far that had no amount of its own: the entry's is its, if it stays the only one. */
  #waiting: { details: Values; line: number } | undefined;

  constructor(taker: RowTaker) {
    this.#taker = taker;
    this.#rows = new IsoRows(taker);
  }

  begin(): void {
    this.#count = 0;
    this.#waiting = undefined;
  }

  details(statement: Values, entry: Values, details: Values, line: number): void {
    this.#count++;
    if (amountOf(details).amount !== '') this.#take(statement, entry, details, line);
    else if (this.#count === 1) this.#waiting = { details, line };
    else this.#taker.reject(line, 'QRG_ROW_AMOUNT', { value: '' });
  }

  end(statement: Values, entry: Values, line: number): void {
    if (this.#count === 0) this.#take(statement, entry, NONE, line);
    else if (this.#waiting && this.#count === 1)
      this.#take(statement, entry, this.#waiting.details, this.#waiting.line);
    else if (this.#waiting) this.#taker.reject(this.#waiting.line, 'QRG_ROW_AMOUNT', { value: '' });
  }

  #take(statement: Values, entry: Values, details: Values, line: number): void {
    const status = first(entry, 'Sts/Cd', 'Sts', 'Sts/Prtry') || 'BOOK';
    if (status !== 'BOOK') {
      this.#taker.reject(line, 'QRG_ROW_STATUS', { value: status });
      return;
    }
    const own = accountAt(statement, 'Acct');
    const isOut = (first(details, 'CdtDbtInd') || first(entry, 'CdtDbtInd')) === 'DBIT';
    const family =
      first(details, 'BkTxCd/Domn/Fmly/SubFmlyCd') || first(entry, 'BkTxCd/Domn/Fmly/SubFmlyCd');
    const isCash = CASH.has(family);
    const other = otherSide(details, isOut, own) || (isCash ? 'CASH' : '');
    const money = amountOf(details).amount === '' ? amountOf(entry) : amountOf(details);
    const ownBank = agentAt(statement, 'Acct/Svcr');
    const side = isOut ? 'Cdtr' : 'Dbtr';
    const otherBank = isCash
      ? isOut
        ? 'sink'
        : 'source'
      : agentAt(details, `RltdAgts/${side}Agt`);
    const ownOwner = ownerAt(statement, 'Acct/Ownr');
    const otherOwner = ownerAt(details, `RltdPties/${side}`);
    this.#rows.take(
      {
        id:
          first(
            details,
            'Refs/UETR',
            'Refs/TxId',
            'Refs/AcctSvcrRef',
            'Refs/InstrId',
            'Refs/EndToEndId',
          ) || (this.#count <= 1 ? first(entry, 'AcctSvcrRef', 'NtryRef') : ''),
        at:
          first(details, 'RltdDts/TxDtTm', 'RltdDts/AccptncDtTm') ||
          first(entry, 'BookgDt/DtTm', 'BookgDt/Dt', 'ValDt/DtTm', 'ValDt/Dt'),
        payer: isOut ? own : other,
        payee: isOut ? other : own,
        amount: money.amount,
        currency: money.currency,
        channel: isCash ? (isOut ? 'cash_out' : 'cash_in') : family || 'transfer',
        purpose: first(details, 'Purp/Cd', 'Purp/Prtry'),
        payer_bank: isOut ? ownBank : otherBank,
        payee_bank: isOut ? otherBank : ownBank,
        payer_owner: isOut ? ownOwner : otherOwner,
        payee_owner: isOut ? otherOwner : ownOwner,
      },
      line,
    );
  }
}

/** Amount of an entry or of its details; '' when it has none of its own. */
function amountOf(values: Values): { amount: string; currency: string } {
  for (const path of ['Amt', 'AmtDtls/TxAmt/Amt'])
    if (first(values, path) !== '')
      return { amount: first(values, path), currency: first(values, `${path}@Ccy`) };
  return { amount: '', currency: '' };
}

/** The account at the other end. A reversal keeps the parties of what it reverses, so the own account may stand there. */
function otherSide(details: Values, isOut: boolean, own: string): string {
  const sides = isOut ? ['Cdtr', 'Dbtr'] : ['Dbtr', 'Cdtr'];
  for (const side of sides) {
    const account = accountAt(details, `RltdPties/${side}Acct`);
    if (account !== '' && account !== own) return account;
  }
  const [side] = sides;
  return first(details, `RltdPties/${side}/Nm`, `RltdPties/${side}/Pty/Nm`);
}

function tellOfStatement(taker: RowTaker, statement: Values): void {
  const own = accountAt(statement, 'Acct');
  if (own === '') return;
  const facts: AccountFacts = { hasStatement: true };
  const from = momentOf(first(statement, 'FrToDt/FrDtTm', 'FrToDt/FrDt'));
  const to = momentOf(first(statement, 'FrToDt/ToDtTm', 'FrToDt/ToDt'));
  if (!Number.isNaN(from)) facts.statementFrom = from;
  if (!Number.isNaN(to)) facts.statementTo = to;
  const name = first(statement, 'Acct/Ownr/Nm', 'Acct/Ownr/Pty/Nm');
  if (name !== '') facts.ownerName = name;
  taker.tell(own, facts);
}

function momentOf(text: string): number {
  const bytes = Buffer.from(text);
  return readTime(bytes, 0, bytes.length, { unit: 'iso', slashes: 'dmy' });
}
