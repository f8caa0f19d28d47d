import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Localized } from '../../domain/language.ts';
import { type ProtectedPart, protectedPart, servicesLeft } from '../../law/client-rights.ts';
import { regimesOf } from '../../law/hold-deadlines.ts';
import type { Provision } from '../../law/terms.ts';
import type { Transaction } from '../../store/store.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { noticeTexts } from './consequences.ts';
import type { HoldDeps } from './deps.ts';
import { readHold, type StoredHold } from './hold-row.ts';
import { type HoldView, viewOf } from './hold-view.ts';

export interface HoldEvent {
  readonly version: number;
  readonly at: number;
  /** Null: the passing of time, or the decision that proposed the hold. */
  readonly actorId: number | null;
  readonly actorName: string | null;
  readonly act: string;
  readonly state: string;
  readonly detail: unknown;
  /** What the person wrote. */
  readonly note: string | null;
}

export interface HoldDetail extends HoldView {
  readonly events: readonly HoldEvent[];
  /** Provisions behind the grounds, in words; `verified` says whether a person compared them with the text. */
  readonly provisions: readonly Provision[];
  /** The payee stands in the base of events now: who releases pays (25-1(7)). */
  readonly refundDuty: boolean;
  /** What of the sum is income that the hold leaves to the client. */
  readonly kept: ProtectedPart;
  readonly services: readonly { readonly id: string; readonly text: Localized }[];
  /** What the client is told of the hold. */
  readonly notice: ReturnType<typeof noticeTexts>;
}

/** A hold has no more events than this many shown; more are a sign of something else. */
const EVENTS_MOST = 200;

/**
 * A hold with all that was done to it and what people wrote. The look is audited: explanations of a client are personal.
 * Throws QRG_HOLD_UNKNOWN for one that the reader may not see.
 */
export async function showHold(
  deps: HoldDeps,
  principal: Principal,
  holdId: number,
): Promise<HoldDetail> {
  const { law, store } = deps;
  const { stored, events, refundDuty } = await store.read(scopeOf(principal), async (trx) => {
    const found = await findHold(trx, holdId);
    return {
      stored: found,
      events: await eventsOf(deps, trx, holdId),
      refundDuty: await deps.payeeInEvents(trx, {
        institutionId: found.institutionId,
        accountNo: found.payeeNo,
      }),
    };
  });
  await deps.audit.append({
    actor: principal,
    institutionId: stored.institutionId,
    action: 'hold.look',
    object: `hold:${holdId}`,
  });
  const { hold } = stored;
  const regimes = regimesOf(law, hold);
  return {
    ...viewOf(law, stored),
    events,
    refundDuty,
    provisions: [...new Set(hold.grounds.map(({ provision }) => provision))].flatMap(
      (id) => law.provisions.get(id) ?? [],
    ),
    kept: keptOf(deps, stored),
    services: servicesLeft(law, regimes).map(({ id, text }) => ({ id, text })),
    notice: noticeTexts(law, stored, hold, 'placed'),
  };
}

async function findHold(trx: Transaction, holdId: number): Promise<StoredHold> {
  const row = await trx
    .selectFrom('holds')
    .selectAll()
    .where('hold_id', '=', holdId)
    .executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_HOLD_UNKNOWN');
  return readHold(row);
}

async function eventsOf(
  { store }: HoldDeps,
  trx: Transaction,
  holdId: number,
): Promise<HoldEvent[]> {
  const rows = await trx
    .selectFrom('hold_events')
    .leftJoin('users', 'users.user_id', 'hold_events.actor_id')
    .select(['hold_events.version', 'hold_events.at', 'hold_events.actor_id', 'users.name'])
    .select(['hold_events.act', 'hold_events.state', 'hold_events.detail'])
    .select('hold_events.note_sealed')
    .where('hold_events.hold_id', '=', holdId)
    .orderBy('hold_events.version')
    .limit(EVENTS_MOST)
    .execute();
  return rows.map((row) => ({
    version: row.version,
    at: row.at,
    actorId: row.actor_id,
    actorName: row.name,
    act: row.act,
    state: row.state,
    detail: row.detail,
    note: row.note_sealed === null ? null : store.vault.open(row.note_sealed).toString('utf8'),
  }));
}

const NOTHING_KEPT: ProtectedPart = { minor: 0, rules: [], asked: false };

function keptOf({ law, now }: HoldDeps, { incoming, amountMinor, purpose, hold }: StoredHold) {
  if (!incoming) return NOTHING_KEPT;
  const money = { at: now(), amountMinor, purpose };
  const household = { members: 1, keptThisMonthMinor: 0 };
  const part = protectedPart(law, regimesOf(law, hold), money, household);
  return part.ok ? part.value : NOTHING_KEPT;
}
