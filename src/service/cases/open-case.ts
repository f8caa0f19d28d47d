import { MAY_OPEN } from '../../domain/case/case-acts.ts';
import type { Tlp } from '../../domain/case/marking.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { CaseTerm } from '../../law/case-terms.ts';
import type { Transaction } from '../../store/store.ts';
import type { CaseSource } from '../../store/tables/cases.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { type AuditActor, SYSTEM } from '../audit/entry.ts';
import { addThings, type CaseThing, mustBeThere } from './case-items.ts';
import { nextNumber } from './case-number.ts';
import { type CaseRow, findCase } from './case-row.ts';
import { addTask, nextDueOf } from './case-tasks.ts';
import { type CaseView, viewOf } from './case-view.ts';
import { keepWords } from './case-words.ts';
import type { CaseDeps } from './deps.ts';
import { personOf } from './person.ts';
import { refreshFigures } from './refresh-figures.ts';
import { auditOf, type Step, writeEvent } from './write-step.ts';

/** Another body asks: who, under which number, what, and by when by law. */
export interface BodyRequest {
  readonly from: string;
  readonly number: string;
  readonly text: string;
  readonly receivedAt: number;
  /** A deadline runs from the receipt. */
  readonly term?: CaseTerm | undefined;
}

/** A case that a person opens. */
export interface OpenWish {
  readonly title: string;
  readonly from: Exclude<CaseSource, 'split'>;
  /** What it is opened from stands first. */
  readonly items: readonly CaseThing[];
  readonly request?: BodyRequest | undefined;
  readonly tlp: Tlp;
  /** Whether the person works on it themselves. */
  readonly assignee: 'me' | 'nobody';
  readonly reason: string;
}

/**
 * Opens a case of the person's institution, audited in the same transaction. Throws QRG_CASE_PERSON, QRG_CASE_ROLE,
 * QRG_CASE_ITEM_UNKNOWN, QRG_CASE_TIME, QRG_LAW_TERM_PERIOD, QRG_LAW_CALENDAR_YEAR.
 */
export async function openCase(
  deps: CaseDeps,
  principal: Principal,
  wish: OpenWish,
): Promise<CaseView> {
  mayOpen(principal);
  await mustBeThere(deps, scopeOf(principal), wish.items);
  const caseId = await deps.store.write((trx) => openCaseIn(deps, trx, principal, wish));
  await refreshFigures(deps, caseId);
  return viewOf(deps, await deps.store.read(scopeOf(principal), (trx) => findCase(trx, caseId)));
}

/**
 * The same as part of what else the caller writes: of a thing that makes one case and no second. Its items are there, and its
 * figures are the caller's to count after the transaction. Returns the case. Throws QRG_CASE_PERSON, QRG_CASE_ROLE,
 * QRG_CASE_TIME, QRG_LAW_TERM_PERIOD, QRG_LAW_CALENDAR_YEAR.
 */
export async function openCaseIn(
  deps: CaseDeps,
  trx: Transaction,
  principal: Principal,
  wish: OpenWish,
): Promise<number> {
  const { id, roles } = mayOpen(principal);
  const at = deps.now();
  if (wish.request !== undefined && wish.request.receivedAt > at)
    throw new QorganError('QRG_CASE_TIME');
  // A liaison hands a request on: the work on it is others'.
  const isTaken = wish.assignee === 'me' && roles.some((role) => role !== 'liaison');
  const row = await insertCase(deps, trx, {
    ...wish,
    institutionId: principal.institutionId,
    openedBy: id,
    assignee: isTaken ? id : null,
    at,
  });
  const step = openStep(wish, principal, at);
  await writeEvent(deps, trx, row, step);
  await deps.audit.appendIn(trx, auditOf(row, step));
  return row.case_id;
}

/** Throws QRG_CASE_PERSON, QRG_CASE_ROLE. */
function mayOpen(principal: Principal) {
  const person = personOf(principal);
  if (!person.roles.some((role) => (MAY_OPEN as readonly string[]).includes(role)))
    throw new QorganError('QRG_CASE_ROLE', { act: 'open' });
  return person;
}

const openStep = (
  { from, items, reason }: Pick<OpenWish, 'from' | 'items' | 'reason'>,
  actor: AuditActor,
  at: number,
): Step => ({
  act: 'open',
  at,
  actor,
  note: reason,
  isReason: true,
  detail: { from, first: items[0] === undefined ? null : `${items[0].kind}:${items[0].ref}` },
});

export interface NewCase extends Pick<OpenWish, 'title' | 'items' | 'request' | 'tlp' | 'reason'> {
  readonly from: CaseSource;
  readonly institutionId: number;
  /** User id; null: Qorgan. */
  readonly openedBy: number | null;
  readonly assignee: number | null;
  readonly splitFrom?: number;
  readonly fromNetwork?: string;
  readonly at: number;
}

/** Writes a new case with what belongs to it, at version 1; its event and the audit are the caller's. */
export async function insertCase(
  deps: Pick<CaseDeps, 'store' | 'law'>,
  trx: Transaction,
  wish: NewCase,
): Promise<CaseRow> {
  const { store, law } = deps;
  const { at, openedBy, request } = wish;
  const first = wish.from === 'network' ? wish.items[0]?.ref : undefined;
  const { case_id } = await trx
    .insertInto('cases')
    .values({
      institution_id: wish.institutionId,
      number: await nextNumber(trx, law, at),
      title_sealed: store.vault.seal(wish.title),
      state: wish.assignee === null ? 'open' : 'in_work',
      opened_at: at,
      opened_by: openedBy,
      opened_from: wish.from,
      request_sealed: request === undefined ? null : store.vault.seal(JSON.stringify(request)),
      assignee: wish.assignee,
      figured_at: at,
      tlp: wish.tlp,
      split_from: wish.splitFrom ?? null,
      from_network: wish.fromNetwork ?? first ?? null,
      updated_at: at,
    })
    .returning('case_id')
    .executeTakeFirstOrThrow();
  const row = await findCase(trx, case_id);
  await keepWords(store.vault, trx, row, wish.title);
  await addThings(deps, trx, row, wish.items, { at, by: openedBy, reason: wish.reason });
  if (request?.term === undefined) return row;
  const title = `${request.from}, № ${request.number}`;
  const task = { title, term: request.term, eventAt: request.receivedAt };
  await addTask(deps, trx, row, task, { at, by: openedBy });
  const due = await nextDueOf(trx, case_id);
  await trx.updateTable('cases').set({ next_due_at: due }).where('case_id', '=', case_id).execute();
  return { ...row, next_due_at: due };
}

/** A network that no case of an institution holds yet becomes one; nobody works on it so far. */
export async function openBySystem(
  deps: CaseDeps,
  trx: Transaction,
  {
    institutionId,
    networkId,
    title,
    reason,
  }: {
    readonly institutionId: number;
    readonly networkId: string;
    readonly title: string;
    readonly reason: string;
  },
): Promise<number> {
  const at = deps.now();
  const items = [{ kind: 'network', ref: networkId }] as const;
  const wish = { title, from: 'network', items, tlp: 'amber', reason } as const;
  const row = await insertCase(deps, trx, {
    ...wish,
    institutionId,
    openedBy: null,
    assignee: null,
    fromNetwork: networkId,
    at,
  });
  const step = openStep(wish, SYSTEM, at);
  await writeEvent(deps, trx, row, step);
  await deps.audit.appendIn(trx, auditOf(row, step));
  return row.case_id;
}
