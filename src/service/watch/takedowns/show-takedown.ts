import type { Transaction } from '../../../store/store.ts';
import type { CheckResult } from '../../../store/tables/watch.ts';
import {
  type PossibleTakedownAct,
  possibleTakedownActs,
} from '../../../watch/takedown/takedown-acts.ts';
import type { TakedownState } from '../../../watch/takedown/takedown-state.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import { type CaptureView, findCapture } from './capture-view.ts';
import type { TakedownDeps } from './deps.ts';
import { repostsOf } from './reappearance.ts';
import { findTakedown, isTheirs, type TakedownRow, takedownOf } from './takedown-row.ts';
import { type Actor, checkTime, type TakedownView, viewOf } from './takedown-view.ts';

export interface TakedownEvent {
  readonly at: number;
  /** null: Qorgan saw it by itself. */
  readonly by: Actor | null;
  readonly event: string;
  readonly state: TakedownState;
  /** What the person wrote. */
  readonly note: string;
}

export interface TakedownCheck {
  /** After the request. */
  readonly hours: number;
  readonly dueAt: number;
  readonly doneAt: number | null;
  readonly result: CheckResult | null;
  readonly captureId: number | null;
}

export interface TakedownDetail extends TakedownView {
  readonly capture: CaptureView | null;
  readonly checks: readonly TakedownCheck[];
  readonly events: readonly TakedownEvent[];
  readonly acts: readonly PossibleTakedownAct[];
  /** Posts of the campaign that were found after the removal. */
  readonly reposts: readonly number[];
  /** Later requests that follow it. */
  readonly followedBy: readonly number[];
}

const EVENTS_MOST = 200;
const FOLLOWERS_MOST = 50;

/** A request with all that was done to it, and what this person may do now. Throws QRG_TAKEDOWN_UNKNOWN. */
export function showTakedown(
  { store, book, now }: TakedownDeps,
  principal: Principal,
  takedownId: number,
): Promise<TakedownDetail> {
  return store.read(scopeOf(principal), async (trx) => {
    const row = await findTakedown(trx, takedownId);
    const capture = row.capture_id === null ? undefined : await findCapture(trx, row.capture_id);
    return {
      ...viewOf(book, row, now()),
      capture: capture ?? null,
      checks: await checksOf(trx, row),
      events: await eventsOf({ store }, trx, takedownId),
      acts:
        principal.kind === 'user' && isTheirs(row, principal)
          ? possibleTakedownActs(takedownOf(row), principal)
          : [],
      reposts: await repostsOf(trx, row),
      followedBy: await followersOf(trx, takedownId),
    };
  });
}

async function checksOf(trx: Transaction, row: TakedownRow): Promise<TakedownCheck[]> {
  const rows = await trx
    .selectFrom('takedown_checks')
    .select(['hours', 'done_at', 'result', 'capture_id'])
    .where('takedown_id', '=', row.takedown_id)
    .orderBy('hours')
    .execute();
  return rows.map(({ hours, done_at, result, capture_id }) => ({
    hours,
    dueAt: checkTime(row.requested_at ?? 0, hours),
    doneAt: done_at,
    result,
    captureId: capture_id,
  }));
}

async function eventsOf(
  { store }: Pick<TakedownDeps, 'store'>,
  trx: Transaction,
  takedownId: number,
): Promise<TakedownEvent[]> {
  const rows = await trx
    .selectFrom('takedown_events')
    .selectAll()
    .where('takedown_id', '=', takedownId)
    .orderBy('event_id')
    .limit(EVENTS_MOST)
    .execute();
  return rows.map(({ at, event, state, actor_id, actor, note_sealed }) => ({
    at,
    by: actor_id === 0 ? null : { userId: actor_id, name: actor },
    event,
    state,
    note: store.vault.open(note_sealed).toString(),
  }));
}

async function followersOf(trx: Transaction, takedownId: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('takedowns')
    .select('takedown_id')
    .where('follows', '=', takedownId)
    .orderBy('takedown_id')
    .limit(FOLLOWERS_MOST)
    .execute();
  return rows.map(({ takedown_id }) => takedown_id);
}
