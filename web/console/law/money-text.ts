import { exponentOf } from '../../../src/domain/currency.ts';
import type { useFormat } from '../format.ts';

/** A sum of the law of any country; tenge as the console writes them everywhere. */
export function moneyText(
  minor: number,
  currency: string,
  format: ReturnType<typeof useFormat>,
): string {
  if (currency === 'KZT') return format.money(minor);
  return `${format.number(minor / 10 ** (exponentOf(currency) ?? 2))} ${currency}`;
}
