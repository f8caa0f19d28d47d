import { figuresOf, totalOf } from './case-figures.ts';
import type { CaseThing } from './case-items.ts';
import type { CaseDeps } from './deps.ts';
import { keepNetworks } from './kept-networks.ts';

/**
 * Counts reach, harm and the place in the queue of one case anew, and keeps its networks as they are found
 * now. Figures are no act of anybody: the version stays, so that
 * nobody who works on the case is refused for them.
 */
export async function refreshFigures(
  deps: Pick<CaseDeps, 'store' | 'restOf' | 'book' | 'now'>,
  caseId: number,
): Promise<void> {
  const { db } = deps.store;
  const found = await db
    .selectFrom('cases')
    .innerJoin('institutions', 'institutions.institution_id', 'cases.institution_id')
    .select(['cases.institution_id', 'institutions.sees_all'])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  const things: CaseThing[] = await db
    .selectFrom('case_items')
    .select(['kind', 'ref'])
    .where('case_id', '=', caseId)
    .where('removed_at', 'is', null)
    .execute();
  const scope = { institutionId: found.institution_id, seesAll: found.sees_all };
  const networks = things.filter(({ kind }) => kind === 'network').map(({ ref }) => ref);
  await deps.store.write((trx) => keepNetworks(trx, found.institution_id, networks, deps.now()));
  const figures = await figuresOf(deps, scope, things);
  const reach = totalOf(figures.reach);
  const harm = totalOf(figures.harm);
  await db
    .updateTable('cases')
    .set({
      reach_minor: reach,
      harm_minor: harm,
      priority: priorityOf(deps, reach, harm),
      figures: JSON.stringify(figures),
      figured_at: deps.now(),
    })
    .where('case_id', '=', caseId)
    .execute();
}

/** Where a case stands in the queue: money in reach, and a share of the harm. */
const priorityOf = (
  { book }: Pick<CaseDeps, 'book'>,
  reachMinor: number,
  harmMinor: number,
): number => Math.min(reachMinor + Math.round(book.harmShare * harmMinor), Number.MAX_SAFE_INTEGER);
