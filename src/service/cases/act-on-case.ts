import { mayOnCase } from '../../domain/case/case-acts.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Transaction } from '../../store/store.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { orThrow } from '../or-throw.ts';
import { factSay, factWithdraw } from './act-on-facts.ts';
import { feedback, mustBeTold } from './act-on-feedback.ts';
import { addItem, removeItem } from './act-on-items.ts';
import {
  closeAlone,
  decideProposal,
  proposeClose,
  proposeHold,
  withdrawProposal,
} from './act-on-proposals.ts';
import { taskAdd, taskDone, taskDrop } from './act-on-tasks.ts';
import { type Acted, type Acting, because } from './acting.ts';
import { mustBeThere } from './case-items.ts';
import { type CaseRow, holdCase, lockCase, standingOf } from './case-row.ts';
import { type CaseView, viewOf } from './case-view.ts';
import type { CaseWish } from './case-wish.ts';
import type { CaseDeps } from './deps.ts';
import { mergeInto } from './merge-cases.ts';
import { mustBeWorker, personOf } from './person.ts';
import { refreshFigures } from './refresh-figures.ts';
import { splitOff } from './split-case.ts';
import { auditOf, type Step, writeStep } from './write-step.ts';

/** A case after an act, and the other one that came of it or took all. */
export interface CaseActed {
  readonly view: CaseView;
  readonly other: number | null;
}

/**
 * One act of a named person on a case of their institution; audited in the same transaction. `version` is the one the person
 * saw: of two who act on the same one wins, and the other hears QRG_CASE_VERSION with the version that it has now.
 *
 * Throws QRG_CASE_PERSON, QRG_CASE_UNKNOWN, QRG_CASE_VERSION, QRG_CASE_ROLE, QRG_CASE_STATE, QRG_CASE_TAKEN, and what the act
 * itself throws.
 */
export async function actOnCase(
  deps: CaseDeps,
  principal: Principal,
  caseId: number,
  version: number,
  wish: CaseWish,
): Promise<CaseActed> {
  personOf(principal);
  await lookBefore(deps, principal, wish);
  const at = deps.now();
  const { row, acted } = await deps.store.write(async (trx) => {
    if (wish.kind === 'merge') await holdCase(trx, caseId, wish.into);
    const before = await lockCase(trx, principal, caseId, version);
    orThrow(mayOnCase(standingOf(before), wish.kind, principal));
    const done = await doIt({ deps, trx, principal, row: before, at }, wish);
    return { row: await write(deps, trx, principal, before, { at, wish, done }), acted: done };
  });
  if (wish.kind === 'feedback' && wish.target === 'post' && wish.said === 'confirmed')
    await deps.confirmPost(principal, Number(wish.ref));
  if (acted.isOther === true)
    for (const id of [caseId, ...(acted.other === undefined ? [] : [acted.other])])
      await refreshFigures(deps, id);
  const fresh = acted.isOther === true ? await reread(deps, principal, caseId) : row;
  return { view: await viewOf(deps, fresh), other: acted.other ?? null };
}

const reread = (deps: CaseDeps, principal: Principal, caseId: number): Promise<CaseRow> =>
  deps.store.write((trx) => lockCase(trx, principal, caseId, undefined));

/** What may be asked only as the person reads: whether things are there for them. */
async function lookBefore(deps: CaseDeps, principal: Principal, wish: CaseWish): Promise<void> {
  const scope = scopeOf(principal);
  if (wish.kind === 'add_item') await mustBeThere(deps, scope, wish.items);
  if (wish.kind === 'feedback') await mustBeTold(deps, scope, wish);
  if (wish.kind === 'call' && wish.customer !== undefined)
    await mustBeThere(deps, scope, [{ kind: 'customer', ref: String(wish.customer) }]);
}

async function write(
  deps: CaseDeps,
  trx: Transaction,
  principal: Principal,
  before: CaseRow,
  { at, wish, done }: { readonly at: number; readonly wish: CaseWish; readonly done: Acted },
): Promise<CaseRow> {
  const { state, set, detail, note, isReason, entries = [] } = done;
  const step: Step = {
    ...{ act: wish.kind, at, actor: principal, state, note },
    ...(set && { set }),
    ...(detail && { detail }),
    ...(isReason && { isReason }),
  };
  const after = await writeStep(deps, trx, before, step);
  await deps.audit.appendIn(trx, ...entries, auditOf(after, step));
  return after;
}

async function doIt(acting: Acting, wish: CaseWish): Promise<Acted> {
  switch (wish.kind) {
    case 'take':
      return { state: worked(acting.row), set: { assignee: acting.principal.id } };
    case 'assign':
      return assign(acting, wish);
    case 'return':
      return { ...because(wish.reason), state: 'open', set: { assignee: null } };
    case 'wait':
      return { ...because(wish.reason), state: 'waiting' };
    case 'resume':
      return { ...because(wish.reason), state: 'in_work' };
    case 'note':
      return { note: wish.note };
    case 'call':
      return call(acting, wish);
    case 'add_item':
      return addItem(acting, wish);
    case 'remove_item':
      return removeItem(acting, wish);
    case 'task_add':
      return taskAdd(acting, wish);
    case 'task_done':
      return taskDone(acting, wish);
    case 'task_drop':
      return taskDrop(acting, wish);
    case 'fact_say':
      return factSay(acting, wish);
    case 'fact_withdraw':
      return factWithdraw(acting, wish);
    case 'feedback':
      return feedback(acting, wish);
    case 'propose_hold':
      return proposeHold(acting, wish);
    case 'propose_close':
      return proposeClose(acting, wish);
    case 'decide_proposal':
      return decideProposal(acting, wish);
    case 'withdraw_proposal':
      return withdrawProposal(acting, wish);
    case 'close':
      return closeAlone(acting, wish);
    case 'reopen':
      return reopen(acting, wish);
    case 'merge':
      return mergeInto(acting, wish);
    case 'split':
      return splitOff(acting, wish);
  }
}

/** A case that somebody has is worked on; one that waits goes on waiting. */
const worked = ({ state }: CaseRow) => (state === 'waiting' ? 'waiting' : 'in_work');

/** Whom cases are given to: a liaison hands on and answers, but runs none. */
const MAY_RUN = ['analyst', 'supervisor', 'investigator'];

async function assign(
  { trx, principal, row }: Acting,
  { to, reason }: Extract<CaseWish, { readonly kind: 'assign' }>,
): Promise<Acted> {
  await mustBeWorker(trx, principal, to, MAY_RUN);
  return { ...because(reason), state: worked(row), set: { assignee: to }, detail: { to } };
}

function call(
  { at }: Acting,
  { customer, calledAt, reached, note }: Extract<CaseWish, { readonly kind: 'call' }>,
): Acted {
  if (calledAt > at) throw new QorganError('QRG_CASE_TIME');
  return { note, detail: { customer: customer ?? null, calledAt, reached } };
}

/** The one who had it has it again. */
const reopen = (
  { row }: Acting,
  { reason }: Extract<CaseWish, { readonly kind: 'reopen' }>,
): Acted => ({
  ...because(reason),
  state: row.assignee === null ? 'open' : 'in_work',
  set: { outcome: null, closed_at: null },
  detail: { outcome: row.outcome },
});
