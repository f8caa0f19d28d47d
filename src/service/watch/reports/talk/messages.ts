import { QorganError } from '../../../../domain/errors/catalogue.ts';
import type { Transaction } from '../../../../store/store.ts';
import type { Vault } from '../../../../store/vault.ts';

/** Of one report: questions of people here, and words of the one who told. */
const QUESTIONS_MOST = 10;
export const ANSWERS_MOST = 20;

export interface TalkMessage {
  readonly at: number;
  /** Name of whoever asked; null: the one who told. */
  readonly by: string | null;
  readonly text: string;
}

/** What was said of a report since it came, in order. */
export async function messagesOf(
  trx: Transaction,
  vault: Vault,
  reportId: number,
): Promise<TalkMessage[]> {
  const rows = await trx
    .selectFrom('report_messages')
    .select(['at', 'actor', 'sealed'])
    .where('report_id', '=', reportId)
    .orderBy('message_id')
    .limit(QUESTIONS_MOST + ANSWERS_MOST)
    .execute();
  return rows.map(({ at, actor, sealed }) => ({
    at,
    by: actor,
    text: vault.open(sealed).toString(),
  }));
}

/** Throws QRG_REPORT_TALK_FULL when one side has said all it may; the report's row is locked by the caller. */
export async function roomForMessage(
  trx: Transaction,
  reportId: number,
  side: 'reader' | 'reporter',
): Promise<void> {
  const { said } = await trx
    .selectFrom('report_messages')
    .select(({ fn }) => fn.countAll<number>().as('said'))
    .where('report_id', '=', reportId)
    .where('actor', side === 'reader' ? 'is not' : 'is', null)
    .executeTakeFirstOrThrow();
  const most = side === 'reader' ? QUESTIONS_MOST : ANSWERS_MOST;
  if (Number(said) >= most) throw new QorganError('QRG_REPORT_TALK_FULL', { most });
}
