import { sql } from 'kysely';
import type { Tlp } from '../../../domain/case/marking.ts';
import { maskAccount, maskCard, maskHandle, maskIin, maskPhone } from '../../../domain/mask.ts';
import type { Transaction } from '../../../store/store.ts';
import type { ImportedElement } from '../../../store/tables/packages.ts';
import type { Vault } from '../../../store/vault.ts';
import { keysOfBody } from './element-keys.ts';

/** Something of ours that a package of another house speaks of. */
export interface PackageHit {
  readonly importedId: number;
  readonly packageId: number;
  readonly kind: string;
  /** Masked. */
  readonly shown: string;
  readonly tlp: Tlp;
  readonly from: string;
  readonly accountNo: number | null;
  readonly customerId: number | null;
  readonly postId: number | null;
  /** A case that it stands in already. */
  readonly caseId: number | null;
}

const HITS_MOST = 500;

interface HitRow {
  readonly imported_id: number;
  readonly package_id: number;
  readonly kind: string;
  readonly hash: Buffer;
  readonly tlp: Tlp;
  readonly from_code: string;
  readonly account_no: number | null;
  readonly customer_id: number | null;
  readonly post_id: number | null;
  readonly case_id: number | null;
  readonly element: ImportedElement;
  readonly sealed: Buffer;
}

/**
 * What of ours the identifiers of a package meet, as far as the reader of the transaction may see it: accounts by name, customers and
 * accounts by identifier, posts by contact. Asked anew each time, so that what comes later is met, too.
 */
export async function hitsOfPackage(
  vault: Vault,
  trx: Transaction,
  packageId: number,
): Promise<PackageHit[]> {
  const { rows } = await sql<HitRow>`
    WITH met AS (
      SELECT k.imported_id, k.kind, k.hash, a.account_no, a.customer_id, NULL::bigint AS post_id
        FROM imported_keys k JOIN accounts a ON a.name_hash = k.hash WHERE k.package_id = ${packageId}
      UNION
      SELECT k.imported_id, k.kind, k.hash, i.account_no, i.customer_id, NULL
        FROM imported_keys k JOIN identifiers i ON i.value_hash = k.hash WHERE k.package_id = ${packageId}
      UNION
      SELECT k.imported_id, k.kind, k.hash, NULL, NULL, c.post_id
        FROM imported_keys k JOIN post_contacts c ON c.hash = k.hash WHERE k.package_id = ${packageId})
    SELECT met.*, f.package_id, f.tlp, f.from_code, f.element, f.sealed,
      (SELECT i.case_id FROM case_items i WHERE i.removed_at IS NULL AND (
          (i.kind = 'account' AND i.ref = met.account_no::text) OR (i.kind = 'customer' AND i.ref = met.customer_id::text)
          OR (i.kind = 'post' AND i.ref = met.post_id::text)) ORDER BY i.case_id LIMIT 1) AS case_id
    FROM met JOIN imported_facts f USING (imported_id)
    ORDER BY met.imported_id, met.kind, met.account_no, met.customer_id, met.post_id LIMIT ${HITS_MOST}`.execute(
    trx,
  );
  return rows.map((row) => hitOf(vault, row));
}

/** Which packages speak of these identifiers: the other direction. */
export async function hitsOfKeys(
  vault: Vault,
  trx: Transaction,
  caseId: number,
  hashes: readonly Buffer[],
): Promise<PackageHit[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<HitRow>`
    SELECT k.imported_id, k.package_id, k.kind, k.hash, f.tlp, f.from_code, f.element, f.sealed, NULL::int AS account_no,
      NULL::bigint AS customer_id, NULL::bigint AS post_id, ${caseId}::bigint AS case_id
    FROM imported_keys k JOIN imported_facts f USING (imported_id)
    WHERE k.hash = ANY (${[...hashes]}::bytea[])
    ORDER BY k.imported_id, k.kind LIMIT ${HITS_MOST}`.execute(trx);
  return rows.map((row) => hitOf(vault, row));
}

function hitOf(vault: Vault, row: HitRow): PackageHit {
  const body = JSON.parse(vault.open(row.sealed).toString());
  const keys = keysOfBody(vault, row.element, body);
  // An account is met by the name in our books, too, and shown as its sender wrote it.
  const met =
    keys.find(({ hash }) => hash.equals(row.hash)) ??
    (row.element === 'account' ? keys[0] : undefined);
  return {
    importedId: row.imported_id,
    packageId: row.package_id,
    kind: row.kind,
    shown: met === undefined ? '' : maskedValue(met.kind, met.value),
    tlp: row.tlp,
    from: row.from_code,
    accountNo: row.account_no,
    customerId: row.customer_id,
    postId: row.post_id,
    caseId: row.case_id,
  };
}

/** An identifier as lists show it. */
export function maskedValue(kind: string, value: string): string {
  switch (kind) {
    case 'card':
      return maskCard(value);
    case 'phone':
      return maskPhone(value);
    case 'iin':
    case 'bin':
      return maskIin(value);
    case 'handle':
    case 'bot':
    case 'invite':
    case 'profile':
      return maskHandle(value);
    default:
      return maskAccount(value);
  }
}
