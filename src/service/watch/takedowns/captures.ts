import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Transaction } from '../../../store/store.ts';
import type { CheckResult } from '../../../store/tables/watch.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import type { Page } from '../../cursor.ts';
import { NumberedPages, type PageWish } from '../../lists/page.ts';
import { type CaptureView, capturesOf, findCapture } from './capture-view.ts';
import type { TakedownDeps } from './deps.ts';
import { personOf } from './person.ts';

const CAPTURES = new NumberedPages('captures', Number.MAX_SAFE_INTEGER);

/** Sealed copies of a post, latest first. Throws QRG_WATCH_POST_UNKNOWN, QRG_HTTP_CURSOR. */
export function listCaptures(
  { store }: Pick<TakedownDeps, 'store'>,
  principal: Principal,
  postId: number,
  wish: PageWish,
): Promise<Page<CaptureView>> {
  const before = CAPTURES.after(wish);
  return store.read(scopeOf(principal), async (trx) => {
    await demandPost(trx, postId);
    const rows = await capturesOf(trx, postId, { before, limit: wish.limit + 1 });
    return CAPTURES.of(
      rows,
      wish,
      ({ captureId }) => captureId,
      (row) => row,
    );
  });
}

/**
 * Fetches the page of a post now and seals what comes; audited. Throws QRG_TAKEDOWN_PERSON, QRG_WATCH_POST_UNKNOWN,
 * QRG_TAKEDOWN_ADDRESS, QRG_TAKEDOWN_NO_ANSWER, and QRG_WATCH_… or QRG_EVIDENCE_… when nothing could be sealed.
 */
export async function sealPage(
  deps: TakedownDeps,
  principal: Principal,
  postId: number,
): Promise<CaptureView & { readonly result: CheckResult }> {
  personOf(principal);
  await deps.store.read(scopeOf(principal), async (trx) => {
    const { url } = await demandPost(trx, postId);
    if (url === null) throw new QorganError('QRG_TAKEDOWN_ADDRESS');
  });
  const { captureId, result } = await deps.captureNow(postId, 'sealed', principal.name);
  if (captureId === null) throw new QorganError('QRG_TAKEDOWN_NO_ANSWER');
  const capture = await deps.store.read(scopeOf(principal), (trx) => findCapture(trx, captureId));
  if (capture === undefined) throw new QorganError('QRG_TAKEDOWN_CAPTURE_UNKNOWN');
  await deps.audit.append({
    actor: principal,
    action: 'capture.seal',
    object: `post:${postId}`,
    detail: { capture: captureId, result, sha256: capture.sha256 },
  });
  return { ...capture, result };
}

export interface CapturePackage {
  readonly bytes: Buffer;
  /** Hex. */
  readonly sha256: string;
}

/**
 * The package of a sealed copy, as anybody can verify it. It holds what the page said, whole: the look is audited before it is
 * given. Throws QRG_TAKEDOWN_CAPTURE_UNKNOWN.
 */
export async function capturePackage(
  { store, audit }: Pick<TakedownDeps, 'store' | 'audit'>,
  principal: Principal,
  captureId: number,
): Promise<CapturePackage> {
  const row = await store.read(scopeOf(principal), (trx) =>
    trx
      .selectFrom('captures')
      .select(['post_id', 'sha256', 'package_sealed'])
      .where('capture_id', '=', captureId)
      .executeTakeFirst(),
  );
  if (row === undefined) throw new QorganError('QRG_TAKEDOWN_CAPTURE_UNKNOWN');
  const sha256 = row.sha256.toString('hex');
  await audit.append({
    actor: principal,
    action: 'capture.download',
    object: `capture:${captureId}`,
    detail: { post: row.post_id, sha256 },
  });
  return { bytes: store.vault.open(row.package_sealed), sha256 };
}

async function demandPost(
  trx: Transaction,
  postId: number,
): Promise<{ readonly url: string | null }> {
  const row = await trx
    .selectFrom('posts')
    .select('url')
    .where('post_id', '=', postId)
    .executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_WATCH_POST_UNKNOWN', { post: postId });
  return row;
}
