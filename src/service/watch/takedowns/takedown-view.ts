import type { Language } from '../../../domain/language.ts';
import type { PostLabel } from '../../../domain/post.ts';
import type {
  TakedownBook,
  TakedownChannel,
  TakedownGround,
} from '../../../watch/takedown/takedown-book.ts';
import { awaitsAnswer, type TakedownState } from '../../../watch/takedown/takedown-state.ts';
import { termEnd } from '../../../watch/takedown/terms.ts';
import type { TakedownRow } from './takedown-row.ts';

/** Who did something, as it was written down then. */
export interface Actor {
  readonly userId: number;
  readonly name: string;
}

/** A request as a person works with it. */
export interface TakedownView {
  readonly takedownId: number;
  readonly version: number;
  readonly post: {
    readonly postId: number;
    readonly url: string | null;
    readonly label: PostLabel;
    readonly goneAt: number | null;
  };
  readonly campaignId: number | null;
  readonly follows: number | null;
  readonly channel: string;
  readonly addressee: string;
  readonly language: Language;
  readonly ground: string;
  readonly state: TakedownState;
  readonly captureId: number | null;
  readonly foundAt: number;
  readonly createdAt: number;
  readonly draftedBy: Actor;
  readonly approvedBy: Actor | null;
  readonly requestedAt: number | null;
  readonly requestNumber: string | null;
  readonly answeredAt: number | null;
  readonly removedAt: number | null;
  readonly wasWrong: boolean;
  /** Null: nobody owes an answer. */
  readonly answerDueAt: number | null;
  /** When the page is looked at again. */
  readonly nextCheckAt: number | null;
  readonly overdue: boolean;
  readonly appeal: 'none' | 'waits' | 'decided';
}

const HOUR_MS = 3_600_000;
/** A look at a page that is an hour late is not going to happen by itself. */
export const CHECK_LATE_MS = HOUR_MS;

export function viewOf(book: TakedownBook, row: TakedownRow, now: number): TakedownView {
  const { requested_at: requestedAt } = row;
  const answerDueAt = dueOf(book, row);
  const nextCheckAt =
    requestedAt === null || row.next_check === null ? null : checkTime(requestedAt, row.next_check);
  return {
    takedownId: row.takedown_id,
    version: row.version,
    post: {
      postId: row.post_id,
      url: row.url,
      label: row.post_label,
      goneAt: row.post_gone_at,
    },
    campaignId: row.post_campaign,
    follows: row.follows,
    channel: row.channel,
    addressee: row.addressee,
    language: row.language as Language,
    ground: row.ground,
    state: row.state,
    captureId: row.capture_id,
    foundAt: row.found_at,
    createdAt: row.created_at,
    draftedBy: { userId: row.drafted_by_id, name: row.drafted_by },
    approvedBy: actorOf(row.approved_by_id, row.approved_by),
    requestedAt,
    requestNumber: row.request_number,
    answeredAt: row.answered_at,
    removedAt: row.removed_at,
    wasWrong: row.was_wrong,
    answerDueAt,
    nextCheckAt,
    overdue:
      (answerDueAt !== null && answerDueAt <= now) ||
      (nextCheckAt !== null && nextCheckAt + CHECK_LATE_MS <= now),
    appeal: row.appeals === 0 ? 'none' : row.open_appeals > 0 ? 'waits' : 'decided',
  };
}

/** Moment of a look at the page; `due_at` moves while somebody looks. */
export const checkTime = (requestedAt: number, hours: number): number =>
  requestedAt + hours * HOUR_MS;

export const actorOf = (userId: number | null, name: string | null): Actor | null =>
  userId === null || name === null ? null : { userId, name };

function dueOf(book: TakedownBook, { state, channel, requested_at: at }: TakedownRow) {
  const term = book.terms.get(book.channels.get(channel)?.answer ?? '');
  return term === undefined || at === null || !awaitsAnswer(state) ? null : termEnd(term, at);
}

/** A channel of the book; one that left it since is shown by its id and asks for nothing. */
export const channelTitle = (book: TakedownBook, id: string, language: Language): string =>
  book.channels.get(id)?.title[language] ?? id;

/** Grounds of a channel that fit a post, the fittest first. */
export const groundsFor = (
  book: TakedownBook,
  channel: TakedownChannel,
  label: PostLabel,
): TakedownGround[] =>
  channel.grounds
    .flatMap((id) => book.grounds.get(id) ?? [])
    .filter(({ labels }) => (labels as readonly string[]).includes(label));
