import { type RawBuilder, sql } from 'kysely';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { ContactKind } from '../../../domain/post.ts';
import type { Transaction } from '../../../store/store.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import { COUNTED } from '../posts/counted.ts';
import { shownContact } from '../posts/mask-contacts.ts';
import { alone, type Watch } from '../watch.ts';
import { campaignsWith } from './campaign-rows.ts';
import { placePosts } from './place-posts.ts';
import { regroup } from './regroup.ts';
import { bookedPost, storedPosts } from './stored-post.ts';

/** A contact that joins no posts. It meets accounts all the same: a card does not become innocent by being shared. */
export interface StoppedView {
  /** Hex of its keyed hash: names it without saying it. */
  readonly hash: string;
  readonly kind: ContactKind;
  readonly shown: string;
  readonly posts: number;
  readonly at: number;
  readonly reason: string;
  readonly by: string;
}

const STOPPED_MOST = 1_000;

/** The latest first. */
export const listStopped = (
  { store }: Pick<Watch, 'store'>,
  by: Principal,
): Promise<StoppedView[]> =>
  store.read(scopeOf(by), (trx) => stoppedRows({ store }, trx, sql`true`));

async function stoppedRows(
  { store: { vault } }: Pick<Watch, 'store'>,
  trx: Transaction,
  where: RawBuilder<unknown>,
): Promise<StoppedView[]> {
  const { rows } = await sql<{
    hash: Buffer;
    kind: ContactKind;
    at: number;
    reason: string;
    actor: string;
    posts: number;
    sealed: Buffer | null;
  }>`
    SELECT t.hash, t.kind, t.at, t.reason, t.actor,
      (SELECT count(DISTINCT c.post_id)::int FROM post_contacts c WHERE c.hash = t.hash) AS posts,
      (SELECT c.sealed FROM post_contacts c WHERE c.hash = t.hash LIMIT 1) AS sealed
    FROM stop_contacts t WHERE ${where} ORDER BY t.at DESC, t.hash LIMIT ${STOPPED_MOST}`.execute(
    trx,
  );
  return rows.map(({ hash, sealed, kind, actor, ...row }) => ({
    ...row,
    hash: hash.toString('hex'),
    kind,
    shown: shownContact(kind, sealed === null ? '' : vault.open(sealed).toString()),
    by: actor,
  }));
}

/**
 * A person says that a contact ties strangers together: it joins no posts from now on, and campaigns that only it held
 * together fall apart. Throws QRG_WATCH_CONTACT_UNKNOWN, QRG_WATCH_STOPPED.
 */
export function stopContact(
  watch: Watch,
  by: Principal,
  contactId: number,
  reason: string,
): Promise<StoppedView> {
  return changing(watch, async () => {
    const contact = await watch.store.read(scopeOf(by), (trx) =>
      trx
        .selectFrom('post_contacts')
        .select(['hash', 'kind'])
        .where('contact_id', '=', contactId)
        .executeTakeFirst(),
    );
    if (contact === undefined)
      throw new QorganError('QRG_WATCH_CONTACT_UNKNOWN', { contact: contactId });
    const { hash, kind } = contact;
    await watch.store.write(async (trx) => {
      const stopped = await trx
        .insertInto('stop_contacts')
        .values({ hash, kind, at: watch.now(), reason, actor: by.name })
        .onConflict((conflict) => conflict.doNothing())
        .returning('hash')
        .executeTakeFirst();
      if (stopped === undefined) throw new QorganError('QRG_WATCH_STOPPED');
      await act(watch, trx, by, { action: 'stop-contact.add', hash, reason });
    });
    watch.book.forget();
    await watch.book.ready();
    return watch.store.write(async (trx) => {
      await regroup(watch.book, trx, await campaignsWith(trx, [hash]));
      const [view] = await stoppedRows(watch, trx, sql`t.hash = ${hash}`);
      return view;
    });
  });
}

/** It joins posts again. Throws QRG_WATCH_STOP_UNKNOWN. */
export function liftStop(watch: Watch, by: Principal, hex: string, reason: string): Promise<void> {
  const hash = Buffer.from(hex, 'hex');
  return changing(watch, async () => {
    await watch.store.write(async (trx) => {
      const lifted = await trx
        .deleteFrom('stop_contacts')
        .where('hash', '=', hash)
        .returning('hash')
        .executeTakeFirst();
      if (lifted === undefined) throw new QorganError('QRG_WATCH_STOP_UNKNOWN');
      await act(watch, trx, by, { action: 'stop-contact.lift', hash, reason });
    });
    watch.book.forget();
    await watch.book.ready();
    await watch.store.write(async (trx) => {
      const carry = sql`EXISTS (SELECT FROM post_contacts c WHERE c.post_id = p.post_id AND c.hash = ${hash})`;
      const rows = await storedPosts(trx, sql`${carry} AND ${COUNTED}`, POSTS_MOST);
      await placePosts(
        watch,
        trx,
        rows.map((row) => bookedPost(watch.store.vault, row)),
      );
    });
  });
}

/** Posts that are put together anew when a contact joins again. */
const POSTS_MOST = 10_000;

const changing = <T>(watch: Watch, work: () => Promise<T>): Promise<T> =>
  alone(watch, () => watch.book.orForgotten(work));

const act = (
  watch: Watch,
  trx: Transaction,
  by: Principal,
  {
    action,
    hash,
    reason,
  }: { readonly action: string; readonly hash: Buffer; readonly reason: string },
): Promise<number> =>
  watch.audit.appendIn(trx, {
    actor: by,
    action,
    object: `contact:${hash.toString('hex').slice(0, 16)}`,
    reason,
  });
