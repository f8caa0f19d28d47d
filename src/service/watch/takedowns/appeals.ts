import { type Selectable, sql } from 'kysely';
import { type Problem, QorganError } from '../../../domain/errors/catalogue.ts';
import type { Transaction } from '../../../store/store.ts';
import type { WatchTables } from '../../../store/tables/watch.ts';
import type { Vault } from '../../../store/vault.ts';
import { actOnTakedown } from '../../../watch/takedown/takedown-acts.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import { maskedTextOf, openPost } from '../posts/kept-post.ts';
import { dropChecks, mayNow, withdrawing } from './act-on-takedown.ts';
import { captureFacts } from './capture-facts.ts';
import { type CaptureView, capturesOf } from './capture-view.ts';
import type { TakedownDeps } from './deps.ts';
import { personOf } from './person.ts';
import {
  findTakedown,
  isTheirs,
  lockTakedown,
  type TakedownRow,
  takedownOf,
} from './takedown-row.ts';
import { type Actor, actorOf } from './takedown-view.ts';
import { auditOf, type Step, writeStep } from './write-step.ts';

/** What somebody wrote against a request. */
export interface AppealView {
  readonly appealId: number;
  readonly version: number;
  readonly at: number;
  readonly from: string;
  readonly text: string;
  readonly outcome: 'upheld' | 'reversed' | null;
  readonly decidedBy: Actor | null;
  readonly decidedAt: number | null;
  readonly reason: string | null;
}

export interface Appeals {
  readonly items: readonly AppealView[];
  /** What the request is about, which stays to be seen when the page is gone. */
  readonly content: { readonly text: string; readonly captures: readonly CaptureView[] };
  /** Why this person may not decide; null: they may. */
  readonly problem: Problem | null;
}

/** Of one request: more are a sign of something else. */
const APPEALS_MOST = 50;
const CAPTURES_MOST = 50;

/** Appeals of a request with what they are about; the look is audited. Throws QRG_TAKEDOWN_UNKNOWN. */
export async function listAppeals(
  { store, audit }: TakedownDeps,
  principal: Principal,
  takedownId: number,
): Promise<Appeals> {
  const found = await store.read(scopeOf(principal), async (trx) => {
    const row = await findTakedown(trx, takedownId);
    const latest = { before: Number.MAX_SAFE_INTEGER, limit: CAPTURES_MOST };
    return {
      row,
      items: await appealsOf(trx, store.vault, takedownId),
      text: await textOf(trx, store.vault, row.post_id),
      captures: await capturesOf(trx, row.post_id, latest),
    };
  });
  await audit.append({
    actor: principal,
    institutionId: found.row.institution_id ?? undefined,
    action: 'takedown.appeals',
    object: `takedown:${takedownId}`,
  });
  return {
    items: found.items,
    content: { text: found.text, captures: found.captures },
    problem: whyNotDecide(found.row, principal),
  };
}

function whyNotDecide(row: TakedownRow, principal: Principal): Problem | null {
  if (principal.kind !== 'user') return { code: 'QRG_TAKEDOWN_PERSON', args: {} };
  if (!isTheirs(row, principal)) return { code: 'QRG_TAKEDOWN_ROLE', args: { act: 'uphold' } };
  const tried = actOnTakedown(takedownOf(row), 'uphold', principal);
  return tried.ok ? null : tried.problem;
}

async function appealsOf(
  trx: Transaction,
  vault: Vault,
  takedownId: number,
): Promise<AppealView[]> {
  const rows = await trx
    .selectFrom('takedown_appeals')
    .selectAll()
    .where('takedown_id', '=', takedownId)
    .orderBy('appeal_id')
    .limit(APPEALS_MOST)
    .execute();
  return rows.map((row) => appealView(vault, row));
}

function appealView(vault: Vault, row: Selectable<WatchTables['takedown_appeals']>): AppealView {
  const { from, text } = JSON.parse(vault.open(row.sealed).toString()) as AppealLetter;
  return {
    appealId: row.appeal_id,
    version: row.version,
    at: row.at,
    from,
    text,
    outcome: row.outcome,
    decidedBy: actorOf(row.decided_by_id, row.decided_by),
    decidedAt: row.decided_at,
    reason: row.reason,
  };
}

/** What the post says, contacts hidden: the sealed copies hold them whole. */
async function textOf(trx: Transaction, vault: Vault, postId: number): Promise<string> {
  const { sealed } = await trx
    .selectFrom('posts')
    .select('sealed')
    .where('post_id', '=', postId)
    .executeTakeFirstOrThrow();
  return maskedTextOf(openPost(vault, sealed));
}

/** A letter that came. */
export interface AppealLetter {
  readonly from: string;
  readonly text: string;
}

/**
 * Writes an appeal down that somebody sent, whoever they are. Audited, without what it says. Throws QRG_TAKEDOWN_PERSON,
 * QRG_TAKEDOWN_UNKNOWN, QRG_TAKEDOWN_STATE for what was not sent, QRG_TAKEDOWN_ROLE, QRG_TAKEDOWN_APPEALS.
 */
export async function openAppeal(
  deps: TakedownDeps,
  principal: Principal,
  takedownId: number,
  { from, text }: AppealLetter,
): Promise<AppealView> {
  personOf(principal);
  const { store, audit } = deps;
  const at = deps.now();
  return store.write(async (trx) => {
    const row = await lockTakedown(trx, principal, takedownId, undefined);
    const { state } = mayNow(row, 'appeal', principal);
    if (row.appeals >= APPEALS_MOST)
      throw new QorganError('QRG_TAKEDOWN_APPEALS', { most: APPEALS_MOST });
    const appeal = await trx
      .insertInto('takedown_appeals')
      .values({
        takedown_id: takedownId,
        at,
        sealed: store.vault.seal(JSON.stringify({ from, text })),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const note = `appeal:${appeal.appeal_id}`;
    const step: Step = { state, event: 'appeal', at, actor: principal, note };
    await writeStep(deps, trx, row, step);
    await audit.appendIn(trx, auditOf(row, step));
    return appealView(store.vault, appeal);
  });
}

export interface AppealDecision {
  readonly outcome: 'upheld' | 'reversed';
  /** The sealed copy that the person looked at. */
  readonly capture: number;
  readonly reason: string;
}

/**
 * Decides an appeal: somebody who neither drafted nor sent the request, and who names the sealed copy they looked at. A request
 * that was wrong is withdrawn, and the letter that says so is written. Throws QRG_TAKEDOWN_PERSON, QRG_TAKEDOWN_UNKNOWN,
 * QRG_TAKEDOWN_APPEAL_UNKNOWN, QRG_TAKEDOWN_VERSION, QRG_TAKEDOWN_APPEAL_DECIDED, QRG_TAKEDOWN_SAME_PERSON, QRG_TAKEDOWN_ROLE,
 * QRG_TAKEDOWN_STATE, QRG_TAKEDOWN_CAPTURE.
 */
export async function decideAppeal(
  deps: TakedownDeps,
  principal: Principal,
  ids: { readonly takedownId: number; readonly appealId: number },
  version: number,
  { outcome, capture, reason }: AppealDecision,
): Promise<AppealView> {
  personOf(principal);
  const { store, audit } = deps;
  const at = deps.now();
  return store.write(async (trx) => {
    const row = await lockTakedown(trx, principal, ids.takedownId, undefined);
    await demandAppeal(trx, ids, version);
    const event = outcome === 'upheld' ? 'uphold' : 'reverse';
    const { state } = mayNow(row, event, principal);
    await captureFacts(trx, row.post_id, capture);
    const changes =
      outcome === 'upheld' ? {} : (await withdrawing(deps, trx, principal, row, 'reversed')).set;
    const step: Step = { state, event, at, actor: principal, note: reason, set: changes };
    await writeStep(deps, trx, row, step);
    if (outcome === 'reversed') await dropChecks(trx, ids.takedownId);
    const decided = await trx
      .updateTable('takedown_appeals')
      .set({
        outcome,
        decided_by_id: principal.id,
        decided_by: principal.name,
        decided_at: at,
        reason,
        version: sql`version + 1`,
      })
      .where('appeal_id', '=', ids.appealId)
      .returningAll()
      .executeTakeFirstOrThrow();
    await audit.appendIn(trx, auditOf(row, step, { appeal: ids.appealId, capture }));
    return appealView(store.vault, decided);
  });
}

async function demandAppeal(
  trx: Transaction,
  { takedownId, appealId }: { readonly takedownId: number; readonly appealId: number },
  version: number,
): Promise<void> {
  const row = await trx
    .selectFrom('takedown_appeals')
    .select(['version', 'outcome'])
    .where('appeal_id', '=', appealId)
    .where('takedown_id', '=', takedownId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_TAKEDOWN_APPEAL_UNKNOWN');
  if (row.version !== version) throw new QorganError('QRG_TAKEDOWN_VERSION');
  if (row.outcome !== null) throw new QorganError('QRG_TAKEDOWN_APPEAL_DECIDED');
}
