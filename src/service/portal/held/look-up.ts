import type { Transaction } from '../../../store/store.ts';
import { findHeld } from './find-held.ts';
import { admitLook, type HeldDesk } from './held-desk.ts';
import { type HeldHistory, type HeldView, heldView } from './held-view.ts';

/** How a held payment stands, for whoever has its code. Throws QRG_HELD_OFTEN, QRG_HELD_CODE. */
export async function lookUpHeld(desk: HeldDesk, code: string, address: string): Promise<HeldView> {
  admitLook(desk, address);
  return desk.store.write((trx) => viewIn(desk, trx, code));
}

/** The same inside of a transaction. */
export async function viewIn(desk: HeldDesk, trx: Transaction, code: string): Promise<HeldView> {
  const found = await findHeld(desk, trx, code);
  const history = await historyOf(desk, trx, found.stored.holdId);
  return heldView(desk.holds.law, found, history, desk.now());
}

async function historyOf(
  { store }: HeldDesk,
  trx: Transaction,
  holdId: number,
): Promise<HeldHistory> {
  const rows = await trx
    .selectFrom('hold_events')
    .select(['act', 'detail', 'note_sealed'])
    .where('hold_id', '=', holdId)
    .where('act', 'in', ['ask', 'decide_appeal'])
    .orderBy('version')
    .execute();
  const asked = rows.findLast(({ act }) => act === 'ask')?.note_sealed;
  const decided = rows.findLast(({ act }) => act === 'decide_appeal')?.detail as
    | { readonly granted?: boolean }
    | undefined;
  return {
    question: asked ? store.vault.open(asked).toString('utf8') : null,
    granted: decided?.granted ?? null,
  };
}
