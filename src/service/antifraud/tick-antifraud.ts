import { join } from 'node:path';
import { messageOf } from '../../domain/errors/catalogue.ts';
import type { AntifraudSide } from '../../exchange/antifraud/message.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Audit } from '../audit/audit.ts';
import { SYSTEM } from '../audit/entry.ts';
import { ownAccountRows } from '../cases/load-case-file/case-accounts.ts';
import { openCustomers } from '../cases/load-case-file/case-parties.ts';
import { readHold } from '../holds/hold-row.ts';
import type { Lists } from '../lists/lists.ts';
import { listCentreBase } from './centre-lists.ts';
import type { AntifraudChannel } from './channel.ts';
import { openFolderChannel } from './folder-channel.ts';
import { holdMessage } from './hold-message.ts';
import { takeMessage } from './take-message.ts';

export interface AntifraudDeps {
  readonly store: Store;
  readonly audit: Audit;
  /** Entries that the centre tells of become versions of these. */
  readonly lists: Lists;
  readonly now: () => number;
  /** What accounts are called. */
  readonly names: { accountName(account: number): string | undefined };
  /** The setting `antifraudFolder`: a folder of each institution, by its code, lies in it. */
  readonly folder: string;
  /** Told of what a person has to look at: a hold that no message can tell, a file that is no message. */
  readonly trouble: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

export interface AntifraudTicked {
  readonly sent: number;
  readonly answered: number;
  readonly received: number;
  readonly rejected: number;
}

/** Of one institution in one go; the next tick goes on. */
const BATCH_MOST = 100;
const TAKEN_BY = 'antifraud-folder';

/**
 * Carries notices to the anti-fraud centre from the outbox of holds into the folder, and messages of the centre from the folder to
 * the packages that came in. A notice is marked as taken once its file is on disk; a crash between the two writes the same id again,
 * which does nothing. Call it every some seconds; two processes at once share the work.
 */
export async function tickAntifraud(deps: AntifraudDeps): Promise<AntifraudTicked> {
  const institutions = await deps.store.db
    .selectFrom('institutions')
    .select(['institution_id', 'code', 'name'])
    .orderBy('institution_id')
    .execute();
  const total = { sent: 0, answered: 0, received: 0, rejected: 0 };
  for (const { institution_id: institutionId, code, name } of institutions) {
    const channel = await openFolderChannel(join(deps.folder, code), deps.now);
    const whose: Whose = { institutionId, code, name };
    total.sent += await sendNotices(deps, channel, whose);
    total.answered += await takeAnswers(deps, channel, whose);
    const { received, rejected } = await takeMessages(deps, channel, whose);
    total.received += received;
    total.rejected += rejected;
  }
  return total;
}

interface Whose {
  readonly institutionId: number;
  readonly code: string;
  readonly name: string;
}

function sendNotices(
  deps: AntifraudDeps,
  channel: AntifraudChannel,
  whose: Whose,
): Promise<number> {
  return deps.store.write(async (trx) => {
    const rows = await trx
      .selectFrom('hold_outbox')
      .select(['outbox_id', 'hold_id', 'created_at'])
      .where('institution_id', '=', whose.institutionId)
      .where('kind', '=', 'centre_notice')
      .where('taken_at', 'is', null)
      .orderBy('outbox_id')
      .limit(BATCH_MOST)
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
  row: { readonly outbox_id: number; readonly hold_id: number; readonly created_at: number },
): Promise<boolean> {
  const matter = await matterOf(deps, trx, whose, row);
  const message = holdMessage(matter);
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

async function matterOf(
  deps: AntifraudDeps,
  trx: Transaction,
  { code, name }: Whose,
  row: { readonly outbox_id: number; readonly hold_id: number; readonly created_at: number },
) {
  const hold = await trx
    .selectFrom('holds')
    .selectAll()
    .where('hold_id', '=', row.hold_id)
    .executeTakeFirstOrThrow();
  const stored = readHold(hold);
  const transfer = await trx
    .selectFrom('transfers')
    .select(['transfer_id', 'at', 'payer', 'payee'])
    .where('seq', '=', stored.transferSeq)
    .executeTakeFirst();
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

async function takeAnswers(
  deps: AntifraudDeps,
  channel: AntifraudChannel,
  { institutionId }: Whose,
): Promise<number> {
  const answers = await channel.answers(BATCH_MOST);
  for (const { id, status, reason } of answers)
    await deps.audit.append({
      actor: SYSTEM,
      institutionId,
      action: 'antifraud.answer',
      object: `message:${id}`,
      detail: { status, ...(reason !== undefined && { reason: reason.slice(0, 500) }) },
    });
  return answers.length;
}

/**
 * What came is kept and written down, and entries of bases become a version of a list; the centre is told that a message came
 * once all of that is on disk. What a crash leaves out comes again.
 */
async function takeMessages(
  deps: AntifraudDeps,
  channel: AntifraudChannel,
  { institutionId }: Whose,
): Promise<{ readonly received: number; readonly rejected: number }> {
  const { messages, rejected } = await channel.receive(BATCH_MOST);
  for (const { name, why } of rejected)
    deps.trouble('a file of the anti-fraud folder is no message', { name, why });
  for (const message of messages) await takeMessage(deps, institutionId, message);
  const bases = messages.flatMap((one) => (one.kind === 'list_entry' ? [one.body.base] : []));
  for (const base of new Set(bases)) await listCentreBase(deps, institutionId, base);
  for (const { id } of messages) await channel.acknowledge(id);
  return { received: messages.length, rejected: rejected.length };
}
