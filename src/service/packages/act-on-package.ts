import { stricter, type Tlp } from '../../domain/case/marking.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { whyWithheld } from '../../exchange/fields/releasable.ts';
import type { Transaction } from '../../store/store.ts';
import type { Principal } from '../access/principal.ts';
import type { AuditEntry } from '../audit/entry.ts';
import { actOnCase } from '../cases/act-on-case.ts';
import { approvePackage } from './approve-package.ts';
import type { PackageDeps } from './deps.ts';
import { openKept, sealKept } from './kept-wish.ts';
import { caseOf } from './leaving-of.ts';
import { mayNow } from './may-now.ts';
import { findPackage, lockPackage, type PackageRow, standingOf } from './package-row.ts';
import { type PackageView, packageView } from './package-view.ts';
import { personOf } from './person.ts';
import { auditOf, type Step, writeStep } from './write-step.ts';

/** What a person asks to do with a package; `reason` is that person's words. */
export type PackageWish = { readonly reason: string } & (
  | { readonly kind: 'return' | 'withdraw' }
  | { readonly kind: 'approve'; readonly leaving: string }
  | { readonly kind: 'send'; readonly how: string; readonly to: string; readonly sentAt: number }
  | { readonly kind: 'answer'; readonly answeredAt: number; readonly by?: number | undefined }
  | { readonly kind: 'refuse'; readonly answeredAt: number }
  | { readonly kind: 'mark'; readonly tlp: Tlp }
  | { readonly kind: 'attach'; readonly case: number }
);

/**
 * One act of a named person on a package, with a reason; audited in the same transaction. `version` is the one the person saw.
 * Qorgan sends nothing: `send` says that this person sent the file, how, to whom and when.
 *
 * Throws QRG_PACKAGE_PERSON, QRG_PACKAGE_UNKNOWN, QRG_PACKAGE_VERSION, QRG_PACKAGE_STATE, QRG_PACKAGE_ROLE, QRG_PACKAGE_MAKER,
 * QRG_PACKAGE_SAME_PERSON, QRG_PACKAGE_TIME, QRG_PACKAGE_TLP, QRG_PACKAGE_MARK, QRG_PACKAGE_ANSWERS, and what `approvePackage` and
 * an act on the case throw.
 */
export async function actOnPackage(
  deps: PackageDeps,
  principal: Principal,
  packageId: number,
  version: number,
  wish: PackageWish,
): Promise<PackageView> {
  personOf(principal);
  if (wish.kind === 'approve') return approvePackage(deps, principal, packageId, version, wish);
  if (wish.kind === 'attach') await attach(deps, principal, packageId, version, wish);
  const { store, audit, now } = deps.cases;
  const at = now();
  return store.write(async (trx) => {
    const row = await lockPackage(trx, principal, packageId, version);
    const state = mayNow(standingOf(row), wish.kind, principal);
    const { set, detail } = await changesOf(deps, trx, row, wish, at);
    const step: Step = { act: wish.kind, state, at, actor: principal, note: wish.reason, set };
    await writeStep({ store }, trx, row, step);
    const after = await findPackage(trx, packageId);
    await audit.appendIn(trx, auditOf(after, step, detail));
    return packageView(after, at);
  });
}

interface Changes {
  readonly set: NonNullable<Step['set']>;
  readonly detail: NonNullable<AuditEntry['detail']>;
}

async function changesOf(
  deps: PackageDeps,
  trx: Transaction,
  row: PackageRow,
  wish: Exclude<PackageWish, { readonly kind: 'approve' }>,
  now: number,
): Promise<Changes> {
  const { vault } = deps.cases.store;
  switch (wish.kind) {
    case 'send': {
      checkTime(wish.sentAt, row.approved_at!, now);
      await mustStillGo(trx, row);
      const sent = { how: wish.how, to: wish.to };
      const sealed = sealKept(vault, { ...openKept(vault, row.sealed), sent });
      return { set: { sent_at: wish.sentAt, sealed }, detail: { partners: row.partners } };
    }
    case 'answer':
    case 'refuse': {
      checkTime(wish.answeredAt, row.sent_at!, now);
      const by = wish.kind === 'answer' ? wish.by : undefined;
      if (by !== undefined) await linkAnswer(trx, row, by);
      return { set: { ended_at: wish.answeredAt }, detail: { ...(by !== undefined && { by }) } };
    }
    case 'withdraw':
      return { set: { ended_at: now }, detail: {} };
    case 'mark':
      return markMore(trx, row, wish.tlp);
    case 'attach':
      return { set: {}, detail: { case: wish.case } };
    case 'return':
      return { set: {}, detail: {} };
  }
}

const MINUTE_MS = 60_000;

/** People write minutes. */
function checkTime(told: number, since: number, now: number): void {
  if (told > now || told < Math.floor(since / MINUTE_MS) * MINUTE_MS)
    throw new QorganError('QRG_PACKAGE_TIME');
}

/**
 * Marks may have become stricter since this package was approved: of its case, or of what other houses sent. Then it goes no further.
 * Who sees all gives packages of other institutions to a case, too: sources are asked for by number alone. Throws QRG_PACKAGE_TLP.
 */
export async function mustStillGo(trx: Transaction, row: PackageRow): Promise<void> {
  const ofCase =
    row.case_id === null
      ? undefined
      : await trx
          .selectFrom('cases')
          .select('tlp')
          .where('case_id', '=', row.case_id)
          .where('tlp', '=', 'red')
          .executeTakeFirst();
  if (ofCase !== undefined) throw new QorganError('QRG_PACKAGE_TLP', { tlp: 'RED' });
  if (row.sources.length === 0) return;
  // What stayed when the package was made stays out of it: only marks since then say something new.
  const marks = await trx
    .selectFrom('imported_facts as f')
    .select(['f.tlp', 'f.named_to'])
    .distinct()
    .where('f.package_id', 'in', row.sources)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('package_events as e')
          .select('e.package_id')
          .whereRef('e.package_id', '=', 'f.package_id')
          .where('e.act', '=', 'mark')
          .where('e.at', '>=', row.approved_at ?? 0),
      ),
    )
    .execute();
  const strict = marks.find(
    ({ tlp, named_to }) => whyWithheld({ tlp, namedTo: named_to }, row.partners) !== null,
  );
  if (strict !== undefined)
    throw new QorganError('QRG_PACKAGE_TLP', { tlp: strict.tlp.toUpperCase() });
}

/** Throws QRG_PACKAGE_ANSWERS unless a package came in from one of those who were asked. */
async function linkAnswer(trx: Transaction, row: PackageRow, by: number): Promise<void> {
  const answer = await trx
    .selectFrom('packages')
    .select(['partners', 'answers'])
    .where('package_id', '=', by)
    .where('institution_id', '=', row.institution_id)
    .where('direction', '=', 'in')
    .executeTakeFirst();
  const fits = answer?.partners.some((code) => row.partners.includes(code)) === true;
  if (!fits || (answer.answers !== null && answer.answers !== row.package_id))
    throw new QorganError('QRG_PACKAGE_ANSWERS');
  await trx
    .updateTable('packages')
    .set({ answers: row.package_id })
    .where('package_id', '=', by)
    .execute();
}

/** Everything of the package is handled at least so strictly from now on. Throws QRG_PACKAGE_MARK for a looser mark. */
async function markMore(trx: Transaction, row: PackageRow, tlp: Tlp): Promise<Changes> {
  if (tlp === row.tlp || stricter(tlp, row.tlp) !== tlp)
    throw new QorganError('QRG_PACKAGE_MARK', { tlp: row.tlp.toUpperCase() });
  const elements = await trx
    .selectFrom('imported_facts')
    .select('tlp')
    .distinct()
    .where('package_id', '=', row.package_id)
    .execute();
  const looser = elements.map((one) => one.tlp).filter((one) => stricter(one, tlp) !== one);
  if (looser.length > 0)
    await trx
      .updateTable('imported_facts')
      .set({ tlp })
      .where('package_id', '=', row.package_id)
      .where('tlp', 'in', looser)
      .execute();
  return { set: { tlp }, detail: { from: row.tlp, to: tlp } };
}

/** Puts a package that came in into a case, as an item of it: an act on that case, with its own rights and record. */
async function attach(
  deps: PackageDeps,
  principal: Principal,
  packageId: number,
  version: number,
  wish: { readonly case: number; readonly reason: string },
): Promise<void> {
  await deps.cases.store.write(async (trx) => {
    mayNow(standingOf(await lockPackage(trx, principal, packageId, version)), 'attach', principal);
  });
  const found = await caseOf(deps, principal, wish.case);
  await actOnCase(deps.cases, principal, wish.case, found.version, {
    kind: 'add_item',
    items: [{ kind: 'package', ref: String(packageId) }],
    reason: wish.reason,
  });
}
