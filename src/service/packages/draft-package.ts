import type { Tlp } from '../../domain/case/marking.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import type { FieldClass } from '../../exchange/fields/field-class.ts';
import { PACKAGE_MAKERS } from '../../exchange/package/package-acts.ts';
import type { MadeFormat } from '../../exchange/package/package-format.ts';
import type { Transaction } from '../../store/store.ts';
import type { Principal } from '../access/principal.ts';
import type { PackageDeps } from './deps.ts';
import { openKept, type PackageAsk, sealKept } from './kept-wish.ts';
import { caseOf, type LeavingNow, leavingNow, mustHold } from './leaving-of.ts';
import { mayNow } from './may-now.ts';
import { findPackage, lockPackage, type PackageRow, standingOf } from './package-row.ts';
import { type PackageView, packageView } from './package-view.ts';
import { type PartnerRow, partnersByCode } from './partners/partners.ts';
import { personOf } from './person.ts';
import { auditOf, type Step, writeEvent, writeStep } from './write-step.ts';

export interface AskWish {
  readonly accounts?: readonly string[] | undefined;
  readonly transfers?: readonly string[] | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly text?: string | undefined;
}

/** What a person wants to send. */
export interface DraftWish {
  readonly case: number;
  readonly format: MadeFormat;
  readonly partners: readonly string[];
  readonly tlp: Tlp;
  readonly ground: string;
  readonly purpose: string;
  /** undefined: the least that the format needs. */
  readonly fields?: readonly FieldClass[] | undefined;
  readonly language: Language;
  readonly ask?: AskWish | undefined;
  readonly dueAt?: number | undefined;
  /** A package that came, which this one answers. */
  readonly answers?: number | undefined;
}

const YEAR_MS = 366 * 86_400_000;

export const askOf = (ask: AskWish | undefined): PackageAsk => ({
  accounts: [...new Set(ask?.accounts ?? [])],
  transfers: [...new Set(ask?.transfers ?? [])],
  from: ask?.from ?? null,
  to: ask?.to ?? null,
  text: ask?.text ?? null,
});

/** Throws QRG_PACKAGE_DUE. */
function checkDue(dueAt: number | null, now: number): void {
  if (dueAt !== null && (dueAt <= now || dueAt > now + YEAR_MS))
    throw new QorganError('QRG_PACKAGE_DUE');
}

/**
 * Drafts a package of a case: what is chosen is held against ground, partners and marks, and nothing is made. Audited.
 * Throws QRG_PACKAGE_PERSON, QRG_PACKAGE_ROLE, QRG_PACKAGE_PARTNER, QRG_PACKAGE_DUE, and what `leavingNow` and `mustHold` throw.
 */
export async function draftPackage(
  deps: PackageDeps,
  principal: Principal,
  wish: DraftWish,
): Promise<PackageView> {
  const person = personOf(principal);
  if (!person.roles.some((role) => (PACKAGE_MAKERS as readonly string[]).includes(role)))
    throw new QorganError('QRG_PACKAGE_ROLE', { act: 'draft' });
  const { store, audit, now } = deps.cases;
  const at = now();
  const ask = askOf(wish.ask);
  const dueAt = wish.dueAt ?? null;
  checkDue(dueAt, at);
  await caseOf(deps, principal, wish.case);
  const codes = [...new Set(wish.partners)];
  const leaving = await leavingNow(deps, principal, {
    ...wish,
    caseId: wish.case,
    partners: codes,
    fields: wish.fields,
    ask,
  });
  return store.write(async (trx) => {
    const partners = await partnersByCode(trx, principal.institutionId, codes);
    hold(deps, wish, leaving, partners);
    if (wish.answers !== undefined) await mustAnswer(trx, principal, wish.answers, codes);
    const { package_id } = await trx
      .insertInto('packages')
      .values({
        institution_id: principal.institutionId,
        case_id: wish.case,
        direction: 'out',
        format: wish.format,
        state: 'draft',
        tlp: wish.tlp,
        partners: codes,
        sealed: sealKept(store.vault, { purpose: wish.purpose, ask, sent: null, known: null }),
        ground: wish.ground,
        fields: [...leaving.fields],
        language: wish.language,
        made_at: at,
        made_by_id: principal.id,
        made_by: principal.name,
        due_at: dueAt,
        answers: wish.answers ?? null,
      })
      .returning('package_id')
      .executeTakeFirstOrThrow();
    const row = await findPackage(trx, package_id);
    const step: Step = { act: 'draft', state: 'draft', at, actor: principal, note: wish.purpose };
    await writeEvent({ store }, trx, row, step);
    await audit.appendIn(trx, auditOf(row, step, detailOf(row)));
    return packageView(row, at);
  });
}

/** Throws QRG_PACKAGE_ANSWERS unless a package came in from one of those to whom the answer goes. */
async function mustAnswer(
  trx: Transaction,
  { institutionId }: Principal,
  packageId: number,
  partners: readonly string[],
): Promise<void> {
  const row = await trx
    .selectFrom('packages')
    .select('partners')
    .where('package_id', '=', packageId)
    .where('institution_id', '=', institutionId)
    .where('direction', '=', 'in')
    .executeTakeFirst();
  if (row?.partners.some((code) => partners.includes(code)) !== true)
    throw new QorganError('QRG_PACKAGE_ANSWERS');
}

/** What stands of a package in the record of acts. */
export const detailOf = (row: PackageRow) => ({
  case: row.case_id,
  format: row.format,
  tlp: row.tlp,
  partners: row.partners,
  ground: row.ground,
  fields: row.fields,
});

const hold = (
  deps: PackageDeps,
  wish: Pick<DraftWish, 'format' | 'tlp' | 'ground' | 'language'>,
  { fields, tlpLeast }: LeavingNow,
  partners: readonly PartnerRow[],
) => mustHold(deps, { ...wish, fields, tlpLeast, partners });

export interface PackageEdit {
  readonly partners?: readonly string[] | undefined;
  readonly tlp?: Tlp | undefined;
  readonly ground?: string | undefined;
  readonly purpose?: string | undefined;
  readonly fields?: readonly FieldClass[] | undefined;
  readonly language?: Language | undefined;
  readonly ask?: AskWish | undefined;
  readonly dueAt?: number | null | undefined;
}

/** Changes a draft; only its maker does, so that another person approves all of it. Audited. Throws as `draftPackage`, and QRG_PACKAGE_… of acts. */
export async function editPackage(
  deps: PackageDeps,
  principal: Principal,
  packageId: number,
  version: number,
  edit: PackageEdit,
): Promise<PackageView> {
  personOf(principal);
  const { store, audit, now } = deps.cases;
  const at = now();
  const before = await store.write((trx) => editable(trx, principal, packageId, version));
  const kept = openKept(store.vault, before.sealed);
  const next = {
    caseId: before.case_id!,
    format: before.format as MadeFormat,
    partners: edit.partners === undefined ? before.partners : [...new Set(edit.partners)],
    tlp: edit.tlp ?? before.tlp,
    ground: edit.ground ?? before.ground!,
    fields: edit.fields ?? before.fields,
    language: edit.language ?? (before.language as Language),
    ask: edit.ask === undefined ? kept.ask : askOf(edit.ask),
    purpose: edit.purpose ?? kept.purpose!,
    dueAt: edit.dueAt === undefined ? before.due_at : edit.dueAt,
  };
  checkDue(edit.dueAt ?? null, at);
  const leaving = await leavingNow(deps, principal, next);
  return store.write(async (trx) => {
    const row = await editable(trx, principal, packageId, version);
    const partners = await partnersByCode(trx, principal.institutionId, next.partners);
    hold(deps, next, leaving, partners);
    const step: Step = {
      act: 'edit',
      state: 'draft',
      at,
      actor: principal,
      note: Object.keys(edit).join(', '),
      set: {
        tlp: next.tlp,
        partners: next.partners,
        ground: next.ground,
        fields: [...leaving.fields],
        language: next.language,
        due_at: next.dueAt,
        sealed: sealKept(store.vault, { ...kept, purpose: next.purpose, ask: next.ask }),
      },
    };
    await writeStep({ store }, trx, row, step);
    const after = await findPackage(trx, packageId);
    await audit.appendIn(trx, auditOf(after, step, detailOf(after)));
    return packageView(after, at);
  });
}

async function editable(
  trx: Transaction,
  principal: Principal,
  packageId: number,
  version: number,
): Promise<PackageRow> {
  const row = await lockPackage(trx, principal, packageId, version);
  mayNow(standingOf(row), 'edit', principal);
  // The answer to a question for accounts is computed, not chosen.
  if (row.case_id === null)
    throw new QorganError('QRG_PACKAGE_STATE', { act: 'edit', state: row.state });
  return row;
}
