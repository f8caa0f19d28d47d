import { parseKzIban } from '../../domain/iban-kz.ts';
import type { Institution } from './transfer-request.ts';

/**
 * What an account is called in the whole system: an IBAN as it is, anything else within the institution that says it, so
 * that account 1 of one bank is not account 1 of another.
 */
export function accountName({ code }: Institution, told: string): string {
  // Most accounts are no IBAN or are written as one should be: the checksum is worked out for the rest.
  if (!/^\s*[kк]/i.test(told)) return `${code}:${told}`;
  const iban = parseKzIban(told);
  return iban.ok ? iban.value.value : `${code}:${told}`;
}
