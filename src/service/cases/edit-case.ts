import { mayOnCase } from '../../domain/case/case-acts.ts';
import { stricter, type Tlp } from '../../domain/case/marking.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Principal } from '../access/principal.ts';
import { orThrow } from '../or-throw.ts';
import { lockCase, standingOf } from './case-row.ts';
import { type CaseView, viewOf } from './case-view.ts';
import { keepWords } from './case-words.ts';
import type { CaseDeps } from './deps.ts';
import { personOf } from './person.ts';
import { auditOf, type Step, writeStep } from './write-step.ts';

/** What of a case is written anew; what is not said stays. */
export interface CaseEdit {
  readonly title?: string | undefined;
  readonly tlp?: Tlp | undefined;
  readonly reason?: string | undefined;
}

/**
 * Another title, another handling mark. A less strict mark lets data out of the house: a supervisor says so. Throws
 * QRG_CASE_PERSON, QRG_CASE_UNKNOWN, QRG_CASE_VERSION, QRG_CASE_ROLE, QRG_CASE_STATE, QRG_CASE_TLP.
 */
export async function editCase(
  deps: CaseDeps,
  principal: Principal,
  caseId: number,
  version: number,
  { title, tlp, reason }: CaseEdit,
): Promise<CaseView> {
  personOf(principal);
  const at = deps.now();
  const row = await deps.store.write(async (trx) => {
    const before = await lockCase(trx, principal, caseId, version);
    const standing = standingOf(before);
    if (title !== undefined) orThrow(mayOnCase(standing, 'title', principal));
    if (tlp !== undefined) {
      orThrow(mayOnCase(standing, 'tlp', principal));
      const isLooser = tlp !== before.tlp && stricter(tlp, before.tlp) === before.tlp;
      if (isLooser && !principal.roles.includes('supervisor'))
        throw new QorganError('QRG_CASE_TLP');
    }
    if (title !== undefined) await keepWords(deps.store.vault, trx, before, title);
    const step: Step = {
      act: title === undefined ? 'tlp' : 'title',
      at,
      actor: principal,
      note: reason,
      isReason: true,
      detail: tlp === undefined ? {} : { tlp, before: before.tlp },
      set: {
        ...(title !== undefined && { title_sealed: deps.store.vault.seal(title) }),
        ...(tlp !== undefined && { tlp }),
      },
    };
    const after = await writeStep(deps, trx, before, step);
    await deps.audit.appendIn(trx, auditOf(after, step));
    return after;
  });
  return viewOf(deps, row);
}
