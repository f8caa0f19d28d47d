import { QorganError } from '../../domain/errors/catalogue.ts';
import type { OutboxKind } from '../../store/tables/holds.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { cursorText, type Page, pageOf } from '../cursor.ts';
import type { HoldDeps } from './deps.ts';
import { placeOf } from './list-holds.ts';

/**
 * Something for the bank's own systems: to execute or cancel a payment, to tell the client, to notify the centre. Qorgan
 * speaks no protocol of the centre or of the Agency, which are not public: it says what has to be sent.
 */
export interface OutboxItem {
  readonly outboxId: number;
  readonly holdId: number;
  readonly kind: OutboxKind;
  readonly createdAt: number;
  readonly body: unknown;
}

const LIMIT_MOST = 100;

/** Tasks of the institution that nobody has taken yet, oldest first. */
export async function listOutbox(
  { store }: HoldDeps,
  principal: Principal,
  query: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Page<OutboxItem>> {
  const limit = Math.min(Math.max(1, query.limit), LIMIT_MOST);
  const after = placeOf('hold-outbox', query.cursor) ?? 0;
  return store.read(scopeOf(principal), async (trx) => {
    const rows = await trx
      .selectFrom('hold_outbox')
      .selectAll()
      .where('institution_id', '=', principal.institutionId)
      .where('taken_at', 'is', null)
      .where('outbox_id', '>', after)
      .orderBy('outbox_id')
      .limit(limit + 1)
      .execute();
    return pageOf(
      rows,
      limit,
      (row) => ({
        outboxId: row.outbox_id,
        holdId: row.hold_id,
        kind: row.kind,
        createdAt: row.created_at,
        body: JSON.parse(store.vault.open(row.sealed).toString('utf8')) as unknown,
      }),
      (last) => cursorText('hold-outbox', [last.outbox_id]),
    );
  });
}

/**
 * Says that a task was done. A repeat is fine: it changes nothing. Throws QRG_HOLD_TASK for one that the institution does not
 * have.
 */
export async function takeOutbox(
  deps: HoldDeps,
  principal: Principal,
  outboxId: number,
): Promise<void> {
  await deps.store.write(async (trx) => {
    const row = await trx
      .selectFrom('hold_outbox')
      .select(['hold_id', 'kind', 'taken_at'])
      .where('outbox_id', '=', outboxId)
      .where('institution_id', '=', principal.institutionId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new QorganError('QRG_HOLD_TASK');
    if (row.taken_at !== null) return;
    await trx
      .updateTable('hold_outbox')
      .set({ taken_at: deps.now(), taken_by: principal.name })
      .where('outbox_id', '=', outboxId)
      .execute();
    await deps.audit.appendIn(trx, {
      actor: principal,
      action: 'hold.task-done',
      object: `hold:${row.hold_id}`,
      detail: { kind: row.kind, outboxId },
    });
  });
}
