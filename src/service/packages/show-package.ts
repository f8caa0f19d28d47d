import type { Tlp } from '../../domain/case/marking.ts';
import { type Problem, QorganError } from '../../domain/errors/catalogue.ts';
import {
  type PossiblePackageAct,
  possiblePackageActs,
} from '../../exchange/package/package-acts.ts';
import { isMade, type MadeFormat } from '../../exchange/package/package-format.ts';
import type { PackageState } from '../../exchange/package/package-state.ts';
import { MADE_STATES } from '../../exchange/package/package-state.ts';
import type { Transaction } from '../../store/store.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { mustStillGo } from './act-on-package.ts';
import { wishOf } from './approve-package.ts';
import type { PackageDeps } from './deps.ts';
import { type KeptPackage, openKept } from './kept-wish.ts';
import { answerDigest } from './known/answer-known.ts';
import { type LeavingNow, leavingNow } from './leaving-of.ts';
import { findPackage, isTheirs, type PackageRow, standingOf } from './package-row.ts';
import { type Actor, type PackageView, packageView } from './package-view.ts';

export interface PackageEvent {
  readonly at: number;
  /** null: Qorgan. */
  readonly by: Actor | null;
  readonly act: string;
  readonly state: PackageState;
  readonly note: string;
}

export interface PackageDetail extends PackageView {
  readonly kept: KeptPackage;
  readonly unsaid: readonly string[];
  /** Of a draft of a case, as the case is now. */
  readonly leaving: LeavingNow | null;
  /** Why a draft could not leave as the case is now. */
  readonly problem: Problem | null;
  /** Of the answer to a question for accounts, a draft: what the approver agrees to. */
  readonly answerSha256: string | null;
  readonly answeredBy: readonly number[];
  readonly cases: readonly { readonly caseId: number; readonly number: string }[];
  readonly events: readonly PackageEvent[];
  readonly may: readonly PossiblePackageAct[];
}

const EVENTS_MOST = 200;
const LINKED_MOST = 50;

/**
 * A package with all that was done to it and what this person may do now; of a draft, all that would leave: the look is audited then.
 * Throws QRG_PACKAGE_UNKNOWN.
 */
export async function showPackage(
  deps: PackageDeps,
  principal: Principal,
  packageId: number,
): Promise<PackageDetail> {
  const { store, audit, now } = deps.cases;
  const { row, ...found } = await store.read(scopeOf(principal), async (trx) => {
    const one = await findPackage(trx, packageId);
    const question =
      one.answers === null || one.case_id !== null
        ? undefined
        : await findPackage(trx, one.answers);
    return {
      row: one,
      answerSha256: question !== undefined && one.state === 'draft' ? answerDigest(question) : null,
      events: await eventsOf(deps, trx, packageId),
      answeredBy: await answersOf(trx, packageId),
      cases: await casesOf(trx, one),
    };
  });
  const kept = openKept(store.vault, row.sealed);
  const mine = isTheirs(row, principal);
  const isDraft = row.state === 'draft' && row.case_id !== null && isMade(row.format) && mine;
  const { leaving, problem } = isDraft
    ? await leavingOrWhy(deps, principal, row, kept)
    : { leaving: null, problem: null };
  if (leaving !== null || kept.known !== null)
    await audit.append({
      actor: principal,
      institutionId: row.institution_id,
      action: 'package.look',
      object: `package:${packageId}`,
      detail: {
        case: row.case_id,
        elements: leaving?.rows.length ?? kept.known?.accounts.length ?? 0,
      },
    });
  return {
    ...packageView(row, now()),
    ...found,
    kept,
    unsaid: row.unsaid ?? [],
    leaving,
    problem,
    may:
      principal.kind === 'user' && mine
        ? possiblePackageActs(standingOf(row), { id: principal.id, roles: principal.roles })
        : [],
  };
}

/** A draft that cannot leave any more is shown all the same: somebody has to take it back. */
async function leavingOrWhy(
  deps: PackageDeps,
  principal: Principal,
  row: PackageRow,
  { ask }: KeptPackage,
): Promise<{ readonly leaving: LeavingNow | null; readonly problem: Problem | null }> {
  try {
    const wish = wishOf(row, row.format as MadeFormat, ask);
    return { leaving: await leavingNow(deps, principal, wish), problem: null };
  } catch (error) {
    if (!(error instanceof QorganError)) throw error;
    return { leaving: null, problem: error.problem };
  }
}

async function eventsOf(
  { cases: { store } }: PackageDeps,
  trx: Transaction,
  packageId: number,
): Promise<PackageEvent[]> {
  const rows = await trx
    .selectFrom('package_events')
    .selectAll()
    .where('package_id', '=', packageId)
    .orderBy('version')
    .limit(EVENTS_MOST)
    .execute();
  return rows.map(({ at, actor_id, actor, act, state, note_sealed }) => ({
    at,
    by: actor_id === null ? null : { userId: actor_id, name: actor },
    act,
    state,
    note: store.vault.open(note_sealed).toString(),
  }));
}

async function answersOf(trx: Transaction, packageId: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('packages')
    .select('package_id')
    .where('answers', '=', packageId)
    .orderBy('package_id')
    .limit(LINKED_MOST)
    .execute();
  return rows.map(({ package_id }) => package_id);
}

async function casesOf(trx: Transaction, { direction, package_id }: PackageRow) {
  if (direction === 'out') return [];
  const rows = await trx
    .selectFrom('case_items')
    .innerJoin('cases', 'cases.case_id', 'case_items.case_id')
    .select(['cases.case_id', 'cases.number'])
    .where('case_items.kind', '=', 'package')
    .where('case_items.ref', '=', String(package_id))
    .where('case_items.removed_at', 'is', null)
    .orderBy('cases.case_id')
    .limit(LINKED_MOST)
    .execute();
  return rows.map(({ case_id, number }) => ({ caseId: case_id, number }));
}

export interface PackageBytes {
  readonly bytes: Buffer;
  readonly name: string;
  readonly mediaType: string;
  /** Hex. */
  readonly sha256: string;
  readonly tlp: Tlp;
}

/**
 * The file as it was fixed: what leaves once it is approved, what came as it came. The look is audited before it is given. Throws
 * QRG_PACKAGE_UNKNOWN, QRG_PACKAGE_FILE for what is not made or was withdrawn, QRG_PACKAGE_TLP when a mark has become stricter since.
 */
export async function packageBytes(
  { cases: { store, audit } }: PackageDeps,
  principal: Principal,
  packageId: number,
): Promise<PackageBytes> {
  const { row, body } = await store.read(scopeOf(principal), async (trx) => {
    const one = await findPackage(trx, packageId);
    if (one.direction === 'out') {
      if (!MADE_STATES.includes(one.state)) throw new QorganError('QRG_PACKAGE_FILE');
      await mustStillGo(trx, one);
    }
    const { body_sealed } = await trx
      .selectFrom('packages')
      .select('body_sealed')
      .where('package_id', '=', packageId)
      .executeTakeFirstOrThrow();
    return { row: one, body: body_sealed };
  });
  if (body === null || row.sha256 === null) throw new QorganError('QRG_PACKAGE_FILE');
  const sha256 = row.sha256.toString('hex');
  await audit.append({
    actor: principal,
    institutionId: row.institution_id,
    action: 'package.download',
    object: `package:${packageId}`,
    detail: { format: row.format, partners: row.partners, tlp: row.tlp, sha256 },
  });
  return {
    bytes: store.vault.open(body),
    name: row.file_name ?? `package-${packageId}`,
    mediaType: row.media_type ?? 'application/octet-stream',
    sha256,
    tlp: row.tlp,
  };
}

/** What would leave of a wish that nobody keeps. The look is audited. Throws as `leavingNow`. */
export async function previewPackage(
  deps: PackageDeps,
  principal: Principal,
  wish: Parameters<typeof leavingNow>[2],
): Promise<LeavingNow> {
  const leaving = await leavingNow(deps, principal, wish);
  await deps.cases.audit.append({
    actor: principal,
    action: 'package.preview',
    object: `case:${wish.caseId}`,
    detail: { format: wish.format, partners: [...wish.partners], fields: [...leaving.fields] },
  });
  return leaving;
}
