import { exponentOf, parseCurrency } from '../../domain/currency.ts';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { type DecimalSign, parseMoney } from '../../domain/money.ts';
import type { Cell } from './workbook.ts';

/** What the sheet tells about its sums. */
export interface SumContext {
  readonly currency: string;
  /** The decimal sign its sums keep to, when one of them gives it away. */
  readonly decimal?: DecimalSign;
}

/**
 * A sum cell in minor units, sign kept; `null` when it is empty or a dash. Text must be exact (see `parseMoney`). A
 * number cell is rounded: tenge equivalents are products of a rate and carry more digits than money has.
 */
export function readAmountMinor(cell: Cell, context: SumContext): Result<number | null> {
  if (cell === null) return ok(null);
  if (typeof cell === 'number') {
    const minor = Math.round(Math.abs(cell) * 10 ** (exponentOf(context.currency) ?? 2));
    return Number.isSafeInteger(minor)
      ? ok(cell < 0 ? -minor : minor)
      : fail('QRG_ROW_AMOUNT', { value: String(cell) });
  }
  if (/^[-–—]?$/.test(cell.trim())) return ok(null);
  const money = parseMoney(cell, context);
  return money.ok ? ok(money.value.amountMinor) : money;
}

/** A sum whose last sign is followed by one or two digits, or that has both signs, shows its decimal sign. */
const SHOWS_DECIMAL = /^[^.,]*([.,])\d{1,2}\)?(?!\d)|[.,].*?([.,])\d+\)?$/;

/** The decimal sign that the texts of a sheet's sums agree on; undefined when none tells or they differ. */
export function decimalSignOf(cells: Iterable<Cell>): DecimalSign | undefined {
  const signs = new Set<string>();
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const shown = SHOWS_DECIMAL.exec(cell);
    const sign = shown?.[1] ?? shown?.[2];
    if (sign !== undefined && cell.indexOf(sign) === cell.lastIndexOf(sign)) signs.add(sign);
  }
  const [only] = signs;
  return signs.size === 1 && (only === ',' || only === '.') ? only : undefined;
}

/** ISO 4217 code out of 'KZT', 'KZT - Тенге', '398', 'тенге'; '' for an empty cell. */
export function readCurrency(cell: Cell): Result<string> {
  return cell === null ? ok('') : parseCurrency(String(cell));
}
