import { QorganError } from '../../../domain/errors/catalogue.ts';
import { actOn } from '../../../law/hold.ts';
import type { Hold, HoldAction } from '../../../law/hold-state.ts';
import { type AuditActor, STRANGER } from '../../audit/entry.ts';
import { passTimeOf } from '../../holds/act-on-hold.ts';
import { writeStep } from '../../holds/write-hold.ts';
import { findHeld } from './find-held.ts';
import { admitLook, admitWords, type HeldDesk } from './held-desk.ts';
import { appealWaits, type HeldView } from './held-view.ts';
import { viewIn } from './look-up.ts';

/** What a client may do by a code. */
export type ClientAct = 'answer' | 'appeal';

/** Whoever has the code; nobody is asked who they are. */
const CLIENT: AuditActor = { ...STRANGER, name: 'client' };
const BY_CLIENT = { id: 0, roles: ['client'] } as const;

/**
 * The client's words, as an act in the history of the hold: an explanation, or an appeal that somebody else than the decider
 * judges. They are sealed there and stand nowhere else. The caller has taken the proof of work.
 *
 * Throws QRG_HELD_OFTEN, QRG_HELD_CODE, QRG_HELD_NOT_ASKED, QRG_HELD_APPEAL_WAITS, QRG_HELD_NO_APPEAL.
 */
export async function clientSays(
  desk: HeldDesk,
  kind: ClientAct,
  said: { readonly code: string; readonly text: string },
  address: string,
): Promise<HeldView> {
  admitLook(desk, address);
  const { holds, store, audit, now } = desk;
  const at = now();
  return store.write(async (trx) => {
    const { stored } = await findHeld(desk, trx, said.code, { lock: true });
    admitWords(desk, stored.holdId);
    const ticked = await passTimeOf(holds, trx, stored, at);
    const action: HoldAction = { kind, by: BY_CLIENT, at };
    const acted = actOn(holds.law, ticked.hold, action);
    if (!acted.ok) throw new QorganError(refusalOf(kind, ticked.hold));
    const written = await writeStep(holds, trx, ticked, {
      after: acted.value,
      at,
      act: kind,
      actorId: null,
      detail: { by: 'client' },
      note: said.text.trim(),
    });
    await audit.appendIn(trx, {
      actor: CLIENT,
      institutionId: written.institutionId,
      action: `hold.client-${kind}`,
      object: `hold:${written.holdId}`,
      detail: { state: written.hold.state },
    });
    return viewIn(desk, trx, said.code);
  });
}

const refusalOf = (kind: ClientAct, hold: Hold) =>
  kind === 'answer'
    ? 'QRG_HELD_NOT_ASKED'
    : appealWaits(hold)
      ? 'QRG_HELD_APPEAL_WAITS'
      : 'QRG_HELD_NO_APPEAL';
