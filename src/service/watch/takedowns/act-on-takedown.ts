import type { Updateable } from 'kysely';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Language } from '../../../domain/language.ts';
import type { Transaction } from '../../../store/store.ts';
import type { CheckResult, WatchTables } from '../../../store/tables/watch.ts';
import {
  accusingWord,
  captureFilling,
  fillLetter,
  type Letter,
  sendFilling,
  withdrawalLetter,
} from '../../../watch/takedown/letter.ts';
import { placesIn, plainValue } from '../../../watch/takedown/letter-places.ts';
import { actOnTakedown as possible } from '../../../watch/takedown/takedown-acts.ts';
import type { TakedownActKind } from '../../../watch/takedown/takedown-state.ts';
import { recheckTimes } from '../../../watch/takedown/terms.ts';
import type { Principal } from '../../access/principal.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import { orThrow } from '../../or-throw.ts';
import { type CaptureFacts, captureFacts, captureForLetter } from './capture-facts.ts';
import type { TakedownDeps } from './deps.ts';
import { type KeptLetter, openLetter, sealLetter } from './kept-letter.ts';
import { personOf } from './person.ts';
import { postToTakeDown } from './post-to-take-down.ts';
import {
  findTakedown,
  isTheirs,
  lockTakedown,
  type TakedownRow,
  takedownOf,
} from './takedown-row.ts';
import { type TakedownView, viewOf } from './takedown-view.ts';
import { auditOf, type Step, writeStep } from './write-step.ts';

/** What a person asks to do with a request; `reason` is that person's words. */
export type TakedownWish = { readonly reason: string } & (
  | { readonly kind: 'seal'; readonly capture?: number | undefined }
  | { readonly kind: 'send'; readonly number: string; readonly sentAt: number }
  | { readonly kind: 'acknowledge' | 'remove' | 'partly'; readonly answeredAt: number }
  | { readonly kind: 'refuse'; readonly answeredAt: number; readonly wasWrong: boolean }
  | { readonly kind: 'withdraw' }
);

/**
 * One act of a named person on a request, with a reason; audited in the same transaction. `version` is the one the person saw.
 * Qorgan sends nothing: `send` says that this person approved the letter and sent it, by which number and when.
 *
 * Throws QRG_TAKEDOWN_PERSON, QRG_TAKEDOWN_UNKNOWN, QRG_TAKEDOWN_VERSION, QRG_TAKEDOWN_TIME, QRG_TAKEDOWN_CAPTURE,
 * QRG_TAKEDOWN_NO_ANSWER, QRG_TAKEDOWN_COPY, QRG_TAKEDOWN_POST, QRG_TAKEDOWN_LETTER, QRG_TAKEDOWN_LETTER_BARE, QRG_TAKEDOWN_ACCUSES and what `actOnTakedown` of the law refuses; sealing a
 * page that cannot be fetched throws QRG_WATCH_….
 */
export async function actOnTakedown(
  deps: TakedownDeps,
  principal: Principal,
  takedownId: number,
  version: number,
  wish: TakedownWish,
): Promise<TakedownView> {
  personOf(principal);
  const sealed = await copyFor(deps, principal, takedownId, version, wish);
  const at = deps.now();
  return deps.store.write(async (trx) => {
    const row = await lockTakedown(trx, principal, takedownId, version);
    const { state } = mayNow(row, wish.kind, principal);
    const { set, detail } = await changesOf(deps, trx, principal, row, sealed, at);
    const step: Step = { state, event: wish.kind, at, actor: principal, note: wish.reason, set };
    await writeStep(deps, trx, row, step);
    if (wish.kind === 'send') await planChecks(deps, trx, takedownId, wish.sentAt);
    if (state === 'withdrawn') await dropChecks(trx, takedownId);
    const after = await findTakedown(trx, takedownId);
    await deps.audit.appendIn(trx, auditOf(row, step, detail));
    return viewOf(deps.book, after, at);
  });
}

/** Throws what the law of requests refuses. */
export const mayNow = (row: TakedownRow, kind: TakedownActKind, principal: Principal) =>
  orThrow(possible(takedownOf(row), kind, personOf(principal)));

/**
 * To seal without a copy at hand the page is fetched first, outside of any transaction: a site may take its time. Whether the
 * person may is looked at before, too.
 */
async function copyFor(
  deps: TakedownDeps,
  principal: Principal,
  takedownId: number,
  version: number,
  wish: TakedownWish,
): Promise<TakedownWish> {
  if (wish.kind !== 'seal' || wish.capture !== undefined) return wish;
  const row = await deps.store.read(
    { institutionId: principal.institutionId, seesAll: principal.seesAll },
    (trx) => findTakedown(trx, takedownId),
  );
  if (!isTheirs(row, principal)) throw new QorganError('QRG_TAKEDOWN_UNKNOWN');
  if (row.version !== version) throw new QorganError('QRG_TAKEDOWN_VERSION');
  mayNow(row, 'seal', principal);
  const { captureId, result } = await deps.captureNow(row.post_id, 'sealed', principal.name);
  if (captureId === null) throw new QorganError('QRG_TAKEDOWN_NO_ANSWER');
  if (!SHOWS_THE_POST.includes(result)) throw new QorganError('QRG_TAKEDOWN_COPY');
  return { ...wish, capture: captureId };
}

/** A copy of an error page is no evidence of what the page said. */
const SHOWS_THE_POST: readonly CheckResult[] = ['up', 'changed'];

interface Changes {
  readonly set: Updateable<WatchTables['takedowns']>;
  readonly detail: NonNullable<AuditEntry['detail']>;
}

async function changesOf(
  deps: TakedownDeps,
  trx: Transaction,
  principal: Principal,
  row: TakedownRow,
  wish: TakedownWish,
  at: number,
): Promise<Changes> {
  switch (wish.kind) {
    case 'seal':
      return sealing(deps, trx, row, wish.capture!);
    case 'send':
      checkTime(wish.sentAt, row.created_at, at);
      return sending(deps, trx, principal, row, wish);
    case 'withdraw':
      return withdrawing(deps, trx, principal, row, 'withdrawn');
    default:
      checkTime(wish.answeredAt, row.requested_at ?? row.created_at, at);
      return answer(row, wish);
  }
}

const MINUTE_MS = 60_000;

/** People write minutes: a letter may be sent within the one in which it was drafted. */
function checkTime(told: number, since: number, now: number): void {
  if (told > now || told < Math.floor(since / MINUTE_MS) * MINUTE_MS)
    throw new QorganError('QRG_TAKEDOWN_TIME');
}

function answer(
  row: TakedownRow,
  wish: Extract<TakedownWish, { readonly answeredAt: number }>,
): Changes {
  const { kind, answeredAt } = wish;
  const answered = row.answered_at ?? answeredAt;
  switch (kind) {
    case 'remove':
      return { set: { answered_at: answered, removed_at: answeredAt }, detail: { answeredAt } };
    case 'refuse':
      return {
        set: { answered_at: answeredAt, was_wrong: wish.wasWrong },
        detail: { answeredAt, wasWrong: wish.wasWrong },
      };
    default:
      return { set: { answered_at: answered }, detail: { answeredAt } };
  }
}

async function sealing(
  { book, store }: TakedownDeps,
  trx: Transaction,
  row: TakedownRow,
  captureId: number,
): Promise<Changes> {
  const language = row.language as Language;
  const fresh = await captureForLetter(trx, row.post_id, captureId);
  const old = row.capture_id === null ? null : await captureFacts(trx, row.post_id, row.capture_id);
  const kept = openLetter(store.vault, row.sealed);
  const filling = captureFilling(book, language, fresh);
  const letter = fillLetter(
    old === null ? kept : replaced(kept, book, language, old, fresh),
    filling,
  );
  return {
    set: { capture_id: captureId, sealed: sealLetter(store.vault, { ...kept, ...letter }) },
    detail: { capture: captureId, sha256: fresh.sha256 },
  };
}

/**
 * What the letter said of the older copy, said of the newer one: the words around may have been written anew since. Its times are
 * changed only beside its sum: the page may have been found in that same second.
 */
function replaced(
  { subject, body }: KeptLetter,
  book: TakedownDeps['book'],
  language: Language,
  old: CaptureFacts,
  fresh: CaptureFacts,
): Letter {
  const before = Object.entries(captureFilling(book, language, old));
  const after = new Map(Object.entries(captureFilling(book, language, fresh)));
  const swapLine = (line: string): string =>
    before
      .filter(([name]) => !name.startsWith('captured_') || line.includes(old.sha256))
      .reduce((done, [name, said]) => done.replaceAll(said, () => after.get(name) ?? said), line);
  const swap = (text: string): string => text.split('\n').map(swapLine).join('\n');
  return { subject: swap(subject), body: swap(body) };
}

async function sending(
  { book, store }: TakedownDeps,
  trx: Transaction,
  principal: Principal,
  row: TakedownRow,
  { number, sentAt }: Extract<TakedownWish, { readonly kind: 'send' }>,
): Promise<Changes> {
  // Somebody may have found since that it was no such offer.
  await postToTakeDown(trx, principal, row.post_id);
  const sender = await senderOf(trx, principal);
  const kept = openLetter(store.vault, row.sealed);
  const filling = sendFilling(row.language as Language, { sender, number, at: sentAt });
  const letter = fillLetter(kept, filling);
  const capture = await captureFacts(trx, row.post_id, row.capture_id!);
  checkLetter(book, letter, row.url ?? '', capture.sha256);
  return {
    set: {
      sealed: sealLetter(store.vault, { ...kept, ...letter }),
      approved_by_id: principal.id,
      approved_by: principal.name,
      requested_at: sentAt,
      request_number: number,
    },
    detail: { number, sentAt, channel: row.channel, capture: row.capture_id! },
  };
}

/** A letter that is sent is whole, names the page and the copy, and accuses nobody. */
function checkLetter(
  book: TakedownDeps['book'],
  { subject, body }: Letter,
  url: string,
  sha256: string,
): void {
  const text = `${subject}\n${body}`;
  const open = placesIn(text);
  if (open.length > 0) throw new QorganError('QRG_TAKEDOWN_LETTER', { places: open.join(', ') });
  // A long address is cut in the letter.
  const address = plainValue(url).slice(0, 400);
  if (!text.includes(address) || !text.includes(sha256))
    throw new QorganError('QRG_TAKEDOWN_LETTER_BARE');
  checkWords(book, text);
}

/** Throws QRG_TAKEDOWN_ACCUSES for a text that says somebody is guilty. */
export function checkWords(book: TakedownDeps['book'], text: string): void {
  const word = accusingWord(book, text);
  if (word !== undefined) throw new QorganError('QRG_TAKEDOWN_ACCUSES', { word });
}

/** The letter that takes a sent request back goes along with it; of a draft nobody heard. */
export async function withdrawing(
  { book, store }: TakedownDeps,
  trx: Transaction,
  principal: Principal,
  row: TakedownRow,
  why: 'reversed' | 'withdrawn',
): Promise<Changes> {
  if (row.requested_at === null) return { set: {}, detail: {} };
  const kept = openLetter(store.vault, row.sealed);
  const withdrawal = withdrawalLetter(book, row.language as Language, why, {
    url: row.url ?? '',
    sender: await senderOf(trx, principal),
    number: row.request_number ?? '',
    at: row.requested_at,
  });
  return { set: { sealed: sealLetter(store.vault, { ...kept, withdrawal }) }, detail: { why } };
}

/** In whose name a letter is sent. */
async function senderOf(trx: Transaction, { institutionId }: Principal): Promise<string> {
  const { name } = await trx
    .selectFrom('institutions')
    .select('name')
    .where('institution_id', '=', institutionId)
    .executeTakeFirstOrThrow();
  return name;
}

async function planChecks(
  { book }: Pick<TakedownDeps, 'book'>,
  trx: Transaction,
  takedownId: number,
  sentAt: number,
): Promise<void> {
  const checks = recheckTimes(book.recheckHours, sentAt);
  await trx
    .insertInto('takedown_checks')
    .values(checks.map(({ hours, dueAt }) => ({ takedown_id: takedownId, hours, due_at: dueAt })))
    .execute();
}

/** Nobody looks any more at a page that nobody asks to be removed. */
export const dropChecks = (trx: Transaction, takedownId: number) =>
  trx
    .deleteFrom('takedown_checks')
    .where('takedown_id', '=', takedownId)
    .where('done_at', 'is', null)
    .execute();
