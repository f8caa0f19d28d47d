import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Tlp } from '../../../domain/case/marking.ts';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import { keyPrint, SHARED_KEY_BYTES } from '../../../exchange/known-accounts/round.ts';
import type { PackageFormat } from '../../../exchange/package/package-format.ts';
import type { Store, Transaction } from '../../../store/store.ts';
import type { PackageTables, PartnerKind } from '../../../store/tables/packages.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import type { CaseDeps } from '../../cases/deps.ts';
import type { Page } from '../../cursor.ts';
import { NumberedPages, type PageWish } from '../../lists/page.ts';

export type PartnerRow = Selectable<PackageTables['partners']>;
type Deps = Pick<CaseDeps, 'store' | 'audit' | 'now'>;

/** A house that packages are exchanged with; its key is not told. */
export interface PartnerView {
  readonly partnerId: number;
  readonly version: number;
  readonly code: string;
  readonly name: string;
  readonly country: string;
  readonly kind: PartnerKind;
  readonly reads: readonly PackageFormat[];
  readonly contact: string;
  readonly key: {
    readonly print: string;
    readonly setAt: number;
    readonly before: string | null;
  } | null;
  readonly unmarkedTlp: Tlp;
  readonly retiredAt: number | null;
  readonly createdAt: number;
}

const partnerView = ({ vault }: Pick<Store, 'vault'>, row: PartnerRow): PartnerView => ({
  partnerId: row.partner_id,
  version: row.version,
  code: row.code,
  name: row.name,
  country: row.country,
  kind: row.kind,
  reads: row.reads,
  contact: vault.open(row.contact_sealed).toString(),
  key:
    row.key_print === null
      ? null
      : { print: row.key_print, setAt: row.key_set_at ?? 0, before: row.key_before_print },
  unmarkedTlp: row.unmarked_tlp,
  retiredAt: row.retired_at,
  createdAt: row.created_at,
});

const PARTNERS = new NumberedPages('partners', 0);

export interface PartnerFilter {
  readonly kind?: PartnerKind | undefined;
  readonly retired?: boolean | undefined;
}

/** Partners of the reader's institution, first entered first. Throws QRG_HTTP_CURSOR. */
export function listPartners(
  { store }: Deps,
  principal: Principal,
  { kind, retired }: PartnerFilter,
  wish: PageWish,
): Promise<Page<PartnerView>> {
  const after = PARTNERS.after(wish);
  return store.read(scopeOf(principal), async (trx) => {
    let rows = trx
      .selectFrom('partners')
      .selectAll()
      .where('partner_id', '>', after)
      .orderBy('partner_id')
      .limit(wish.limit + 1);
    if (kind !== undefined) rows = rows.where('kind', '=', kind);
    if (retired !== undefined) rows = rows.where('retired_at', retired ? 'is not' : 'is', null);
    return PARTNERS.of(
      await rows.execute(),
      wish,
      ({ partner_id }) => partner_id,
      (row) => partnerView(store, row),
    );
  });
}

/** Throws QRG_PARTNER_UNKNOWN. */
export async function showPartner(
  { store }: Deps,
  principal: Principal,
  partnerId: number,
): Promise<PartnerView> {
  const row = await store.read(scopeOf(principal), (trx) =>
    trx.selectFrom('partners').selectAll().where('partner_id', '=', partnerId).executeTakeFirst(),
  );
  if (row === undefined) throw new QorganError('QRG_PARTNER_UNKNOWN');
  return partnerView(store, row);
}

export interface NewPartner {
  readonly code: string;
  readonly name: string;
  readonly country: string;
  readonly kind: PartnerKind;
  readonly reads: readonly PackageFormat[];
  readonly contact: string;
  readonly unmarkedTlp: Tlp;
}

/** Enters a partner. Audited. Throws QRG_PARTNER_CODE. */
export function addPartner(
  deps: Deps,
  principal: Principal,
  wish: NewPartner,
): Promise<PartnerView> {
  const { store, audit, now } = deps;
  return store.write(async (trx) => {
    const row = await trx
      .insertInto('partners')
      .values({
        institution_id: principal.institutionId,
        code: wish.code,
        name: wish.name,
        country: wish.country,
        kind: wish.kind,
        reads: [...new Set(wish.reads)],
        contact_sealed: store.vault.seal(wish.contact),
        unmarked_tlp: wish.unmarkedTlp,
        created_at: now(),
      })
      .onConflict((on) => on.columns(['institution_id', 'code']).doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) throw new QorganError('QRG_PARTNER_CODE', { code: wish.code });
    await audit.appendIn(trx, auditOf(principal, row, 'add'));
    return partnerView(store, row);
  });
}

export interface PartnerEdit {
  readonly name?: string | undefined;
  readonly country?: string | undefined;
  readonly kind?: PartnerKind | undefined;
  readonly reads?: readonly PackageFormat[] | undefined;
  readonly contact?: string | undefined;
  readonly unmarkedTlp?: Tlp | undefined;
  readonly retired?: boolean | undefined;
}

/** Changes a partner; the code stays, since marks name it. Audited. Throws QRG_PARTNER_UNKNOWN, QRG_PARTNER_VERSION. */
export function editPartner(
  { store, audit, now }: Deps,
  principal: Principal,
  partnerId: number,
  version: number,
  edit: PartnerEdit,
): Promise<PartnerView> {
  return store.write(async (trx) => {
    const before = await lockPartner(trx, principal, partnerId, version);
    const { name, country, kind, reads, contact, unmarkedTlp, retired } = edit;
    const row = await trx
      .updateTable('partners')
      .set({
        version: before.version + 1,
        ...(name !== undefined && { name }),
        ...(country !== undefined && { country }),
        ...(kind !== undefined && { kind }),
        ...(reads !== undefined && { reads: [...new Set(reads)] }),
        ...(contact !== undefined && { contact_sealed: store.vault.seal(contact) }),
        ...(unmarkedTlp !== undefined && { unmarked_tlp: unmarkedTlp }),
        ...(retired !== undefined && { retired_at: retired ? (before.retired_at ?? now()) : null }),
      })
      .where('partner_id', '=', partnerId)
      .returningAll()
      .executeTakeFirstOrThrow();
    await audit.appendIn(trx, auditOf(principal, row, 'edit', { fields: Object.keys(edit) }));
    return partnerView(store, row);
  });
}

export interface KeyWish {
  /** Hex, as the partner made it; made here when not said. */
  readonly key?: string | undefined;
  readonly reason: string;
}

export interface PartnerKeySet {
  readonly partner: PartnerView;
  /** Hex, told this once; null for one that the partner made. */
  readonly key: string | null;
}

/**
 * Sets the key of the two parties in the place of the one before, which still reads what was asked with it; a key before that is
 * gone. Audited by its print. Throws QRG_PARTNER_UNKNOWN, QRG_PARTNER_VERSION.
 */
export function setPartnerKey(
  { store, audit, now }: Deps,
  principal: Principal,
  partnerId: number,
  version: number,
  { key: told, reason }: KeyWish,
): Promise<PartnerKeySet> {
  const key = told === undefined ? randomBytes(SHARED_KEY_BYTES) : Buffer.from(told, 'hex');
  const print = keyPrint(key);
  return store.write(async (trx) => {
    const before = await lockPartner(trx, principal, partnerId, version);
    const row = await trx
      .updateTable('partners')
      .set({
        version: before.version + 1,
        key_sealed: store.vault.seal(key),
        key_print: print,
        key_set_at: now(),
        key_before_sealed: before.key_sealed,
        key_before_print: before.key_print,
      })
      .where('partner_id', '=', partnerId)
      .returningAll()
      .executeTakeFirstOrThrow();
    await audit.appendIn(trx, { ...auditOf(principal, row, 'key', { print }), reason });
    return {
      partner: partnerView(store, row),
      key: told === undefined ? key.toString('hex') : null,
    };
  });
}

async function lockPartner(
  trx: Transaction,
  { institutionId }: Principal,
  partnerId: number,
  version: number,
): Promise<PartnerRow> {
  const row = await trx
    .selectFrom('partners')
    .selectAll()
    .where('partner_id', '=', partnerId)
    .where('institution_id', '=', institutionId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_PARTNER_UNKNOWN');
  if (row.version !== version)
    throw new QorganError('QRG_PARTNER_VERSION', { version: row.version });
  return row;
}

const auditOf = (
  actor: Principal,
  row: PartnerRow,
  act: 'add' | 'edit' | 'key',
  detail: AuditEntry['detail'] = {},
): AuditEntry => ({
  actor,
  action: `partner.${act}`,
  object: `partner:${row.partner_id}`,
  detail: { code: row.code, country: row.country, kind: row.kind, ...detail },
});

/** Partners of an institution by their codes, in the order of the codes. Throws QRG_PACKAGE_PARTNER for one that is not there or retired. */
export async function partnersByCode(
  trx: Transaction,
  institutionId: number,
  codes: readonly string[],
  { retiredToo = false } = {},
): Promise<PartnerRow[]> {
  const rows = await trx
    .selectFrom('partners')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('code', 'in', [...codes])
    .execute();
  return codes.map((code) => {
    const row = rows.find((one) => one.code === code);
    if (row === undefined || (row.retired_at !== null && !retiredToo))
      throw new QorganError('QRG_PACKAGE_PARTNER', { partner: code });
    return row;
  });
}

/** Keys that the two share, the one in use first. */
export const keysOf = (
  { vault }: Pick<Store, 'vault'>,
  { key_sealed, key_before_sealed }: PartnerRow,
): Uint8Array[] =>
  [key_sealed, key_before_sealed].flatMap((sealed) =>
    sealed === null ? [] : [vault.open(sealed)],
  );
