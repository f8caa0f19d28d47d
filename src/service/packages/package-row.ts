import { type Selectable, sql } from 'kysely';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { PackageStanding } from '../../exchange/package/package-acts.ts';
import type { Transaction } from '../../store/store.ts';
import type { PackageTables } from '../../store/tables/packages.ts';
import type { Principal } from '../access/principal.ts';

/** A package without its bytes, with the number of its case and its partners by code. */
export type PackageRow = Omit<Selectable<PackageTables['packages']>, 'body_sealed'> & {
  readonly case_number: string | null;
  readonly partner_rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly country: string;
  }[];
};

const COLUMNS = [
  'packages.package_id',
  'packages.institution_id',
  'packages.case_id',
  'packages.direction',
  'packages.format',
  'packages.state',
  'packages.tlp',
  'packages.partners',
  'packages.sealed',
  'packages.ground',
  'packages.fields',
  'packages.language',
  'packages.answers',
  'packages.case_version',
  'packages.file_name',
  'packages.media_type',
  'packages.bytes',
  'packages.sha256',
  'packages.unsaid',
  'packages.sources',
  'packages.asked',
  'packages.content',
  'packages.made_at',
  'packages.made_by_id',
  'packages.made_by',
  'packages.approved_at',
  'packages.approved_by_id',
  'packages.approved_by',
  'packages.sent_at',
  'packages.due_at',
  'packages.ended_at',
  'packages.version',
] as const;

/** Packages as the reader of the transaction may see them. */
export const packageRows = (trx: Transaction) =>
  trx
    .selectFrom('packages')
    .leftJoin('cases', 'cases.case_id', 'packages.case_id')
    .select([...COLUMNS, 'cases.number as case_number'])
    .select(
      sql<
        PackageRow['partner_rows']
      >`(SELECT coalesce(jsonb_agg(jsonb_build_object('code', p.code, 'name', p.name, 'country', p.country)
          ORDER BY array_position(packages.partners, p.code)), '[]')
        FROM partners p WHERE p.institution_id = packages.institution_id AND p.code = ANY (packages.partners))`.as(
        'partner_rows',
      ),
    );

/** Throws QRG_PACKAGE_UNKNOWN for one that the reader of the transaction may not see. */
export async function findPackage(trx: Transaction, packageId: number): Promise<PackageRow> {
  const row = await packageRows(trx)
    .where('packages.package_id', '=', packageId)
    .executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_PACKAGE_UNKNOWN');
  return row;
}

/** Acts are of people of the institution whose package it is; who sees all reads. */
export const isTheirs = (
  { institution_id }: Pick<PackageRow, 'institution_id'>,
  { institutionId }: Principal,
): boolean => institution_id === institutionId;

/**
 * A package to act on, locked until the transaction ends. Throws QRG_PACKAGE_UNKNOWN, and QRG_PACKAGE_VERSION with the version it
 * has when it is not as the person saw it.
 */
export async function lockPackage(
  trx: Transaction,
  principal: Principal,
  packageId: number,
  version: number,
): Promise<PackageRow> {
  await trx
    .selectFrom('packages')
    .select('package_id')
    .where('package_id', '=', packageId)
    .forUpdate()
    .execute();
  const row = await findPackage(trx, packageId);
  if (!isTheirs(row, principal)) throw new QorganError('QRG_PACKAGE_UNKNOWN');
  if (row.version !== version)
    throw new QorganError('QRG_PACKAGE_VERSION', { version: row.version });
  return row;
}

export const standingOf = (row: PackageRow): PackageStanding => ({
  state: row.state,
  madeBy: row.made_by_id,
  approvedBy: row.approved_by_id,
});
