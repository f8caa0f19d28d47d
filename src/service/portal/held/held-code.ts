import { randomInt } from 'node:crypto';
import type { Vault } from '../../../store/vault.ts';

/** Letters and digits that nobody takes for one another, in groups of four: 78 bits. */
const LETTERS = '23456789ACDEFGHJKLMNPQRTUVWXYZ';
const GROUPS = 4;
const GROUP_LETTERS = 4;

export function newHeldCode(): string {
  const group = () =>
    Array.from({ length: GROUP_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** However it is typed: small letters, without the lines between. */
export const heldCodeHash = (vault: Vault, code: string): Buffer =>
  vault.hash('hold-code', code.toUpperCase().replace(/[^0-9A-Z]/g, ''));
