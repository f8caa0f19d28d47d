import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Acted, Acting } from './acting.ts';
import { checkFact, FACTS_MOST } from './case-facts.ts';
import type { CaseWish } from './case-wish.ts';

type Wish<K extends CaseWish['kind']> = Extract<CaseWish, { readonly kind: K }>;

/** Throws QRG_CASE_FACT, QRG_CASE_TIME for an act to come, QRG_CASE_LIMIT. */
export async function factSay(
  { deps, trx, principal, row, at }: Acting,
  wish: Wish<'fact_say'>,
): Promise<Acted> {
  checkFact(wish);
  if (wish.actAt !== undefined && wish.actAt > at) throw new QorganError('QRG_CASE_TIME');
  const { count } = await trx
    .selectFrom('case_facts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('case_id', '=', row.case_id)
    .executeTakeFirstOrThrow();
  if (Number(count) >= FACTS_MOST)
    throw new QorganError('QRG_CASE_LIMIT', { what: 'facts', most: FACTS_MOST });
  const { fact_id } = await trx
    .insertInto('case_facts')
    .values({
      case_id: row.case_id,
      institution_id: row.institution_id,
      kind: wish.fact,
      party: wish.party,
      says: wish.says,
      value: wish.value === undefined ? null : JSON.stringify(wish.value),
      act_at: wish.actAt ?? null,
      shown_by: [...new Set(wish.shownBy)],
      note_sealed: wish.note === undefined ? null : deps.store.vault.seal(wish.note),
      by_id: principal.id,
      by_name: principal.name,
      recorded_at: at,
    })
    .returning('fact_id')
    .executeTakeFirstOrThrow();
  return { detail: { fact: fact_id, kind: wish.fact, party: wish.party, says: wish.says } };
}

/** Throws QRG_CASE_FACT_UNKNOWN. */
export async function factWithdraw(
  { trx, principal, row, at }: Acting,
  { fact, reason }: Wish<'fact_withdraw'>,
): Promise<Acted> {
  const gone = await trx
    .updateTable('case_facts')
    .set({ withdrawn_at: at, withdrawn_by: principal.id })
    .where('fact_id', '=', fact)
    .where('case_id', '=', row.case_id)
    .where('withdrawn_at', 'is', null)
    .returning(['kind', 'party'])
    .executeTakeFirst();
  if (gone === undefined) throw new QorganError('QRG_CASE_FACT_UNKNOWN');
  return { note: reason, detail: { fact, kind: gone.kind, party: gone.party } };
}
