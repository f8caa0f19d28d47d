import { type Problem, QorganError } from '../../../domain/errors/catalogue.ts';
import type { Language } from '../../../domain/language.ts';
import type { Transaction } from '../../../store/store.ts';
import { addresseeOf, hostOf, hostTitle } from '../../../watch/takedown/host.ts';
import type { TakedownChannel } from '../../../watch/takedown/takedown-book.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import type { TakedownDeps } from './deps.ts';
import { postToTakeDown } from './post-to-take-down.ts';
import { groundsFor } from './takedown-view.ts';

/** One way to ask that the page of a post be removed. */
export interface TakedownOption {
  readonly channel: TakedownChannel;
  /** It fits where the page is. */
  readonly suggested: boolean;
  readonly addressee: string;
  /** Ids of grounds that fit the post, the fittest first. */
  readonly grounds: readonly string[];
  /** A request by this way that stands. */
  readonly open: number | null;
}

export interface TakedownOptions {
  /** Where the page is, in words. */
  readonly host: string | null;
  /** Why no request can be drafted. */
  readonly problem: Problem | null;
  /** Those that fit first, in their order. */
  readonly options: readonly TakedownOption[];
}

/** Ways to ask for one post, in the language asked. Throws QRG_WATCH_POST_UNKNOWN. */
export function optionsForPost(
  { store, book }: Pick<TakedownDeps, 'store' | 'book'>,
  principal: Principal,
  postId: number,
  language: Language,
): Promise<TakedownOptions> {
  return store.read(scopeOf(principal), async (trx) => {
    const { url, label } = await seenPost(trx, postId);
    const problem = await whyNot(trx, principal, postId);
    const of = url === null ? null : hostOf(book, url);
    if (of === null) return { host: null, problem, options: [] };
    const open = await standing(trx, postId);
    const rest = [...book.channels.keys()].filter((id) => !of.channels.includes(id));
    const options = [...of.channels, ...rest].map((id): TakedownOption => {
      const channel = book.channels.get(id)!;
      return {
        channel,
        suggested: of.channels.includes(id),
        addressee: addresseeOf(book, channel, of, language),
        grounds: groundsFor(book, channel, label).map((ground) => ground.id),
        open: open.get(id) ?? null,
      };
    });
    return { host: hostTitle(book, of, language), problem, options };
  });
}

async function seenPost(trx: Transaction, postId: number) {
  const row = await trx
    .selectFrom('posts')
    .select(['url', 'said_label', 'label'])
    .where('post_id', '=', postId)
    .executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_WATCH_POST_UNKNOWN', { post: postId });
  return { url: row.url, label: row.said_label ?? row.label };
}

async function whyNot(
  trx: Transaction,
  principal: Principal,
  postId: number,
): Promise<Problem | null> {
  try {
    await postToTakeDown(trx, principal, postId);
    return null;
  } catch (error) {
    if (error instanceof QorganError) return error.problem;
    throw error;
  }
}

async function standing(trx: Transaction, postId: number): Promise<ReadonlyMap<string, number>> {
  const rows = await trx
    .selectFrom('takedowns')
    .select(['channel', 'takedown_id'])
    .where('post_id', '=', postId)
    .where('state', 'in', ['triaged', 'sealed', 'requested', 'acknowledged', 'partly'])
    .execute();
  return new Map(rows.map(({ channel, takedown_id }) => [channel, takedown_id]));
}
