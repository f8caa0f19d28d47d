import type { Language } from '../../../domain/language.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import type { CaseDeps } from '../deps.ts';
import { visibleCase } from '../load-case-file/case-row.ts';
import { type StatementsView, statementsView } from './stored-statements.ts';

/**
 * Files dropped on a case, rows that were refused, and statements that are missing. The requests name accounts and owners in
 * full: the look is written down. Throws QRG_CASE_UNKNOWN.
 */
export async function showStatements(
  { store, audit }: Pick<CaseDeps, 'store' | 'audit'>,
  principal: Principal,
  caseId: number,
  language: Language,
): Promise<StatementsView> {
  const view = await store.read(scopeOf(principal), async (trx) => {
    await visibleCase(trx, caseId);
    return statementsView(trx, store, caseId, language);
  });
  await audit.append({
    actor: principal,
    action: 'case.look',
    object: `case:${caseId}`,
    detail: { view: 'statements' },
  });
  return view;
}
