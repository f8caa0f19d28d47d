import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Language } from '../../../domain/language.ts';
import { exactKey } from '../../../screening/lists/exact-key.ts';
import type { Store, Transaction } from '../../../store/store.ts';
import type { StatementGap, StatementLook } from './statement-look.ts';

/** A file of a case, as lists show it. */
export interface StatementFileView {
  readonly statementId: number;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly addedAt: number;
  readonly addedBy: string;
  readonly format: string;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
}

export interface StatementsView {
  readonly caseId: number;
  readonly files: readonly StatementFileView[];
  readonly transfers: number;
  readonly accounts: number;
  readonly networks: number;
  readonly cut: boolean;
  readonly rejects: readonly {
    readonly file: string;
    readonly line: number;
    readonly code: string;
    readonly reason: string;
  }[];
  readonly rejected: number;
  readonly gaps: readonly StatementGap[];
}

/** Files of one case, and their bytes together. */
export const FILES_MOST = 60;
export const BYTES_MOST = 64 * 1_048_576;
/** Also of merged cases. */
const SHOWN_MOST = 100;

export const sha256Of = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/**
 * Numbers of the statements that belong to a case: those dropped on it, and those that came with a case that was merged into
 * it. Asked for by themselves: row security keeps a key from being used by a number that is kept as text.
 */
async function statementsOf(trx: Transaction, caseId: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('case_items')
    .select('ref')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'statement')
    .where('removed_at', 'is', null)
    .limit(SHOWN_MOST)
    .execute();
  return rows.map(({ ref }) => Number(ref));
}

/** Cases whose files were read together with one of the statements. */
const READ_WITH = (ids: readonly number[]) => sql`
  SELECT case_id FROM case_statements WHERE statement_id = ANY (${ids}::bigint[])`;

/** The case's own come first, then those of each case that was merged into it: the order of the looks. */
const OWN_FIRST = (caseId: number) => sql`(case_id = ${caseId}) DESC, case_id`;

interface FileRow {
  readonly statement_id: number;
  readonly name_sealed: Buffer;
  readonly sha256: Buffer;
  readonly bytes: number;
  readonly added_at: number;
  readonly added_by: string;
  readonly format: string;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
}

export async function statementFiles(
  trx: Transaction,
  { vault }: Pick<Store, 'vault'>,
  caseId: number,
  statements: readonly number[],
): Promise<StatementFileView[]> {
  if (statements.length === 0) return [];
  const { rows } = await sql<FileRow>`
    SELECT statement_id, name_sealed, sha256, bytes, added_at, added_by, format, rows, accepted, rejected
    FROM case_statements
    WHERE case_id IN (${READ_WITH(statements)})
    ORDER BY ${OWN_FIRST(caseId)}, statement_id LIMIT ${SHOWN_MOST}`.execute(trx);
  return rows.map((row) => ({
    statementId: row.statement_id,
    name: vault.open(row.name_sealed).toString(),
    sha256: row.sha256.toString('hex'),
    bytes: row.bytes,
    addedAt: row.added_at,
    addedBy: row.added_by,
    format: row.format,
    rows: row.rows,
    accepted: row.accepted,
    rejected: row.rejected,
  }));
}

/**
 * What the files of a case say together; undefined where none was dropped. Files of cases that were merged were read apart:
 * what each says stands behind the one before.
 */
export async function statementLook(
  trx: Transaction,
  { vault }: Pick<Store, 'vault'>,
  caseId: number,
  statements: readonly number[],
): Promise<StatementLook | undefined> {
  if (statements.length === 0) return undefined;
  const { rows } = await sql<{ sealed: Buffer }>`
    SELECT sealed FROM case_statement_looks
    WHERE case_id IN (${READ_WITH(statements)})
    ORDER BY ${OWN_FIRST(caseId)}`.execute(trx);
  const looks = rows.map(({ sealed }): StatementLook => JSON.parse(vault.open(sealed).toString()));
  return looks.length === 0 ? undefined : looks.reduce(behind);
}

/** Two looks as one: places of the second move behind those of the first. */
export function behind(first: StatementLook, second: StatementLook): StatementLook {
  const from = first.accounts.length;
  return {
    currency: first.currency || second.currency,
    clock: first.clock === 'day' ? 'day' : second.clock,
    accounts: [...first.accounts, ...second.accounts],
    transfers: [
      ...first.transfers,
      ...second.transfers.map((told) => ({
        ...told,
        payer: told.payer + from,
        payee: told.payee + from,
      })),
    ],
    networks: [
      ...first.networks,
      ...second.networks.map(({ members, ...network }, i) => ({
        ...network,
        id: `N${first.networks.length + i + 1}`,
        members: members.map((member) => member + from),
      })),
    ],
    gaps: [...first.gaps, ...second.gaps],
    files: [...first.files, ...second.files],
    rejects: [
      ...first.rejects,
      ...second.rejects.map((reject) => ({ ...reject, file: reject.file + first.files.length })),
    ],
    rejected: first.rejected + second.rejected,
    cut: first.cut || second.cut,
  };
}

export async function statementsView(
  trx: Transaction,
  store: Pick<Store, 'vault'>,
  caseId: number,
  language: Language,
): Promise<StatementsView> {
  const statements = await statementsOf(trx, caseId);
  const files = await statementFiles(trx, store, caseId, statements);
  const look = await statementLook(trx, store, caseId, statements);
  return {
    caseId,
    files,
    transfers: look?.transfers.length ?? 0,
    accounts: look?.accounts.length ?? 0,
    networks: look?.networks.length ?? 0,
    cut: look?.cut ?? false,
    rejects: (look?.rejects ?? []).map(({ file, line, code, reason }) => ({
      file: files[file]?.name ?? '',
      line,
      code,
      reason: reason[language],
    })),
    rejected: look?.rejected ?? 0,
    gaps: look?.gaps ?? [],
  };
}

/** Accounts and people that a search may look for; of more the first. */
const KEYS_MOST = 10_000;

/** Keyed hashes of the accounts and owners that the files name. */
export function keysOf(look: StatementLook, vault: Store['vault']): Buffer[] {
  const hashes = new Map<string, Buffer>();
  const add = (said: 'account' | 'iin_or_bin' | 'phone', text: string): void => {
    const key = exactKey(said, text);
    if (!key.ok || hashes.size >= KEYS_MOST) return;
    const hash = vault.hash(key.value.kind, key.value.value);
    hashes.set(hash.toString('hex'), hash);
  };
  for (const { name, facts } of look.accounts) {
    add('account', name);
    if (facts.owner !== undefined) add('iin_or_bin', facts.owner);
    for (const contact of facts.contacts ?? []) add('phone', contact);
  }
  return [...hashes.values()];
}
