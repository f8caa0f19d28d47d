import { messageOf } from '../../domain/errors/catalogue.ts';
import type { AntifraudSide } from '../../exchange/antifraud/message.ts';
import type { Transaction } from '../../store/store.ts';
import { SYSTEM } from '../audit/entry.ts';
import { ownAccountRows } from '../cases/load-case-file/case-accounts.ts';
import { openCustomers } from '../cases/load-case-file/case-parties.ts';
import { readHold } from '../holds/hold-row.ts';
import type { AntifraudChannel } from './channel.ts';
import type { AntifraudDeps, Whose } from './deps.ts';
import { type HoldMatter, holdMessage } from './hold-message.ts';
import { type ReleaseMatter, releaseMessage } from './release-message.ts';

const TAKEN_BY = 'antifraud-folder';

/** A task of the outbox that the centre is told of. */
interface TaskRow {
  readonly outbox_id: number;
  readonly hold_id: number;
  readonly kind: string;
  readonly created_at: number;
  readonly sealed: Buffer;
}

/** Sends what waits of holds and of their ends, at most `most` of it. Returns how much went. */
export function sendNotices(
  deps: AntifraudDeps,
  channel: AntifraudChannel,
  whose: Whose,
  most: number,
): Promise<number> {
  return deps.store.write(async (trx) => {
    const rows = await trx
      .selectFrom('hold_outbox')
      .select(['outbox_id', 'hold_id', 'kind', 'created_at', 'sealed'])
      .where('institution_id', '=', whose.institutionId)
      .where('kind', 'in', ['centre_notice', 'centre_release'])
      .where('taken_at', 'is', null)
      .orderBy('outbox_id')
      .limit(most)
      .forUpdate()
      .skipLocked()
      .execute();
    let sent = 0;
    for (const row of rows) if (await sendNotice(deps, trx, channel, whose, row)) sent++;
    return sent;
  });
}

async function sendNotice(
  deps: AntifraudDeps,
  trx: Transaction,
  channel: AntifraudChannel,
  whose: Whose,
  row: TaskRow,
): Promise<boolean> {
  const hold = await holdOf(trx, row.hold_id);
  const message =
    row.kind === 'centre_notice'
      ? holdMessage(await matterOf(deps, trx, whose, row, hold))
      : releaseMessage(await endOf(deps, trx, whose, row, hold));
  if (!message.ok) {
    // It stays in the outbox, where the bank's people see it.
    deps.trouble('hold cannot be told to the centre', {
      hold: row.hold_id,
      why: messageOf(message.problem, 'en'),
    });
    return false;
  }
  await channel.send(message.value);
  await trx
    .updateTable('hold_outbox')
    .set({ taken_at: deps.now(), taken_by: TAKEN_BY })
    .where('outbox_id', '=', row.outbox_id)
    .execute();
  await deps.audit.appendIn(trx, {
    actor: SYSTEM,
    institutionId: whose.institutionId,
    action: 'antifraud.send',
    object: `hold:${row.hold_id}`,
    detail: { message: message.value.id, kind: message.value.kind },
  });
  return true;
}

/** A hold and its transfer, as far as the store still has it. */
async function holdOf(trx: Transaction, holdId: number) {
  const hold = await trx
    .selectFrom('holds')
    .selectAll()
    .where('hold_id', '=', holdId)
    .executeTakeFirstOrThrow();
  const stored = readHold(hold);
  const transfer = await trx
    .selectFrom('transfers')
    .select(['transfer_id', 'at', 'payer', 'payee'])
    .where('seq', '=', stored.transferSeq)
    .executeTakeFirst();
  return { stored, transfer };
}
type FoundHold = Awaited<ReturnType<typeof holdOf>>;

async function matterOf(
  deps: AntifraudDeps,
  trx: Transaction,
  { code, name }: Whose,
  row: TaskRow,
  { stored, transfer }: FoundHold,
): Promise<HoldMatter> {
  const payer = transfer?.payer ?? stored.accountNo;
  const payee = transfer?.payee ?? stored.payeeNo;
  const sides = await sidesOf(deps, trx, stored.institutionId, [payer, payee]);
  return {
    outboxId: row.outbox_id,
    createdAt: row.created_at,
    stored,
    institution: { code, name },
    transfer: transfer === undefined ? null : { id: transfer.transfer_id, at: transfer.at },
    payer: sides.get(payer) ?? null,
    payee: sides.get(payee) ?? null,
  };
}

async function endOf(
  { store: { vault } }: AntifraudDeps,
  trx: Transaction,
  { code, name }: Whose,
  row: TaskRow,
  { stored, transfer }: FoundHold,
): Promise<ReleaseMatter> {
  const notice = await trx
    .selectFrom('hold_outbox')
    .select('outbox_id')
    .where('hold_id', '=', row.hold_id)
    .where('kind', '=', 'centre_notice')
    .where('taken_by', '=', TAKEN_BY)
    .orderBy('outbox_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { basis } = JSON.parse(vault.open(row.sealed).toString()) as Pick<ReleaseMatter, 'basis'>;
  return {
    outboxId: row.outbox_id,
    releasedAt: row.created_at,
    basis,
    noticeId: notice?.outbox_id ?? null,
    stored,
    institution: { code, name },
    transfer: transfer === undefined ? null : { id: transfer.transfer_id, at: transfer.at },
  };
}

/** An account by its name, with what its own bank knows of its client and no other's. */
async function sidesOf(
  { store, names }: AntifraudDeps,
  trx: Transaction,
  institutionId: number,
  accounts: readonly number[],
): Promise<ReadonlyMap<number, AntifraudSide>> {
  const rows = await ownAccountRows(trx, accounts);
  const own = [...rows.values()].filter((row) => row.institution_id === institutionId);
  const ids = own.flatMap(({ customer_id }) => (customer_id === null ? [] : [customer_id]));
  const customers = await openCustomers(trx, store, ids);
  const sides = new Map<number, AntifraudSide>();
  for (const account of accounts) {
    const told = names.accountName(account);
    if (told === undefined || told === '') continue;
    const customerId = own.find(({ account_no }) => account_no === account)?.customer_id ?? null;
    const kept = customerId === null ? undefined : customers.get(customerId)?.kept;
    const iin = kept?.identifiers.find(({ kind }) => kind === 'iin')?.value;
    const bin = kept?.identifiers.find(({ kind }) => kind === 'bin')?.value;
    sides.set(account, {
      identifiers: {
        account: told.slice(0, 200),
        ...(iin !== undefined && { iin }),
        ...(bin !== undefined && { bin }),
      },
      ...(kept !== undefined && kept.name !== '' && { name: kept.name.slice(0, 200) }),
    });
  }
  return sides;
}
