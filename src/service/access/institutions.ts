import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Transaction } from '../../store/store.ts';
import type { Access } from './access.ts';
import { mayAdministerAll } from './administer.ts';
import { parseName } from './login.ts';
import type { Principal } from './principal.ts';

export const INSTITUTION_KINDS = ['bank', 'payment', 'fiu', 'police', 'operator'] as const;
export type InstitutionKind = (typeof INSTITUTION_KINDS)[number];

/** Kinds that may be given sight of all institutions' data: the financial intelligence unit, the police, the operator. */
const SEEING_KINDS: readonly InstitutionKind[] = ['fiu', 'police', 'operator'];

export interface InstitutionRow {
  readonly institutionId: number;
  readonly code: string;
  readonly name: string;
  readonly kind: InstitutionKind;
  readonly seesAll: boolean;
  readonly createdAt: number;
}

export interface NewInstitution {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly seesAll?: boolean | undefined;
}

const LIST_MOST = 1_000;

interface CheckedInstitution {
  readonly code: string;
  readonly name: string;
  readonly kind: InstitutionKind;
  readonly seesAll: boolean;
}

/** Reads what an institution is to be. Fails with QRG_INSTITUTION_CODE, …_KIND, …_SEES_ALL, QRG_NAME_FORM. */
export function parseInstitution(given: NewInstitution): Result<CheckedInstitution> {
  const { code, seesAll = false } = given;
  if (!/^[a-z0-9][a-z0-9-]{1,31}$/.test(code)) return fail('QRG_INSTITUTION_CODE');
  const name = parseName(given.name);
  if (!name.ok) return name;
  const kind = INSTITUTION_KINDS.find((known) => known === given.kind);
  if (kind === undefined) {
    const kinds = INSTITUTION_KINDS.join(', ');
    return fail('QRG_INSTITUTION_KIND', { kind: given.kind, kinds });
  }
  if (seesAll && !SEEING_KINDS.includes(kind))
    return fail('QRG_INSTITUTION_SEES_ALL', { kind, kinds: SEEING_KINDS.join(', ') });
  return ok({ code, name: name.value, kind, seesAll });
}

/** Adds an institution; its number. Fails with QRG_NOT_ALLOWED, QRG_INSTITUTION_TAKEN and as `parseInstitution` does. */
export async function addInstitution(
  access: Access,
  by: Principal,
  given: NewInstitution,
): Promise<Result<number>> {
  const may = mayAdministerAll(by);
  if (!may.ok) return may;
  const parsed = parseInstitution(given);
  if (!parsed.ok) return parsed;
  return access.store.write(async (trx) => {
    const institutionId = await insertInstitution(trx, parsed.value, access.now());
    if (institutionId === undefined) return fail('QRG_INSTITUTION_TAKEN', { code: given.code });
    const { name, kind, seesAll } = parsed.value;
    await access.audit.appendIn(trx, {
      actor: by,
      institutionId,
      action: 'institution.add',
      object: `institution:${given.code}`,
      detail: { name, kind, seesAll },
    });
    return ok(institutionId);
  });
}

/** The number of a new institution, or undefined when the code is taken. */
export async function insertInstitution(
  trx: Transaction,
  { code, name, kind, seesAll }: CheckedInstitution,
  now: number,
): Promise<number | undefined> {
  const row = await trx
    .insertInto('institutions')
    .values({ code, name, kind, sees_all: seesAll, created_at: now })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('institution_id')
    .executeTakeFirst();
  return row?.institution_id;
}

/** Institutions that someone may know of: all for who sees all, else the own one. */
export async function listInstitutions(access: Access, by: Principal): Promise<InstitutionRow[]> {
  let rows = access.store.db
    .selectFrom('institutions')
    .selectAll()
    .orderBy('institution_id')
    .limit(LIST_MOST);
  if (!by.seesAll) rows = rows.where('institution_id', '=', by.institutionId);
  return (await rows.execute()).map((row) => ({
    institutionId: row.institution_id,
    code: row.code,
    name: row.name,
    kind: row.kind as InstitutionKind,
    seesAll: row.sees_all,
    createdAt: row.created_at,
  }));
}

/** The number of an institution by its code. Fails with QRG_INSTITUTION_UNKNOWN, also for one that is not the asker's. */
export async function institutionByCode(
  access: Access,
  by: Principal,
  code: string,
): Promise<Result<number>> {
  const row = await access.store.db
    .selectFrom('institutions')
    .select('institution_id')
    .where('code', '=', code)
    .executeTakeFirst();
  if (row === undefined || !(by.seesAll || row.institution_id === by.institutionId))
    return fail('QRG_INSTITUTION_UNKNOWN', { code });
  return ok(row.institution_id);
}
