import { QorganError } from '../../../domain/errors/catalogue.ts';
import { mustTell } from '../../../law/told-hold.ts';
import type { Transaction } from '../../../store/store.ts';
import { readHold, type StoredHold } from '../../holds/hold-row.ts';
import { heldCodeHash } from './held-code.ts';
import type { HeldDesk } from './held-desk.ts';

export interface FoundHeld {
  readonly stored: StoredHold;
  /** Name of the institution that holds. */
  readonly bank: string;
}

/**
 * The hold of a code. One that must not be told of is not found, by the same query and the same throw as a code that was never
 * given: whether somebody is looked at under the AML law cannot be asked here (11(5)). Throws QRG_HELD_CODE.
 *
 * @param lock the row is kept until the transaction ends
 */
export async function findHeld(
  { store }: Pick<HeldDesk, 'store'>,
  trx: Transaction,
  code: string,
  { lock = false } = {},
): Promise<FoundHeld> {
  const found = trx
    .selectFrom('holds')
    .innerJoin('hold_codes', 'hold_codes.hold_id', 'holds.hold_id')
    .innerJoin('institutions', 'institutions.institution_id', 'holds.institution_id')
    .selectAll('holds')
    .select('institutions.name as bank')
    .where('hold_codes.hash', '=', heldCodeHash(store.vault, code));
  const row = await (lock ? found.forUpdate('holds') : found).executeTakeFirst();
  const held = row && { stored: readHold(row), bank: row.bank };
  if (held === undefined || !mustTell(held.stored.hold)) throw new QorganError('QRG_HELD_CODE');
  return held;
}
