import { join } from 'node:path';
import { SYSTEM } from '../audit/entry.ts';
import { listCentreBase } from './centre-lists.ts';
import type { AntifraudChannel } from './channel.ts';
import type { AntifraudDeps, Whose } from './deps.ts';
import { openFolderChannel } from './folder-channel.ts';
import { sendNotices } from './send-notices.ts';
import { takeMessage } from './take-message.ts';

export interface AntifraudTicked {
  readonly sent: number;
  readonly answered: number;
  readonly received: number;
  readonly rejected: number;
}

/** Of one institution in one go; the next tick goes on. */
const BATCH_MOST = 100;

/**
 * Carries notices of holds and of their ends to the anti-fraud centre from the outbox of holds into the folder, and messages of
 * the centre from the folder to the packages that came in. A notice is marked as taken once its file is on disk; a crash between the two writes the same id again,
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
    total.sent += await sendNotices(deps, channel, whose, BATCH_MOST);
    total.answered += await takeAnswers(deps, channel, whose);
    const { received, rejected } = await takeMessages(deps, channel, whose);
    total.received += received;
    total.rejected += rejected;
  }
  return total;
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
