import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import { isMade, type MadeFormat } from '../../exchange/package/package-format.ts';
import type { Transaction } from '../../store/store.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { orThrow } from '../or-throw.ts';
import { digest } from '../watch/evidence/digest.ts';
import type { PackageDeps } from './deps.ts';
import { detailOf } from './draft-package.ts';
import type { SealedCopy } from './evidence/seal-case.ts';
import { COPIES_MOST } from './evidence/seal-case.ts';
import { openKept, sealKept } from './kept-wish.ts';
import { answerTo, mustStillAnswer } from './known/answer-known.ts';
import { type LeavingNow, leavingNow, makerOf, mustHold } from './leaving-of.ts';
import { mayNow } from './may-now.ts';
import { findPackage, lockPackage, type PackageRow, standingOf } from './package-row.ts';
import { type PackageView, packageNumber, packageView } from './package-view.ts';
import { keysOf, type PartnerRow, partnersByCode } from './partners/partners.ts';
import { personOf } from './person.ts';
import type { Prepared } from './prepared.ts';
import { auditOf, type Step, writeStep } from './write-step.ts';

/** The largest file of a package that leaves. */
const BYTES_MOST = 64 * 1024 * 1024;

export interface ApproveWish {
  /** SHA-256 of what the person saw that would leave, hex. */
  readonly leaving: string;
  readonly reason: string;
}

/**
 * A person who did not make it agrees with a package: what leaves is fixed as they saw it, and the file is made. Audited.
 * Throws QRG_PACKAGE_CHANGED when the case would give something else by now, QRG_PACKAGE_LARGE, what a writer refuses, and what
 * drafting throws.
 */
export async function approvePackage(
  deps: PackageDeps,
  principal: Principal,
  packageId: number,
  version: number,
  { leaving: seen, reason }: ApproveWish,
): Promise<PackageView> {
  personOf(principal);
  const { store, audit, now } = deps.cases;
  const at = now();
  const { row, partners } = await store.write(async (trx) =>
    approvable(trx, principal, packageId, version),
  );
  const prepared =
    row.case_id === null
      ? await answerTo(deps, principal, row, partners, seen, at)
      : await madeOfCase(deps, principal, row, partners, seen, at);
  const { made, caseVersion, sources } = prepared;
  const { bytes, fileName, mediaType, left } = made.written;
  if (bytes.length > BYTES_MOST)
    throw new QorganError('QRG_PACKAGE_LARGE', { mb: BYTES_MOST / 1024 / 1024 });
  return store.write(async (trx) => {
    await approvable(trx, principal, packageId, version);
    await mustStand(trx, row, caseVersion);
    // Others may have been approved while this one was computed.
    if (row.case_id === null) await mustStillAnswer(trx, principal, row, at);
    const kept = openKept(store.vault, row.sealed);
    const sha256 = digest(bytes);
    const step: Step = {
      act: 'approve',
      state: 'approved',
      at,
      actor: principal,
      note: reason,
      set: {
        approved_at: at,
        approved_by_id: principal.id,
        approved_by: principal.name,
        case_version: caseVersion,
        body_sealed: store.vault.seal(bytes),
        file_name: fileName,
        media_type: mediaType,
        bytes: bytes.length,
        sha256: Buffer.from(sha256, 'hex'),
        unsaid: JSON.stringify(left.slice(0, 500)),
        sources: [...sources],
        asked: made.asked ?? null,
        sealed: sealKept(store.vault, {
          ...kept,
          known: made.known ?? null,
          ...(made.recall && { recall: made.recall }),
        }),
      },
    };
    await writeStep({ store }, trx, row, step);
    const after = await findPackage(trx, packageId);
    await audit.appendIn(trx, auditOf(after, step, { ...detailOf(after), sha256, caseVersion }));
    return packageView(after, at);
  });
}

async function approvable(
  trx: Transaction,
  principal: Principal,
  packageId: number,
  version: number,
): Promise<{ readonly row: PackageRow; readonly partners: readonly PartnerRow[] }> {
  const row = await lockPackage(trx, principal, packageId, version);
  mayNow(standingOf(row), 'approve', principal);
  return { row, partners: await partnersByCode(trx, row.institution_id, row.partners) };
}

/** Between the look and the making nobody has changed the case, or re-marked what another house sent. */
async function mustStand(trx: Transaction, row: PackageRow, caseVersion: number | null) {
  if (row.case_id === null) return;
  const { version } = await trx
    .selectFrom('cases')
    .select('version')
    .where('case_id', '=', row.case_id)
    .forShare()
    .executeTakeFirstOrThrow();
  if (version !== caseVersion) throw new QorganError('QRG_PACKAGE_CHANGED');
}

async function madeOfCase(
  deps: PackageDeps,
  principal: Principal,
  row: PackageRow,
  partners: readonly PartnerRow[],
  seen: string,
  at: number,
): Promise<Prepared> {
  const { store } = deps.cases;
  const { format, language, answers } = row;
  if (!isMade(format)) throw new QorganError('QRG_PACKAGE_UNMADE', { format });
  const kept = openKept(store.vault, row.sealed);
  const leaving = await leavingNow(deps, principal, wishOf(row, format, kept.ask));
  if (leaving.sha256 !== seen) throw new QorganError('QRG_PACKAGE_CHANGED');
  const ground = mustHold(deps, {
    format,
    tlp: row.tlp,
    ground: row.ground!,
    language: language as Language,
    fields: leaving.fields,
    tlpLeast: leaving.tlpLeast,
    partners,
  });
  const maker = makerOf(deps, format);
  const made = orThrow(
    maker.make({
      file: leaving.file,
      number: packageNumber(row.package_id),
      tlp: row.tlp,
      partners: partners.map(({ code, name }) => ({ code, name })),
      purpose: kept.purpose!,
      ground,
      actName: deps.grounds.acts.get(ground.act)!.name,
      language: language as Language,
      ask: kept.ask!,
      dueAt: row.due_at,
      at,
      // Who it was is found by the number of the package, at home.
      operator: leaving.fields.includes('sender.officer')
        ? principal.name
        : packageNumber(row.package_id),
      sharedKey: partners.flatMap((partner) => keysOf(store, partner).slice(0, 1))[0],
      evidenceKey: await deps.evidenceKey(),
      answers: answers === null ? undefined : await theirNumber(deps, answers),
      copies: format === 'evidence' ? await copiesOf(deps, principal, leaving) : [],
    }),
  );
  if (maker.check !== undefined) orThrow(await maker.check(made.written.bytes));
  return { made, caseVersion: leaving.caseVersion, sources: leaving.sources };
}

/** What the house that asked calls its request; our own number of it where it told none. */
async function theirNumber({ cases: { store } }: PackageDeps, packageId: number): Promise<string> {
  const { sealed } = await store.db
    .selectFrom('packages')
    .select('sealed')
    .where('package_id', '=', packageId)
    .executeTakeFirstOrThrow();
  return openKept(store.vault, sealed).theirNumber ?? packageNumber(packageId);
}

export const wishOf = (
  row: PackageRow,
  format: MadeFormat,
  ask: ReturnType<typeof openKept>['ask'],
) => ({
  caseId: row.case_id!,
  format,
  partners: row.partners,
  fields: row.fields,
  ask,
  language: row.language as Language,
});

/** Sealed copies of the posts that leave: only where text, address, author and hash of posts all do, since a copy tells them all. */
async function copiesOf(
  { cases: { store } }: PackageDeps,
  principal: Principal,
  { file, fields }: LeavingNow,
): Promise<SealedCopy[]> {
  const told = ['post.capture', 'post.text', 'post.url', 'post.author'] as const;
  const hashes = file.posts.flatMap(({ captureHash }) => captureHash ?? []);
  if (!told.every((field) => fields.includes(field)) || hashes.length === 0) return [];
  const rows = await store.read(scopeOf(principal), (trx) =>
    trx
      .selectFrom('captures')
      .select(['capture_id', 'package_sealed'])
      .where(
        'sha256',
        'in',
        hashes.map((hash) => Buffer.from(hash, 'hex')),
      )
      .orderBy('capture_id')
      .limit(COPIES_MOST + 1)
      .execute(),
  );
  return rows.map(({ capture_id, package_sealed }) => ({
    captureId: capture_id,
    bytes: store.vault.open(package_sealed),
  }));
}
