import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { RowNote } from '../../domain/row-note.ts';
import { isRightIban, readAccount, readPersonId } from './cell-identity.ts';
import { readAmountMinor, readCurrency, type SumContext } from './cell-money.ts';
import { readWhen } from './cell-time.ts';
import { type Column, columnOf } from './columns.ts';
import type { Header } from './find-header.ts';
import type { Party } from './party.ts';
import { normalSpelling } from './spelling.ts';
import type { Cell } from './workbook.ts';

/** A row's cells read, before it is known which side is the statement's own. */
export interface RawRow {
  /** Row of the sheet, from 1. */
  readonly line: number;
  readonly at: number;
  readonly dayOnly: boolean;
  readonly payer: Party;
  readonly payee: Party;
  /** In the operation's currency; > 0 in, < 0 out where the layout says so by sign or column. */
  readonly signedMinor: number;
  /** Direction is told by a credit or debit column. */
  readonly byColumn: boolean;
  readonly currency: string;
  /** In tenge, > 0. */
  readonly kztMinor: number;
  readonly kind: string;
  readonly system: string;
  readonly knp: string;
  readonly purpose: string;
  readonly notes: readonly RowNote[];
}

/** Rows that are not operations: a row of column numbers, a header again, a total, a remark below the table. */
const SKIPS = ['numbers', 'header', 'total', 'remark'] as const;
export type Skip = (typeof SKIPS)[number];

const TOTAL_WORDS =
  /^(?:итог|всего|оборот|сальдо|остаток|входящий остаток|исходящий остаток|барлығы|жиын|қалдық|total)/;
export const SUMS = ['amount', 'amountKzt', 'credit', 'debit'] as const;
const PARTY_CELLS = [
  'payerAccount',
  'payeeAccount',
  'payerName',
  'payeeName',
  'payerId',
  'payeeId',
] as const;

/** A row seen through the header: cell by column. */
export class RowReader {
  readonly #position: ReadonlyMap<Column, number>;
  #cells: readonly Cell[] = [];

  constructor(header: Header) {
    this.#position = header.position;
  }

  on(cells: readonly Cell[]): this {
    this.#cells = cells;
    return this;
  }

  get filled(): readonly Cell[] {
    return this.#cells.filter((cell) => cell !== null);
  }

  cell(column: Column): Cell {
    const at = this.#position.get(column);
    return at === undefined ? null : (this.#cells[at] ?? null);
  }

  text(column: Column): string {
    return String(this.cell(column) ?? '');
  }
}

/** Why a row is no operation; undefined for one that must be read. */
export function skipOf(row: RowReader, from1904: boolean): Skip | undefined {
  const filled = row.filled;
  if (filled.length > 3 && filled.every((cell, i) => Number(cell) === i + 1)) return 'numbers';
  const at = row.cell('at');
  if (typeof at === 'string' && columnOf(at) === 'at') return 'header';
  if (readWhen(at, from1904).ok) return undefined;
  const hasSum = SUMS.some((column) => row.cell(column) !== null);
  const hasParty = PARTY_CELLS.some(
    (column) => row.cell(column) !== null && !isTotalText(row.cell(column)),
  );
  if (hasParty) return undefined;
  if (filled.some(isTotalText)) return 'total';
  if (hasSum) return at === null ? 'total' : undefined;
  return filled.length <= 3 || at === null ? 'remark' : undefined;
}

function isTotalText(cell: Cell): boolean {
  return typeof cell === 'string' && TOTAL_WORDS.test(normalSpelling(cell));
}

/** Reads one operation; `currency` is what the statement's head says for rows that do not. */
export function readRow(
  row: RowReader,
  line: number,
  about: SumContext & { readonly from1904: boolean },
): Result<RawRow> {
  const when = readWhen(row.cell('at'), about.from1904, row.cell('clockTime'));
  if (!when.ok) return when;
  const sums = readSums(row, about);
  if (!sums.ok) return sums;
  const notes: RowNote[] = [];
  return ok({
    line,
    ...when.value,
    ...sums.value,
    payer: readParty(row, 'payer', notes),
    payee: readParty(row, 'payee', notes),
    kind: row.text('kind'),
    system: row.text('system'),
    knp: knpOf(row.cell('knp')),
    // One bank writes the purpose under the code's header: what is no code is the purpose.
    purpose: row.text('purpose') || (isKnp(row.cell('knp')) ? '' : row.text('knp')),
    notes,
  });
}

function isKnp(cell: Cell): boolean {
  return /^\d{1,3}$/.test(String(cell ?? ''));
}

/** Three digits; a number cell has lost the zeros in front. */
function knpOf(cell: Cell): string {
  return isKnp(cell) ? String(cell).padStart(3, '0') : '';
}

type Sums = Pick<RawRow, 'signedMinor' | 'byColumn' | 'currency' | 'kztMinor'>;

function readSums(row: RowReader, about: SumContext): Result<Sums> {
  const told = readCurrency(row.cell('currency'));
  if (!told.ok) return told;
  const currency = told.value || about.currency;
  const minor: Record<(typeof SUMS)[number], number> = {
    amount: 0,
    amountKzt: 0,
    credit: 0,
    debit: 0,
  };
  for (const column of SUMS) {
    const sum = readAmountMinor(row.cell(column), {
      ...about,
      currency: column === 'amountKzt' ? 'KZT' : currency,
    });
    if (!sum.ok) return sum;
    minor[column] = sum.value ?? 0;
  }
  const byColumn = minor.credit !== 0 || minor.debit !== 0;
  const inCurrency = byColumn ? minor.credit || -minor.debit : minor.amount;
  const signedMinor = inCurrency || minor.amountKzt;
  if (signedMinor === 0)
    return fail('QRG_ROW_AMOUNT', {
      value: SUMS.map((c) => row.text(c))
        .filter(Boolean)
        .join(' / '),
    });
  const kztMinor = Math.abs(minor.amountKzt) || (currency === 'KZT' ? Math.abs(signedMinor) : 0);
  return kztMinor === 0
    ? fail('QRG_ROW_KZT', { currency })
    : ok({ signedMinor, byColumn, currency: inCurrency === 0 ? 'KZT' : currency, kztMinor });
}

const FOREIGN =
  /^(?:не резидент|нерезидент|бейрезидент|резидент емес|нет|жоқ|2|n|no|non resident|nonresident)$/;

function readParty(row: RowReader, side: 'payer' | 'payee', notes: RowNote[]): Party {
  const account = readAccount(row.cell(`${side}Account`));
  const id = readPersonId(row.cell(`${side}Id`));
  if (id?.restored) notes.push('id_zeros_restored');
  if (id !== undefined && !id.valid) notes.push('id_check_failed');
  if (account?.startsWith('KZ') && !isRightIban(account)) notes.push('iban_check_failed');
  return {
    account,
    id,
    name: row.text(`${side}Name`),
    bank: row.text(`${side}Bank`),
    foreign: FOREIGN.test(normalSpelling(row.text(`${side}Residency`))),
  };
}
