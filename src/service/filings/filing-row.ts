import { type Selectable, sql } from 'kysely';
import { QorganError } from '../../domain/errors/catalogue.ts';
import {
  type FilingActKind,
  type FilingStanding,
  mayOnFiling,
} from '../../domain/filing/filing-acts.ts';
import type { Fm1Document } from '../../exchange/fm1/document.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { FilingTables } from '../../store/tables/filings.ts';
import type { Principal } from '../access/principal.ts';
import { orThrow } from '../or-throw.ts';
import { personOf } from './person.ts';

/** A notice with what is shown of the things around it. */
export type FilingRow = Selectable<FilingTables['filings']> & {
  readonly code: string;
  readonly case_number: string | null;
  readonly follows_number: string | null;
  /** The notice that stands in its place; null: none, or a withdrawn one. */
  readonly followed_by: number | null;
};

/** Notices as the reader of the transaction may see them. */
export const filingRows = (trx: Transaction) =>
  trx
    .selectFrom('filings')
    .innerJoin('institutions', 'institutions.institution_id', 'filings.institution_id')
    .leftJoin('cases', 'cases.case_id', 'filings.case_id')
    .leftJoin('filings as before', 'before.filing_id', 'filings.follows')
    .selectAll('filings')
    .select([
      'institutions.code',
      'cases.number as case_number',
      sql<string | null>`before.year || '-' || before.number`.as('follows_number'),
      sql<number | null>`(SELECT min(later.filing_id) FROM filings later
        WHERE later.follows = filings.filing_id AND later.state <> 'withdrawn')`.as('followed_by'),
    ]);

/** Throws QRG_FILING_UNKNOWN for one that the reader of the transaction may not see. */
export async function findFiling(trx: Transaction, filingId: number): Promise<FilingRow> {
  const row = await filingRows(trx).where('filings.filing_id', '=', filingId).executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_FILING_UNKNOWN');
  return row;
}

/**
 * A notice to act on, locked until the transaction ends. Throws QRG_FILING_UNKNOWN, and QRG_FILING_VERSION with the version it has
 * when it is not as the person saw it.
 */
export async function lockFiling(
  trx: Transaction,
  principal: Principal,
  filingId: number,
  version: number,
): Promise<FilingRow> {
  await trx
    .selectFrom('filings')
    .select('filing_id')
    .where('filing_id', '=', filingId)
    .forUpdate()
    .execute();
  const row = await findFiling(trx, filingId);
  if (row.institution_id !== principal.institutionId) throw new QorganError('QRG_FILING_UNKNOWN');
  if (row.version !== version)
    throw new QorganError('QRG_FILING_VERSION', { version: row.version });
  return row;
}

export const standingOf = (row: FilingRow): FilingStanding => ({
  state: row.state,
  madeBy: row.writers,
  isSigned: row.signed_at !== null,
  isFollowed: row.followed_by !== null,
});

/** Throws what the rules of notices refuse. */
export const mayNow = (row: FilingRow, act: FilingActKind, principal: Principal): void => {
  orThrow(mayOnFiling(standingOf(row), act, personOf(principal)));
};

/** The number as people say it. */
export const numberOf = ({ year, number }: Pick<FilingRow, 'year' | 'number'>): string | null =>
  year === null || number === null ? null : `${year}-${number}`;

export const sealDocument = ({ vault }: Pick<Store, 'vault'>, document: Fm1Document): Buffer =>
  vault.seal(JSON.stringify(document));

export const openDocument = (
  { vault }: Pick<Store, 'vault'>,
  { sealed }: Pick<FilingRow, 'sealed'>,
): Fm1Document => JSON.parse(vault.open(sealed).toString()) as Fm1Document;
