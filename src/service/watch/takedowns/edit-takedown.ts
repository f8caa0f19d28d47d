import type { Principal } from '../../access/principal.ts';
import { checkWords, mayNow } from './act-on-takedown.ts';
import type { TakedownDeps } from './deps.ts';
import { openLetter, sealLetter } from './kept-letter.ts';
import { personOf } from './person.ts';
import { findTakedown, lockTakedown } from './takedown-row.ts';
import { type TakedownView, viewOf } from './takedown-view.ts';
import { auditOf, type Step, writeStep } from './write-step.ts';

/** Words of a letter, anew; what is not said stays. */
export interface LetterEdit {
  readonly subject?: string | undefined;
  readonly body?: string | undefined;
  readonly addressee?: string | undefined;
}

/**
 * Writes words of a letter anew; only who drafted it does, so that whoever sends it has written none of it. Audited, without the
 * words. Throws QRG_TAKEDOWN_PERSON, QRG_TAKEDOWN_UNKNOWN, QRG_TAKEDOWN_VERSION, QRG_TAKEDOWN_STATE, QRG_TAKEDOWN_ROLE,
 * QRG_TAKEDOWN_DRAFTER, QRG_TAKEDOWN_ACCUSES.
 */
export async function editTakedown(
  deps: TakedownDeps,
  principal: Principal,
  takedownId: number,
  version: number,
  edit: LetterEdit,
): Promise<TakedownView> {
  personOf(principal);
  const at = deps.now();
  const { vault } = deps.store;
  return deps.store.write(async (trx) => {
    const row = await lockTakedown(trx, principal, takedownId, version);
    const { state } = mayNow(row, 'edit', principal);
    const kept = openLetter(vault, row.sealed);
    const { subject = kept.subject, body = kept.body, addressee = row.addressee } = edit;
    checkWords(deps.book, `${subject}\n${body}\n${addressee}`);
    const changed = Object.keys(edit).sort();
    const step: Step = {
      state,
      event: 'edit',
      at,
      actor: principal,
      note: changed.join(', '),
      set: { addressee, sealed: sealLetter(vault, { ...kept, subject, body }) },
    };
    await writeStep(deps, trx, row, step);
    const after = await findTakedown(trx, takedownId);
    await deps.audit.appendIn(trx, auditOf(row, step));
    return viewOf(deps.book, after, at);
  });
}
