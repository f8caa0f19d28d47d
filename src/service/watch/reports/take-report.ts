import { createHash, randomInt } from 'node:crypto';
import type { Ask } from '../../../domain/post.ts';
import type { Transaction } from '../../../store/store.ts';
import { boundedPost, type SourcePost } from '../../../watch/sources/source-post.ts';
import { hideCardsInPlace } from '../posts/hide-cards.ts';
import type { StoredSource } from '../posts/stored-source.ts';
import { takePosts } from '../posts/take-posts.ts';
import type { Watch } from '../watch.ts';

/** What a person tells of recruiters. Nobody is asked who they are. */
export interface ToldReport {
  readonly story: string;
  readonly text?: string | undefined;
  readonly links: readonly string[];
  readonly phone?: string | undefined;
  readonly handle?: string | undefined;
  readonly card?: string | undefined;
  readonly asks: readonly Ask[];
}

export interface ReceivedReport {
  /** Asks how it goes on; only its hash is kept. */
  readonly receipt: string;
  readonly at: number;
}

/** Name that the one source has at first by which all reports come. */
const SOURCE_NAME = '(reports)';

/** Letters and digits that nobody takes for one another, in groups of four. */
const LETTERS = '23456789ACDEFGHJKLMNPQRTUVWXYZ';
const GROUPS = 4;
const GROUP_LETTERS = 4;

/** It is remembered for so long from where a report came, as a keyed hash: within it a flood can be muted. */
const ORIGIN_MS = 7 * 86_400_000;

/**
 * Takes a report that was let in: it becomes a post for people to read, and counts for nothing until one of them has labelled it.
 * @param origin keyed hash of where it came from
 */
export async function takeReport(
  watch: Watch,
  told: ToldReport,
  origin?: Buffer,
): Promise<ReceivedReport> {
  const text = textOf(told);
  const receipt = newReceipt();
  const hash = receiptHash(receipt);
  const at = watch.now();
  const source = await reportsSource(watch);
  const post = postOf(hash.toString('hex').slice(0, 32), at, text, told.links);
  await takePosts(watch, source, { posts: [post], fetched: [], operator: 'report' });
  await watch.store.write((trx) =>
    writeReport(watch, trx, { hash, at, source, post, told, origin }),
  );
  return { receipt, at };
}

/** Nothing to read and nobody to look for. */
export const isEmptyReport = (told: ToldReport): boolean => textOf(told) === '';

/** The words with whom they lead to, as one text: what a reader sees, and where contacts are found. */
function textOf({ text, links, phone, handle, card }: ToldReport): string {
  const parts = [text?.trim(), phone, handle && telegramName(handle), card, ...links];
  return parts.filter((part) => part !== undefined && part !== '').join('\n');
}

const telegramName = (handle: string): string => (/^\w+$/.test(handle) ? `@${handle}` : handle);

const postOf = (
  externalId: string,
  at: number,
  text: string,
  links: readonly string[],
): SourcePost => boundedPost({ externalId, at, text, links }).post;

async function writeReport(
  watch: Watch,
  trx: Transaction,
  {
    hash,
    at,
    source,
    post,
    told,
    origin,
  }: {
    readonly hash: Buffer;
    readonly at: number;
    readonly source: StoredSource;
    readonly post: SourcePost;
    readonly told: ToldReport;
    readonly origin: Buffer | undefined;
  },
): Promise<void> {
  const { post_id } = await trx
    .selectFrom('posts')
    .select('post_id')
    .where('source_id', '=', source.sourceId)
    .where('external_id', '=', post.externalId)
    .executeTakeFirstOrThrow();
  const kept = {
    story: told.story,
    asks: told.asks,
    text: hideCardsInPlace(told.text ?? '', []),
    links: told.links,
  };
  const { report_id } = await trx
    .insertInto('reports')
    .values({
      receipt: hash,
      at,
      post_id,
      state: 'received',
      sealed: watch.store.vault.seal(JSON.stringify(kept)),
    })
    .returning('report_id')
    .executeTakeFirstOrThrow();
  if (origin !== undefined)
    await trx
      .insertInto('report_origins')
      .values({ report_id, hash: origin, until: at + ORIGIN_MS })
      .execute();
}

/** Made when the first report comes, under another name where a person has given its own to another source. */
async function reportsSource({ store, now }: Watch): Promise<StoredSource> {
  const at = now();
  return store.write(async (trx) => {
    const known = await sourceOfReports(trx);
    if (known !== undefined) return known;
    for (const name of [SOURCE_NAME, `${SOURCE_NAME} ${at}`]) {
      await trx
        .insertInto('watch_sources')
        .values({ kind: 'reports', name, created_at: at, created_by: 'qorgan' })
        .onConflict((conflict) => conflict.columns(['institution_id', 'name']).doNothing())
        .execute();
      const made = await sourceOfReports(trx);
      if (made !== undefined) return made;
    }
    throw new Error('no source of reports');
  });
}

/** The first: a person may have given it another name. */
async function sourceOfReports(trx: Transaction): Promise<StoredSource | undefined> {
  const row = await trx
    .selectFrom('watch_sources')
    .select(['source_id', 'name'])
    .where('kind', '=', 'reports')
    .where('institution_id', 'is', null)
    .orderBy('source_id')
    .limit(1)
    .executeTakeFirst();
  return row && { sourceId: row.source_id, institutionId: null, kind: 'reports', name: row.name };
}

function newReceipt(): string {
  const group = () =>
    Array.from({ length: GROUP_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** However it is typed: small letters, without the lines between. */
export const receiptHash = (receipt: string): Buffer =>
  createHash('sha256')
    .update(receipt.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .digest();
