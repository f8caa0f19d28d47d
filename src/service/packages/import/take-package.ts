import { sql } from 'kysely';
import { stricter, type Tlp } from '../../../domain/case/marking.ts';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Language } from '../../../domain/language.ts';
import { canonical } from '../../../exchange/canonical.ts';
import type { ForeignFacts } from '../../../exchange/foreign-facts.ts';
import {
  type RecallAnswer,
  type RecallState,
  recallState,
} from '../../../exchange/iso20022/recall.ts';
import { knownOf } from '../../../exchange/known-accounts/ask.ts';
import { readMessage } from '../../../exchange/known-accounts/message.ts';
import { PACKAGE_MAKERS } from '../../../exchange/package/package-acts.ts';
import type { Transaction } from '../../../store/store.ts';
import type { ImportedElement } from '../../../store/tables/packages.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import { orThrow } from '../../or-throw.ts';
import { digest } from '../../watch/evidence/digest.ts';
import { knownEvidenceKeys } from '../../watch/evidence/evidence-key.ts';
import type { PackageDeps } from '../deps.ts';
import { type KeptPackage, openKept, sealKept } from '../kept-wish.ts';
import { findPackage } from '../package-row.ts';
import { type PackageView, packageView } from '../package-view.ts';
import { keysOf, type PartnerRow, partnersByCode } from '../partners/partners.ts';
import { personOf } from '../person.ts';
import { auditOf, type Step, writeEvent } from '../write-step.ts';
import { hitsOfPackage, type PackageHit } from './hits.ts';
import { rowsOf, writeRows } from './imported-rows.ts';
import { type Recognised, recognisePackage } from './recognise-package.ts';

/** The largest file that is taken in: an archive of evidence has 20 MiB. */
const TAKEN_BYTES_MOST = 20 * 1024 * 1024;

export interface TakeWish {
  /** Code of the partner who handed it over. */
  readonly partner: string;
  /** The package of ours that it answers. */
  readonly answers?: number | undefined;
  readonly name?: string | undefined;
  readonly language: Language;
}

export interface Taken {
  readonly view: PackageView;
  /** It had been taken in before: nothing has changed. */
  readonly again: boolean;
  readonly counts: Readonly<Partial<Record<ImportedElement, number>>>;
  readonly left: ForeignFacts['left'];
  readonly hits: readonly PackageHit[];
}

/** A file as it comes. Throws QRG_PACKAGE_LARGE before more than the bound is held. */
export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > TAKEN_BYTES_MOST)
      throw new QorganError('QRG_PACKAGE_LARGE', { mb: TAKEN_BYTES_MOST / 1024 / 1024 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/**
 * Takes in a file of another house: what it says becomes facts with their marks, found again by keyed hashes; nothing of it changes a
 * case before a person gives it to one. The same content twice changes nothing. Audited.
 * Throws QRG_PACKAGE_PERSON, QRG_PACKAGE_ROLE, QRG_PACKAGE_PARTNER, QRG_PACKAGE_FOREIGN, QRG_PACKAGE_ANSWERS, QRG_PACKAGE_KNOWN_…, and
 * what the readers of formats refuse.
 */
export async function takePackage(
  deps: PackageDeps,
  principal: Principal,
  bytes: Buffer,
  wish: TakeWish,
): Promise<Taken> {
  const { roles } = personOf(principal);
  if (!roles.some((role) => (PACKAGE_MAKERS as readonly string[]).includes(role)))
    throw new QorganError('QRG_PACKAGE_ROLE', { act: 'import' });
  const { store, now, dataDir } = deps.cases;
  const at = now();
  const read = orThrow(
    await recognisePackage(bytes, await knownEvidenceKeys(dataDir), { tables: deps.tables }),
  );
  const taken = await store.write(async (trx) => {
    const [partner] = (await partnersByCode(trx, principal.institutionId, [wish.partner], {
      retiredToo: true,
    })) as [PartnerRow];
    // Of two who take the same in at once, one does.
    await trx
      .selectFrom('partners')
      .select('partner_id')
      .where('partner_id', '=', partner.partner_id)
      .forUpdate()
      .execute();
    const content = contentOf(wish.partner, read, bytes);
    const had = await trx
      .selectFrom('packages')
      .select('package_id')
      .where('institution_id', '=', principal.institutionId)
      .where('content', '=', content)
      .executeTakeFirst();
    const { package_id } =
      had ?? (await insert(deps, trx, principal, bytes, { read, partner, wish, content, at }));
    return {
      view: packageView(await findPackage(trx, package_id), at),
      again: had !== undefined,
      counts: await countsOf(trx, package_id),
    };
  });
  const hits = await store.read(scopeOf(principal), (trx) =>
    hitsOfPackage(store.vault, trx, taken.view.packageId),
  );
  return { ...taken, left: read.facts?.left ?? [], hits };
}

/** SHA-256 of what a file says and who handed it over; blanks and order of keys say nothing. */
function contentOf(partner: string, { format, facts }: Recognised, bytes: Buffer): Buffer {
  const told = facts === null ? digest(bytes) : canonical({ ...facts, left: [] });
  return Buffer.from(digest(Buffer.from(`${partner}\0${format}\0${told}`)), 'hex');
}

interface Taking {
  readonly read: Recognised;
  readonly partner: PartnerRow;
  readonly wish: TakeWish;
  readonly content: Buffer;
  readonly at: number;
}

async function insert(
  deps: PackageDeps,
  trx: Transaction,
  principal: Principal,
  bytes: Buffer,
  { read, partner, wish, content, at }: Taking,
): Promise<{ readonly package_id: number }> {
  const { store } = deps.cases;
  const told = await toldBy(deps, trx, principal, bytes, { read, partner, wish });
  const place = await trx
    .insertInto('packages')
    .values({
      institution_id: principal.institutionId,
      direction: 'in',
      format: read.format,
      state: 'received',
      // A package is as strict as what is in it; of one that bears no mark, as the partner is trusted.
      tlp: tlpOf(read.facts, partner),
      partners: [partner.code],
      sealed: sealKept(store.vault, told.kept),
      fields: [],
      language: wish.language,
      answers: told.answers,
      body_sealed: store.vault.seal(bytes),
      file_name: wish.name ?? null,
      media_type: read.mediaType,
      bytes: bytes.length,
      sha256: Buffer.from(digest(bytes), 'hex'),
      asked: told.asked,
      content,
      made_at: at,
      made_by_id: principal.id,
      made_by: principal.name,
    })
    .returning('package_id')
    .executeTakeFirstOrThrow();
  const row = await findPackage(trx, place.package_id);
  const step: Step = {
    act: 'receive',
    state: 'received',
    at,
    actor: principal,
    note: wish.name ?? '',
  };
  await writeEvent({ store }, trx, row, step);
  if (read.facts !== null) {
    const { sender } = read.facts;
    const us = await institutionOf(trx, principal.institutionId);
    const names = { code: partner.code, own: [sender.code, sender.name, ''], us };
    const of = { packageId: place.package_id, institutionId: principal.institutionId };
    await writeRows(trx, store.vault, of, rowsOf(store.vault, read.facts, names));
  }
  await deps.cases.audit.appendIn(
    trx,
    auditOf(row, step, { partner: partner.code, format: read.format, answers: told.answers }),
  );
  return place;
}

async function institutionOf(trx: Transaction, institutionId: number) {
  const { code } = await trx
    .selectFrom('institutions')
    .select('code')
    .where('institution_id', '=', institutionId)
    .executeTakeFirstOrThrow();
  return { institutionId, code };
}

function tlpOf(facts: ForeignFacts | null, partner: PartnerRow): Tlp {
  if (facts === null) return partner.unmarked_tlp;
  return stricter(facts.tlp, facts.saidTlp);
}

async function countsOf(
  trx: Transaction,
  packageId: number,
): Promise<Partial<Record<ImportedElement, number>>> {
  const rows = await trx
    .selectFrom('imported_facts')
    .select(['element', ({ fn }) => fn.countAll<number>().as('count')])
    .where('package_id', '=', packageId)
    .groupBy('element')
    .execute();
  return Object.fromEntries(rows.map(({ element, count }) => [element, Number(count)]));
}

interface Told {
  readonly answers: number | null;
  readonly kept: KeptPackage;
  readonly asked: number | null;
}

const NOTHING: KeptPackage = { purpose: null, ask: null, sent: null, known: null };

/** What the file says beside facts, and which package of ours it answers. */
async function toldBy(
  deps: PackageDeps,
  trx: Transaction,
  principal: Principal,
  bytes: Buffer,
  { read, partner, wish }: Pick<Taking, 'read' | 'partner' | 'wish'>,
): Promise<Told> {
  if (read.format === 'known_accounts') return knownTold(deps, trx, principal, bytes, partner);
  const named = wish.answers ?? numberOf(read.answers);
  const answers = await answered(trx, principal, named, partner, wish.answers !== undefined);
  if (read.recall === null)
    return { answers, kept: { ...NOTHING, theirNumber: read.request ?? undefined }, asked: null };
  const recalled = await recallTold(deps, trx, principal, read.recall, partner, answers);
  return {
    answers: recalled.answers,
    kept: { ...NOTHING, recallAnswer: read.recall, recalled: recalled.states },
    asked: null,
  };
}

/** 'P-17': 17. */
function numberOf(told: string | null): number | undefined {
  const number = /^P-([1-9]\d{0,14})$/.exec(told ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Throws QRG_PACKAGE_ANSWERS for one that a person names and that was not sent to this partner; a file that names such a one answers none. */
async function answered(
  trx: Transaction,
  { institutionId }: Principal,
  packageId: number | undefined,
  { code }: PartnerRow,
  mustFit: boolean,
): Promise<number | null> {
  if (packageId === undefined) return null;
  const row = await trx
    .selectFrom('packages')
    .select(['partners', 'sent_at'])
    .where('package_id', '=', packageId)
    .where('institution_id', '=', institutionId)
    .where('direction', '=', 'out')
    .executeTakeFirst();
  if (row?.partners.includes(code) === true && row.sent_at !== null) return packageId;
  if (mustFit) throw new QorganError('QRG_PACKAGE_ANSWERS');
  return null;
}

/** Questions and recalls to one partner that an answer is looked for among: the latest. */
const SOUGHT_MOST = 500;

async function sentTo(
  { cases: { store } }: PackageDeps,
  trx: Transaction,
  { institutionId }: Principal,
  { code }: PartnerRow,
  format: 'known_accounts' | 'camt056',
): Promise<{ readonly packageId: number; readonly kept: KeptPackage }[]> {
  const rows = await trx
    .selectFrom('packages')
    .select(['package_id', 'sealed'])
    .where('institution_id', '=', institutionId)
    .where('direction', '=', 'out')
    .where('format', '=', format)
    .where('approved_at', 'is not', null)
    .where(sql<boolean>`partners @> ARRAY[${code}]::text[]`)
    .orderBy('package_id', 'desc')
    .limit(SOUGHT_MOST)
    .execute();
  return rows.map(({ package_id, sealed }) => ({
    packageId: package_id,
    kept: openKept(store.vault, sealed),
  }));
}

/** A question stays as it came, for a person to decide on; an answer is compared with what we asked. */
async function knownTold(
  deps: PackageDeps,
  trx: Transaction,
  principal: Principal,
  bytes: Buffer,
  partner: PartnerRow,
): Promise<Told> {
  const { store } = deps.cases;
  const { message, key } = orThrow(readMessage(bytes, keysOf(store, partner)));
  if (message.kind === 'question')
    return { answers: null, kept: NOTHING, asked: message.tags.length };
  const asked = (await sentTo(deps, trx, principal, partner, 'known_accounts')).find(
    ({ kept }) => kept.known?.round === message.round,
  );
  if (asked?.kept.known == null) throw new QorganError('QRG_PACKAGE_ANSWERS');
  const accounts = knownOf(message, key, asked.kept.known.accounts);
  return {
    answers: asked.packageId,
    kept: { ...NOTHING, known: { round: message.round, accounts } },
    asked: message.tags.length,
  };
}

/** Finds the recall that an answer is to, and what became of its payments after all answers. Throws QRG_RECALL_…, QRG_PACKAGE_ANSWERS. */
async function recallTold(
  deps: PackageDeps,
  trx: Transaction,
  principal: Principal,
  answer: RecallAnswer,
  partner: PartnerRow,
  said: number | null,
): Promise<{ readonly answers: number; readonly states: readonly RecallState[] }> {
  const sent = await sentTo(deps, trx, principal, partner, 'camt056');
  for (const { packageId, kept } of sent) {
    if (kept.recall === undefined || (said !== null && said !== packageId)) continue;
    const before = await answersBefore(deps, trx, packageId);
    const states = recallState(kept.recall, [...before, answer]);
    if (states.ok) return { answers: packageId, states: states.value };
    // What fits the recall and is wrong is told; what fits another is looked for further.
    if (states.problem.code !== 'QRG_RECALL_OTHER') orThrow(states);
  }
  throw new QorganError('QRG_PACKAGE_ANSWERS');
}

/** What was answered to a recall before, in the order it came. */
async function answersBefore(
  { cases: { store } }: PackageDeps,
  trx: Transaction,
  recallId: number,
): Promise<RecallAnswer[]> {
  const rows = await trx
    .selectFrom('packages')
    .select('sealed')
    .where('answers', '=', recallId)
    .where('direction', '=', 'in')
    .where('format', 'in', ['camt029', 'pacs004'])
    .orderBy('package_id')
    .limit(SOUGHT_MOST)
    .execute();
  return rows.flatMap(({ sealed }) => openKept(store.vault, sealed).recallAnswer ?? []);
}
