import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Language } from '../../../domain/language.ts';
import type { Transaction } from '../../../store/store.ts';
import { addresseeOf, hostOf } from '../../../watch/takedown/host.ts';
import { captureFilling, draftLetter, fillLetter } from '../../../watch/takedown/letter.ts';
import { mayDraft } from '../../../watch/takedown/takedown-acts.ts';
import type { TakedownChannel, TakedownGround } from '../../../watch/takedown/takedown-book.ts';
import type { Principal } from '../../access/principal.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import { captureForLetter } from './capture-facts.ts';
import type { TakedownDeps } from './deps.ts';
import { sealLetter } from './kept-letter.ts';
import { personOf } from './person.ts';
import {
  campaignFacts,
  contactsOf,
  type PostToTakeDown,
  postToTakeDown,
} from './post-to-take-down.ts';
import { noteReappearance } from './reappearance.ts';
import { findTakedown } from './takedown-row.ts';
import { groundsFor, type TakedownView, viewOf } from './takedown-view.ts';
import { auditOf, type Step, writeEvent } from './write-step.ts';

/** What a person asks to draft. */
export interface DraftWish {
  readonly post: number;
  readonly channel: string;
  readonly language: Language;
  /** The fitting one when not said. */
  readonly ground?: string | undefined;
  readonly addressee?: string | undefined;
  /** A sealed copy that is there. */
  readonly capture?: number | undefined;
  readonly reason: string;
}

/** States in which a request stands in the way of another by the same channel. */
const STANDING = ['triaged', 'sealed', 'requested', 'acknowledged', 'partly'] as const;

/**
 * Drafts a request for a post that a person said to be an unlawful offer: a letter in the words of the channel, for another
 * person to send. Belongs to whom the post belongs to; where that is nobody, to everybody, so that nobody asks twice.
 *
 * Throws QRG_TAKEDOWN_PERSON, QRG_TAKEDOWN_ROLE, QRG_TAKEDOWN_CHANNEL, QRG_TAKEDOWN_GROUND, QRG_TAKEDOWN_CAPTURE,
 * QRG_TAKEDOWN_COPY,
 * QRG_TAKEDOWN_EXISTS, QRG_WATCH_POST_UNKNOWN, QRG_TAKEDOWN_POST, QRG_TAKEDOWN_ADDRESS.
 */
export async function draftTakedown(
  deps: TakedownDeps,
  principal: Principal,
  wish: DraftWish,
): Promise<TakedownView> {
  const person = personOf(principal);
  if (!mayDraft(person.roles)) throw new QorganError('QRG_TAKEDOWN_ROLE', { act: 'draft' });
  const channel = deps.book.channels.get(wish.channel);
  if (channel === undefined)
    throw new QorganError('QRG_TAKEDOWN_CHANNEL', { channel: wish.channel });
  const at = deps.now();
  return deps.store.write(async (trx) => {
    const post = await postToTakeDown(trx, principal, wish.post);
    await refuseTwice(trx, post, channel.id);
    const before = await earlier(trx, post);
    const takedownId = await insertDraft(deps, trx, principal, wish, { post, channel, before, at });
    const step: Step = {
      state: wish.capture === undefined ? 'triaged' : 'sealed',
      event: 'draft',
      at,
      actor: principal,
      note: wish.reason,
    };
    await writeEvent(deps, trx, takedownId, step);
    const row = await findTakedown(trx, takedownId);
    // What an institution's own source brought is no matter of those who share the removal.
    const back =
      before === undefined || before.institution_id !== post.institutionId
        ? undefined
        : await noteReappearance(deps, trx, before.takedown_id, post.postId, at);
    const detail = { post: post.postId, channel: channel.id, ground: row.ground };
    const entries: AuditEntry[] = [auditOf(row, step, detail)];
    await deps.audit.appendIn(trx, ...entries, ...(back === undefined ? [] : [back]));
    return viewOf(deps.book, row, at);
  });
}

/** One request by a channel at a time. The post's row is held, so that two who draft at once hear of each other. */
async function refuseTwice(
  trx: Transaction,
  { postId }: PostToTakeDown,
  channel: string,
): Promise<void> {
  await trx
    .selectFrom('posts')
    .select('post_id')
    .where('post_id', '=', postId)
    .forUpdate()
    .execute();
  const row = await trx
    .selectFrom('takedowns')
    .select('takedown_id')
    .where('post_id', '=', postId)
    .where('channel', '=', channel)
    .where('state', 'in', [...STANDING])
    .executeTakeFirst();
  if (row !== undefined) throw new QorganError('QRG_TAKEDOWN_EXISTS', { id: row.takedown_id });
}

interface Earlier {
  readonly takedown_id: number;
  readonly institution_id: number | null;
  readonly request_number: string | null;
  readonly requested_at: number | null;
}

/** The last removal that this post undoes: of its own page, or of a page of its campaign that was gone before it was found. */
const earlier = (trx: Transaction, post: PostToTakeDown): Promise<Earlier | undefined> =>
  trx
    .selectFrom('takedowns as t')
    .innerJoin('posts as p', 'p.post_id', 't.post_id')
    .select(['t.takedown_id', 't.institution_id', 't.request_number', 't.requested_at'])
    .where('t.state', 'in', ['removed', 'reappeared'])
    .where((eb) =>
      eb.or([eb('t.institution_id', 'is', null), eb('t.institution_id', '=', post.institutionId)]),
    )
    .where((eb) =>
      eb.or([
        eb('t.post_id', '=', post.postId),
        eb.and([eb('p.campaign_id', '=', post.campaignId), eb('t.removed_at', '<', post.foundAt)]),
      ]),
    )
    .orderBy('t.removed_at', 'desc')
    .orderBy('t.takedown_id', 'desc')
    .limit(1)
    .executeTakeFirst();

interface Drafting {
  readonly post: PostToTakeDown;
  readonly channel: TakedownChannel;
  readonly before: Earlier | undefined;
  readonly at: number;
}

async function insertDraft(
  deps: TakedownDeps,
  trx: Transaction,
  principal: Principal,
  wish: DraftWish,
  { post, channel, before, at }: Drafting,
): Promise<number> {
  const { book, store } = deps;
  const { language } = wish;
  const ground = groundOf(deps, channel, post, wish.ground);
  const of = hostOf(book, post.url);
  if (of === null) throw new QorganError('QRG_TAKEDOWN_ADDRESS');
  const addressee = wish.addressee ?? addresseeOf(book, channel, of, language);
  const letter = draftLetter(book, channel, language, ground, addressee, {
    ...post,
    contacts: await contactsOf(deps, trx, post.postId),
    campaign: await campaignFacts(trx, post),
    previous: sentBefore(before),
  });
  const capture =
    wish.capture === undefined ? undefined : await captureForLetter(trx, post.postId, wish.capture);
  const text = capture ? fillLetter(letter, captureFilling(book, language, capture)) : letter;
  const { takedown_id } = await trx
    .insertInto('takedowns')
    .values({
      institution_id: post.institutionId,
      post_id: post.postId,
      campaign_id: post.campaignId,
      follows: before?.takedown_id ?? null,
      channel: channel.id,
      addressee,
      language,
      ground: ground.id,
      state: capture ? 'sealed' : 'triaged',
      capture_id: capture?.captureId ?? null,
      sealed: sealLetter(store.vault, text),
      found_at: post.foundAt,
      created_at: at,
      drafted_by_id: principal.id,
      drafted_by: principal.name,
    })
    .returning('takedown_id')
    .executeTakeFirstOrThrow();
  return takedown_id;
}

const sentBefore = (before: Earlier | undefined) =>
  before?.request_number == null || before.requested_at === null
    ? null
    : { number: before.request_number, at: before.requested_at };

function groundOf(
  { book }: Pick<TakedownDeps, 'book'>,
  channel: TakedownChannel,
  { label }: PostToTakeDown,
  wanted: string | undefined,
): TakedownGround {
  const fitting = groundsFor(book, channel, label);
  const ground = wanted === undefined ? fitting[0] : fitting.find(({ id }) => id === wanted);
  if (ground === undefined) throw new QorganError('QRG_TAKEDOWN_GROUND');
  return ground;
}
