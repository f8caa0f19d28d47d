import type { CaseTransfer } from '../../domain/case/case-file.ts';
import { exponentOf } from '../../domain/currency.ts';
import { entryOf } from './code-tables.ts';
import type { Writing } from './writing.ts';
import { group, text } from './xml.ts';

/** sql_decimal of the schema. */
const MOST_MINOR = Number.MAX_SAFE_INTEGER;

/** A sum in local currency as the schema wants it, and in the currency it was paid in where that is another. */
export interface Amount {
  readonly local: string;
  /** t_foreign_currency, between the tags that its place asks for; '' for the local currency. */
  readonly foreign: string;
}

/**
 * The amount of a transfer; null, and said in `left`, for a currency whose rate nobody gave: the schema demands the sum in local
 * money, and a sum is never made up.
 */
export function amountOf(writing: Writing, transfer: CaseTransfer): Amount | null {
  const { tables, rates, left } = writing;
  const { amountMinor, currency } = transfer;
  if (!Number.isSafeInteger(amountMinor) || Math.abs(amountMinor) > MOST_MINOR) {
    left.add(`transfer ${transfer.id}: not told, its amount is no whole number of minor units`);
    return null;
  }
  if (currency === tables.localCurrency)
    return { local: decimal(amountMinor, exponentOf(currency) ?? 2), foreign: '' };
  const exponent = exponentOf(currency);
  const rate = entryOf(rates, currency);
  if (
    exponent === undefined ||
    rate === undefined ||
    !(rate > 0) ||
    !tables.currencies.has(currency)
  ) {
    left.add(
      `transfer ${transfer.id}: not told, no rate of ${currency} to ${tables.localCurrency}`,
    );
    return null;
  }
  const localExponent = exponentOf(tables.localCurrency) ?? 2;
  const localMinor = Math.round(amountMinor * rate * 10 ** (localExponent - exponent));
  if (!Number.isSafeInteger(localMinor)) {
    left.add(
      `transfer ${transfer.id}: not told, its amount at the rate of ${currency} is too large`,
    );
    return null;
  }
  return {
    local: decimal(localMinor, localExponent),
    foreign:
      text('foreign_currency_code', currency, 50) +
      text('foreign_amount', decimal(amountMinor, exponent), 40) +
      (rate < 1e9 && rate >= 1e-6 ? text('foreign_exchange_rate', rate.toFixed(6), 40) : ''),
  };
}

/** 4550 of two digits is '45.50'. */
export function decimal(minor: number, exponent: number): string {
  const digits = Math.abs(minor)
    .toString()
    .padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const sign = minor < 0 ? '-' : '';
  return exponent === 0 ? sign + digits : `${sign}${whole}.${digits.slice(-exponent)}`;
}

export const foreignCurrency = (name: string, { foreign }: Amount): string =>
  foreign === '' ? '' : group(name, foreign);
