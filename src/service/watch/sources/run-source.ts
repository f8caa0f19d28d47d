import { type Problem, QorganError } from '../../../domain/errors/catalogue.ts';
import { nextLook } from '../../../watch/sources/schedule.ts';
import type { RowReject } from '../../../watch/sources/source-post.ts';
import type { Principal } from '../../access/principal.ts';
import { collect } from '../collect/collect.ts';
import type { Collected, SourceToCollect } from '../collect/collected.ts';
import { fetchedPage } from '../collect/fetch-page.ts';
import { noticeGone } from '../posts/notice-gone.ts';
import { plainText } from '../posts/plain-text.ts';
import type { StoredSource } from '../posts/stored-source.ts';
import { type TakenPosts, takePosts } from '../posts/take-posts.ts';
import type { Watch } from '../watch.ts';
import { isAsked } from './keep-sources.ts';
import { managedSource } from './managed-source.ts';
import type { SourceRow } from './source-view.ts';

/** What a look at a source, or a file, came to. */
export interface SourceRun extends TakenPosts {
  readonly gone: number;
  readonly rejected: number;
  /** The first of them. */
  readonly rejects: readonly RowReject[];
}

const REJECTS_MOST = 100;

/**
 * A person has a source looked at now. Throws QRG_WATCH_SOURCE_UNKNOWN, QRG_WATCH_SOURCE_NOT_YOURS, QRG_WATCH_SOURCE_KIND,
 * QRG_WATCH_SOURCE_BUSY, and what reading it failed with.
 */
export async function runSourceNow(
  watch: Watch,
  by: Principal,
  sourceId: number,
  signal: AbortSignal,
): Promise<SourceRun> {
  const source = await managedSource(watch, by, sourceId);
  if (!isAsked(source.kind)) throw new QorganError('QRG_WATCH_SOURCE_KIND', { kind: source.kind });
  await watch.audit.append({
    actor: by,
    action: 'watch-source.run',
    object: `watch-source:${sourceId}`,
  });
  return runSource(watch, source, by.name, signal);
}

/** A file of posts that is handed over. */
export interface PostsFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Takes the posts of a file. Throws QRG_WATCH_SOURCE_UNKNOWN, QRG_WATCH_SOURCE_NOT_YOURS, QRG_WATCH_SOURCE_KIND,
 * QRG_WATCH_SOURCE_BUSY, and what reading it failed with.
 */
export async function importPosts(
  watch: Watch,
  by: Principal,
  sourceId: number,
  file: PostsFile,
  signal: AbortSignal,
): Promise<SourceRun> {
  const source = await managedSource(watch, by, sourceId);
  if (isAsked(source.kind) || source.kind === 'reports')
    throw new QorganError('QRG_WATCH_SOURCE_KIND', { kind: source.kind });
  await watch.audit.append({
    actor: by,
    action: 'watch-source.import',
    object: `watch-source:${sourceId}`,
    detail: { file: file.name, bytes: file.bytes.length },
  });
  return runSource(watch, source, by.name, signal, file);
}

/** Looks at a source and takes what it has; how it went stands in the source. One look at a source at a time. */
export async function runSource(
  watch: Watch,
  source: SourceRow,
  operator: string,
  signal: AbortSignal,
  file?: PostsFile,
): Promise<SourceRun> {
  const { sources } = watch.running;
  if (sources.has(source.source_id)) throw new QorganError('QRG_WATCH_SOURCE_BUSY');
  sources.add(source.source_id);
  try {
    const collected = await collect(askOf(source, file), {
      fetcher: watch.fetcher,
      now: watch.now,
      signal,
    });
    const run = await take(watch, source, operator, collected);
    await noteLook(watch, source, collected);
    return run;
  } catch (error) {
    await noteFailure(watch, source, error);
    if (isGone(error)) await sealAbsence(watch, source, operator, signal);
    throw error;
  } finally {
    sources.delete(source.source_id);
  }
}

/** The site says that there is no such page, or none any more. */
const isGone = (error: unknown): boolean =>
  error instanceof QorganError &&
  error.problem.code === 'QRG_WATCH_STATUS' &&
  (error.problem.args.status === 404 || error.problem.args.status === 410);

/** The page was read before and is there no more: what is answered in its place is kept. */
async function sealAbsence(
  watch: Watch,
  row: SourceRow,
  operator: string,
  signal: AbortSignal,
): Promise<void> {
  if (row.url === null || row.kind !== 'page') return;
  const answer = await fetchedPage(watch.fetcher, row.url, signal);
  await noticeGone(watch, storedSourceOf(row), { posts: [], fetched: [answer], operator });
}

const storedSourceOf = (row: SourceRow): StoredSource => ({
  sourceId: row.source_id,
  institutionId: row.institution_id,
  kind: row.kind,
  name: row.name,
});

const askOf = ({ kind, url, cursor }: SourceRow, file?: PostsFile): SourceToCollect => ({
  kind,
  url,
  cursor,
  ...(file && { file }),
});

async function take(
  watch: Watch,
  row: SourceRow,
  operator: string,
  { posts, fetched, rejects }: Collected,
): Promise<SourceRun> {
  const source = storedSourceOf(row);
  const taken = await takePosts(watch, source, { posts, fetched, operator });
  const gone = await noticeGone(watch, source, { posts, fetched, operator });
  return { ...taken, gone, rejected: rejects.length, rejects: rejects.slice(0, REJECTS_MOST) };
}

/** What is noted of a look; without a cursor the source keeps its own. */
interface EndedRun {
  readonly cursor?: unknown;
  readonly hasMore: boolean;
  readonly problem: Problem | undefined;
}

/** A source that was changed meanwhile has the last word on how often it is looked at, and from where on. */
async function noteLook(
  watch: Watch,
  { source_id, version }: SourceRow,
  { cursor, hasMore, problem }: EndedRun,
): Promise<void> {
  const at = watch.now();
  await watch.store.write(async (trx) => {
    const source = await trx
      .selectFrom('watch_sources')
      .select(['every_min', 'state', 'failures', 'version'])
      .where('source_id', '=', source_id)
      .forUpdate()
      .executeTakeFirst();
    if (source === undefined) return;
    const later = problem?.code === 'QRG_WATCH_LATER' ? Number(problem.args.at) : undefined;
    const { nextAt, failures } = nextLook({
      at,
      everyMin: source.every_min,
      isOk: problem === undefined,
      failures: source.failures,
      notBefore: later,
      hasMore,
      spread: (source_id * GOLDEN) % 1,
    });
    const keepsCursor = cursor === undefined || source.version !== version;
    await trx
      .updateTable('watch_sources')
      .set({
        last_at: at,
        last_error: problem === undefined ? null : jsonForStore(problem),
        failures,
        next_at: source.state === 'active' ? nextAt : null,
        ...(problem === undefined && { last_ok_at: at }),
        ...(!keepsCursor && { cursor: jsonForStore(cursor) }),
      })
      .where('source_id', '=', source_id)
      .execute();
  });
}

/** Multiples of the golden ratio lie evenly between 0 and 1. */
const GOLDEN = 0.618_033_988_75;

async function noteFailure(watch: Watch, source: SourceRow, error: unknown): Promise<void> {
  const problem = problemOf(error);
  if (problem.code === 'QRG_HTTP_INTERNAL') watch.trouble?.('source failed', error);
  await noteLook(watch, source, { hasMore: false, problem });
}

/** JSON that a database takes: words of a hostile page may hold what is no text there. */
const jsonForStore = (value: unknown): string =>
  JSON.stringify(value ?? {}, (_, told: unknown) =>
    typeof told === 'string' ? plainText(told) : told,
  );

const problemOf = (error: unknown): Problem =>
  error instanceof QorganError ? error.problem : { code: 'QRG_HTTP_INTERNAL', args: {} };
