import { parseKzIban } from '../../domain/iban-kz.ts';
import { plainDigits } from '../../domain/iin.ts';
import { restoreIinOrBin } from '../../domain/iin-or-bin.ts';
import type { Cell } from './workbook.ts';

export interface PersonId {
  readonly kind: 'IIN' | 'BIN';
  readonly digits: string;
  /** Date, type and check digit are right. */
  readonly valid: boolean;
  /** Excel had eaten leading zeros and they were put back. */
  readonly restored: boolean;
  /** Epoch ms, of a right IIN. */
  readonly bornAt: number | undefined;
}

/**
 * An IIN or BIN cell. Lost leading zeros are put back when the whole number is then right. Twelve digits that are wrong
 * are kept and flagged: a bank's typing error must not hide a person.
 */
export function readPersonId(cell: Cell): PersonId | undefined {
  if (cell === null) return undefined;
  const restored = restoreIinOrBin(cell);
  if (restored.ok) {
    const { id, zerosRestored } = restored.value;
    return {
      kind: id.kind === 'iin' ? 'IIN' : 'BIN',
      digits: id.value,
      valid: true,
      restored: zerosRestored > 0,
      bornAt: id.kind === 'iin' ? id.bornAt : undefined,
    };
  }
  const digits = plainDigits(String(cell));
  if (!/^\d{12}$/.test(digits) || /^(\d)\1*$/.test(digits)) return undefined;
  // The fifth digit is the tens of a day, 0 to 3, in an IIN and the type, 4 to 6, in a BIN.
  const kind = Number(digits[4]) >= 4 ? 'BIN' : 'IIN';
  return { kind, digits, valid: false, restored: false, bornAt: undefined };
}

/** Signs that stand for an empty cell in statements. */
const NO_ACCOUNT = /^(?:[-–—.0]*|НЕТ|N\/?A|NULL|ЖОҚ|#)$/;
const LONGEST = 64;

/**
 * An account as it is compared: a right IBAN KZ in its plain form (a currency glued to it taken off), anything
 * else without spaces and in capitals; cards stay masked the way the bank masked them. undefined when the cell holds none.
 */
export function readAccount(cell: Cell): string | undefined {
  const text = String(cell ?? '')
    .replace(/[\s\u00a0]/g, '')
    .toUpperCase();
  if (NO_ACCOUNT.test(text) || text.length > LONGEST) return undefined;
  const iban = parseKzIban(/^(.{20})[A-Z]{3}$/.exec(text)?.[1] ?? text);
  return iban.ok ? iban.value.value : text;
}

/** Has the form of an IBAN KZ; the check digits may be wrong. */
export const isKzIban = (account: string): boolean => /^KZ\d{5}[0-9A-Z]{13}$/.test(account);

export const isRightIban = (account: string): boolean => parseKzIban(account).ok;

/** The three digits of an IBAN KZ that name the bank. */
export const bankCodeOf = (account: string): string | undefined =>
  isKzIban(account) ? account.slice(4, 7) : undefined;
