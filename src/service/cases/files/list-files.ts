import { type Principal, scopeOf } from '../../access/principal.ts';
import { findCase } from '../case-row.ts';
import type { Shown } from '../case-view.ts';
import type { CaseDeps } from '../deps.ts';
import { type FileView, filesOf } from './file-view.ts';

/** Files of a case that the reader may see. Throws QRG_CASE_UNKNOWN. */
export const listFiles = (
  deps: CaseDeps,
  principal: Principal,
  caseId: number,
  shown: Shown,
): Promise<FileView[]> =>
  deps.store.read(scopeOf(principal), async (trx) => {
    await findCase(trx, caseId);
    return filesOf(deps, trx, caseId, shown);
  });
