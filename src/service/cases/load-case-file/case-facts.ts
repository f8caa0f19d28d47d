import type { CaseFact, FactValue } from '../../../domain/case/case-fact.ts';
import type { Store, Transaction } from '../../../store/store.ts';

const FACTS_MOST = 1_000;

/** What people said of the acts of a case and did not take back. */
export async function factsOfCase(
  trx: Transaction,
  { vault }: Pick<Store, 'vault'>,
  caseId: number,
): Promise<CaseFact[]> {
  const rows = await trx
    .selectFrom('case_facts')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('withdrawn_at', 'is', null)
    .orderBy('fact_id')
    .limit(FACTS_MOST)
    .execute();
  return rows.map((row) => ({
    factId: row.fact_id,
    kind: row.kind,
    party: row.party,
    says: row.says,
    value: row.value as FactValue | null,
    actAt: row.act_at,
    shownBy: row.shown_by,
    note: row.note_sealed === null ? null : vault.open(row.note_sealed).toString(),
    by: row.by_name,
    recordedAt: row.recorded_at,
  }));
}
