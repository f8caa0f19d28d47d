import type { PersonId } from './cell-identity.ts';
import { normalSpelling } from './spelling.ts';

/** One side of a row, as the statement tells it. */
export interface Party {
  readonly account: string | undefined;
  readonly id: PersonId | undefined;
  readonly name: string;
  readonly bank: string;
  /** Said to be a non-resident. */
  readonly foreign: boolean;
}

/** Money that became or was cash: the outside, not an account. */
const CASH = '@cash';
/** A side of which the statement says nothing but perhaps its bank: '@unknown:kaspi bank'. */
const UNKNOWN = '@unknown';

/** Legal forms around a bank's name. */
const LEGAL_FORM = /(?:^| )(?:ао|ақ|дб ао|дб|ало|jsc|дочерний|филиал|оао|тоо|жшс)(?= |$)/g;

/** A bank's name as it is compared: 'АО «Kaspi Bank»' and 'KASPI BANK' are one. */
export function bankKey(bank: string): string {
  return normalSpelling(bank).replace(LEGAL_FORM, '').trim();
}

/** A person's name as it is compared. */
export const nameKey = (name: string): string => normalSpelling(name);

/**
 * The name a side goes by in the account table: its account; failing that what identifies its owner at that
 * bank, 'IIN:900101300123@kaspi bank', 'BIN:…@…' or 'NAME:иванов иван@kaspi bank'; failing that '@cash' for a cash
 * operation and '@unknown:kaspi bank' otherwise.
 */
export function partyKey(party: Party, isCash: boolean): string {
  if (party.account !== undefined) return party.account;
  if (isCash) return CASH;
  const bank = bankKey(party.bank);
  if (party.id !== undefined) return `${party.id.kind}:${party.id.digits}@${bank}`;
  const name = nameKey(party.name);
  if (name !== '') return `NAME:${name}@${bank}`;
  return bank === '' ? UNKNOWN : `${UNKNOWN}:${bank}`;
}

export const isUnknown = (key: string): boolean => key.startsWith(UNKNOWN);

/** The outside: nobody's account, never walked through. */
export const isOutside = (key: string): boolean => key === CASH || isUnknown(key);

/** A side known by its owner and not by an account. */
export const isAlias = (key: string): boolean => /^(?:IIN|BIN|NAME):/.test(key);
