import { LANGUAGES } from '../../domain/language.ts';
import { type Hold, type HoldActionKind, isOpen, type ReleaseBasis } from '../../law/hold-state.ts';
import type { Law } from '../../law/law.ts';
import { noticeFor, tellOf } from '../../law/notice.ts';
import type { NoticeEvent } from '../../law/notice-book.ts';
import type { OutboxKind } from '../../store/tables/holds.ts';
import type { StoredHold } from './hold-row.ts';

/** One thing that the bank's own systems have to do. */
export interface Task {
  readonly kind: OutboxKind;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What an act tells the client, and what it orders. Acts that are not here have no outside consequence. */
const NOTICES: Partial<Record<HoldActionKind, NoticeEvent>> = {
  place: 'placed',
  ask: 'asked',
  refuse: 'refused',
  return_money: 'returned',
};
const ORDERS: Partial<Record<HoldActionKind, OutboxKind>> = {
  notify_centre: 'centre_notice',
  report_afm: 'afm_message',
  refuse: 'refuse',
  return_money: 'return_money',
};

/** Tasks that follow from an act of a person, or (`act` = null) from the passing of time. */
export function tasksOf(
  law: Law,
  stored: StoredHold,
  before: Hold,
  after: Hold,
  act: HoldActionKind | null,
  /** Of a release. */
  basis: ReleaseBasis | null = null,
): Task[] {
  const tasks: Task[] = [];
  const notice = act === null ? undefined : NOTICES[act];
  const order = act === null ? undefined : ORDERS[act];
  if (notice !== undefined) tasks.push(clientNotice(law, stored, after, notice));
  if (order !== undefined) tasks.push({ kind: order, body: factsOf(stored, after) });
  if (after.state === before.state) return tasks;
  if (after.state === 'blocked_until_explanations')
    tasks.push(clientNotice(law, stored, after, 'blocked'));
  if (after.state === 'expired') tasks.push({ kind: 'must_release', body: factsOf(stored, after) });
  if (after.state === 'released')
    tasks.push(
      { kind: 'release', body: factsOf(stored, after) },
      clientNotice(law, stored, after, 'released'),
    );
  const ended = after.state === 'returned' ? 'returned_to_payer' : basis;
  if (ended !== null && !isOpen(after.state) && after.course.notifiedAt !== null)
    tasks.push({ kind: 'centre_release', body: { ...factsOf(stored, after), basis: ended } });
  return tasks;
}

function clientNotice(law: Law, stored: StoredHold, hold: Hold, event: NoticeEvent): Task {
  return {
    kind: 'client_notice',
    body: {
      ...whoseOf(stored),
      event,
      tell: tellOf(hold),
      ...noticeTexts(law, stored, hold, event),
    },
  };
}

/** A notice in every language; where it cannot be made, the code of why. */
export function noticeTexts(law: Law, stored: StoredHold, hold: Hold, event: NoticeEvent) {
  const money = { amountMinor: stored.amountMinor, currency: stored.currency };
  const texts: Record<string, string> = {};
  for (const language of LANGUAGES) {
    const text = noticeFor(law, hold, event, money, language);
    if (!text.ok) return { problem: text.problem.code };
    texts[language] = text.value;
  }
  return { texts };
}

const whoseOf = ({ transferSeq, accountNo }: StoredHold) => ({ transferSeq, accountNo });

/** What a system outside needs to do its part; a notice to the centre puts the client into its base of attempts too (25-1(3-1)(6)). */
const factsOf = (stored: StoredHold, hold: Hold) => ({
  ...whoseOf(stored),
  payeeNo: stored.payeeNo,
  amountMinor: stored.amountMinor,
  heldMinor: stored.heldMinor,
  currency: stored.currency,
  incoming: stored.incoming,
  grounds: hold.grounds,
  suspendedAt: hold.course.suspendedAt,
  overdueSince: hold.overdueSince,
});
