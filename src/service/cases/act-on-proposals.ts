import type { Selectable } from 'kysely';
import { DECIDES_PROPOSAL, HARMFUL_OUTCOMES } from '../../domain/case/case-acts.ts';
import type { CaseOutcome } from '../../domain/case/case-file.ts';
import { type Problem, QorganError } from '../../domain/errors/catalogue.ts';
import type { Transaction } from '../../store/store.ts';
import type { CaseTables, ProposalDecision } from '../../store/tables/cases.ts';
import type { Principal } from '../access/principal.ts';
import { groundsNamed, type NamedGround } from '../holds/hold-request.ts';
import { openHoldIn } from '../holds/open-hold.ts';
import { type Acted, type Acting, because } from './acting.ts';
import { addThings } from './case-items.ts';
import type { CaseWish } from './case-wish.ts';

type Wish<K extends CaseWish['kind']> = Extract<CaseWish, { readonly kind: K }>;
export type ProposalRow = Selectable<CaseTables['case_proposals']>;

/** A hold that is proposed. */
export interface HoldBody {
  readonly transfer: number;
  readonly incoming: boolean;
  readonly grounds: readonly NamedGround[];
}

/** An end that is proposed. */
export interface CloseBody {
  readonly outcome: CaseOutcome;
}

/** Throws QRG_HOLD_GROUND, QRG_HOLD_TRANSFER, QRG_HOLD_EXISTS, QRG_CASE_PROPOSAL_OPEN. */
export async function proposeHold(
  acting: Acting,
  { transfer, incoming, grounds, reason }: Wish<'propose_hold'>,
): Promise<Acted> {
  const { deps, trx, row } = acting;
  groundsNamed(deps.law, grounds);
  await mustBeFree(trx, row.institution_id, transfer);
  const open = await openProposals(trx, row.case_id);
  if (open.some(({ what, body }) => what === 'hold' && (body as HoldBody).transfer === transfer))
    throw new QorganError('QRG_CASE_PROPOSAL_OPEN');
  const body: HoldBody = { transfer, incoming, grounds };
  const proposal = await insertProposal(acting, 'hold', body, reason);
  return { ...because(reason), detail: { proposal, transfer, incoming } };
}

/** A transfer that the institution told, which has no hold yet. */
async function mustBeFree(trx: Transaction, institutionId: number, seq: number): Promise<void> {
  const told = await trx
    .selectFrom('transfers')
    .select('seq')
    .where('seq', '=', seq)
    .where('institution_id', '=', institutionId)
    .executeTakeFirst();
  if (told === undefined) throw new QorganError('QRG_HOLD_TRANSFER');
  const hold = await trx
    .selectFrom('holds')
    .select('hold_id')
    .where('institution_id', '=', institutionId)
    .where('transfer_seq', '=', seq)
    .executeTakeFirst();
  if (hold !== undefined) throw new QorganError('QRG_HOLD_EXISTS');
}

/** Throws QRG_CASE_PROPOSAL_OPEN, QRG_CASE_TASKS_OPEN. */
export async function proposeClose(
  acting: Acting,
  { outcome, reason }: Wish<'propose_close'>,
): Promise<Acted> {
  const { trx, row } = acting;
  const open = await openProposals(trx, row.case_id);
  if (open.some(({ what }) => what === 'close')) throw new QorganError('QRG_CASE_PROPOSAL_OPEN');
  await mustHaveNoTasks(trx, row.case_id);
  const body: CloseBody = { outcome };
  const proposal = await insertProposal(acting, 'close', body, reason);
  return { ...because(reason), detail: { proposal, outcome } };
}

/** Alone one closes only what harms nobody. Throws QRG_CASE_FOUR_EYES, QRG_CASE_TASKS_OPEN, QRG_CASE_PROPOSAL_OPEN. */
export async function closeAlone(
  { trx, row, at }: Acting,
  { outcome, reason }: Wish<'close'>,
): Promise<Acted> {
  if (HARMFUL_OUTCOMES.includes(outcome)) throw new QorganError('QRG_CASE_FOUR_EYES');
  await mustHaveNoTasks(trx, row.case_id);
  if ((await openProposals(trx, row.case_id)).length > 0)
    throw new QorganError('QRG_CASE_PROPOSAL_OPEN');
  return { ...because(reason), ...closed(outcome, at), detail: { outcome } };
}

const closed = (outcome: CaseOutcome, at: number) =>
  ({ state: 'closed', set: { outcome, closed_at: at, next_due_at: null } }) as const;

/**
 * Another person decides what one proposed; what was approved happens in the same transaction. Throws
 * QRG_CASE_PROPOSAL_UNKNOWN, QRG_CASE_SAME_PERSON, QRG_CASE_ROLE, QRG_CASE_TASKS_OPEN, QRG_CASE_PROPOSAL_OPEN and what opening
 * a hold throws.
 */
export async function decideProposal(
  acting: Acting,
  wish: Wish<'decide_proposal'>,
): Promise<Acted> {
  const { trx, row, principal } = acting;
  const found = await openProposal(acting, wish.proposal);
  const problem = whyNotDecide(found, principal);
  if (problem !== null) throw new QorganError(problem.code, problem.args);
  const told = { proposal: found.proposal_id, what: found.what };
  if (!wish.approve) {
    await endProposal(acting, found, 'refused', wish.reason);
    return { ...because(wish.reason), detail: { ...told, decision: 'refused' } };
  }
  const detail = { ...told, decision: 'approved' };
  if (found.what === 'hold') return { ...(await holdApproved(acting, found, wish, detail)) };
  const { outcome } = found.body as CloseBody;
  await mustHaveNoTasks(trx, row.case_id);
  const others = await openProposals(trx, row.case_id);
  if (others.length > 1) throw new QorganError('QRG_CASE_PROPOSAL_OPEN');
  await endProposal(acting, found, 'approved', wish.reason);
  return {
    ...because(wish.reason),
    ...closed(outcome, acting.at),
    detail: { ...detail, outcome },
  };
}

/** Why this person may not decide a proposal; null: they may. */
export function whyNotDecide(
  { what, proposed_by_id, decision }: Pick<ProposalRow, 'what' | 'proposed_by_id' | 'decision'>,
  { id, roles }: Pick<Principal, 'id' | 'roles'>,
): Problem | null {
  if (decision !== null) return { code: 'QRG_CASE_PROPOSAL_UNKNOWN', args: {} };
  if (!roles.some((role) => (DECIDES_PROPOSAL[what] as readonly string[]).includes(role)))
    return { code: 'QRG_CASE_ROLE', args: { act: 'decide_proposal' } };
  return proposed_by_id === id ? { code: 'QRG_CASE_SAME_PERSON', args: {} } : null;
}

async function holdApproved(
  acting: Acting,
  found: ProposalRow,
  { reason, notProtectedBecause }: Wish<'decide_proposal'>,
  detail: NonNullable<Acted['detail']>,
): Promise<Acted> {
  const { deps, trx, row, principal, at } = acting;
  const { transfer, incoming, grounds } = found.body as HoldBody;
  const wish = { transferSeq: transfer, incoming, grounds, reason, notProtectedBecause };
  const { opened, entry } = await openHoldIn(deps.holds, trx, principal, wish);
  const hold = { kind: 'hold', ref: String(opened.holdId) } as const;
  const moved = { kind: 'transfer', ref: String(transfer) } as const;
  await addThings(deps, trx, row, [hold, moved], { at, by: principal.id });
  await endProposal(acting, found, 'approved', reason, `hold:${opened.holdId}`);
  return {
    ...because(reason),
    detail: { ...detail, hold: opened.holdId },
    entries: [entry],
    isOther: true,
  };
}

/** Whoever proposed takes it back. Throws QRG_CASE_PROPOSAL_UNKNOWN, QRG_CASE_ROLE. */
export async function withdrawProposal(
  acting: Acting,
  { proposal, reason }: Wish<'withdraw_proposal'>,
): Promise<Acted> {
  const found = await openProposal(acting, proposal);
  if (found.proposed_by_id !== acting.principal.id)
    throw new QorganError('QRG_CASE_ROLE', { act: 'withdraw_proposal' });
  await endProposal(acting, found, 'withdrawn', reason);
  return { ...because(reason), detail: { proposal, what: found.what } };
}

async function insertProposal(
  { deps, trx, principal, row, at }: Acting,
  what: ProposalRow['what'],
  body: HoldBody | CloseBody,
  reason: string,
): Promise<number> {
  const { proposal_id } = await trx
    .insertInto('case_proposals')
    .values({
      case_id: row.case_id,
      institution_id: row.institution_id,
      what,
      body: JSON.stringify(body),
      proposed_at: at,
      proposed_by_id: principal.id,
      proposed_by: principal.name,
      note_sealed: deps.store.vault.seal(reason),
    })
    .returning('proposal_id')
    .executeTakeFirstOrThrow();
  return proposal_id;
}

/** Proposals of a case that wait for a decision. */
export const openProposals = (trx: Transaction, caseId: number): Promise<ProposalRow[]> =>
  trx
    .selectFrom('case_proposals')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('decision', 'is', null)
    .execute();

async function openProposal({ trx, row }: Acting, proposalId: number): Promise<ProposalRow> {
  const found = (await openProposals(trx, row.case_id)).find(
    ({ proposal_id }) => proposal_id === proposalId,
  );
  if (found === undefined) throw new QorganError('QRG_CASE_PROPOSAL_UNKNOWN');
  return found;
}

const endProposal = (
  { deps, trx, principal, at }: Acting,
  { proposal_id }: ProposalRow,
  decision: ProposalDecision,
  reason: string,
  result: string | null = null,
) =>
  trx
    .updateTable('case_proposals')
    .set({
      decision,
      decided_at: at,
      decided_by_id: principal.id,
      decided_by: principal.name,
      decision_note_sealed: deps.store.vault.seal(reason),
      result,
    })
    .where('proposal_id', '=', proposal_id)
    .execute();

async function mustHaveNoTasks(trx: Transaction, caseId: number): Promise<void> {
  const { count } = await trx
    .selectFrom('case_tasks')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('case_id', '=', caseId)
    .where('done_at', 'is', null)
    .where('stopped_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (Number(count) > 0) throw new QorganError('QRG_CASE_TASKS_OPEN', { count: Number(count) });
}
