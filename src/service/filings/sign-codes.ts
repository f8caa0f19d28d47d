import { createHash } from 'node:crypto';
import { MAY_SET_UP } from '../../domain/filing/filing-acts.ts';
import type { Fm1Code } from '../../exchange/fm1/code-book.ts';
import type { Transaction } from '../../store/store.ts';
import type { SignCode } from '../../store/tables/filings.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import type { FilingDeps } from './deps.ts';
import { mustHaveRole } from './person.ts';
import { readSignCodes } from './read-sign-codes.ts';

export interface SignTable {
  /** Null: none was loaded. */
  readonly number: number | null;
  readonly at: number | null;
  readonly by: { readonly userId: number; readonly name: string } | null;
  readonly source: string | null;
  readonly codes: readonly SignCode[];
}

const EMPTY: SignTable = { number: null, at: null, by: null, source: null, codes: [] };

/** The latest table that the institution's officer loaded; with a day only codes in force on it. */
export async function showSigns(
  { cases: { store } }: FilingDeps,
  principal: Principal,
  day?: string,
): Promise<SignTable> {
  const table = await store.read(scopeOf(principal), (trx) => latest(trx, principal.institutionId));
  return { ...table, codes: day === undefined ? table.codes : inForce(table.codes, day) };
}

/**
 * Takes a table in as the next edition; the ones before stay. The list of the Agency in force since 01.04.2026 is public to nobody
 * here, so an officer brings it. Throws QRG_FILING_PERSON, QRG_FILING_ROLE, QRG_FILING_SIGN_CODES with the line.
 */
export async function loadSigns(
  deps: FilingDeps,
  principal: Principal,
  { csv, source }: { readonly csv: string; readonly source: string },
): Promise<SignTable> {
  mustHaveRole(principal, MAY_SET_UP, 'sign-codes');
  const codes = readSignCodes(csv);
  const { store, audit, now } = deps.cases;
  await store.write(async (trx) => {
    const { institutionId } = principal;
    // Two who load at once: one after the other.
    await trx
      .selectFrom('institutions')
      .select('institution_id')
      .where('institution_id', '=', institutionId)
      .forUpdate()
      .execute();
    const before = await latest(trx, institutionId);
    const number = (before.number ?? 0) + 1;
    await trx
      .insertInto('filing_sign_codes')
      .values({
        institution_id: institutionId,
        number,
        at: now(),
        actor_id: principal.id,
        actor: principal.name,
        reason: source,
        sha256: createHash('sha256').update(csv).digest(),
        codes: JSON.stringify(codes),
      })
      .execute();
    await audit.appendIn(trx, {
      actor: principal,
      action: 'filing.sign-codes',
      object: `institution:${institutionId}`,
      reason: source,
      detail: { number, codes: codes.length },
    });
  });
  return showSigns(deps, principal);
}

/** Codes in force on a day, for the check; null where none were ever loaded. */
export async function signCodesOn(
  trx: Transaction,
  institutionId: number,
  day: string,
): Promise<readonly Fm1Code[] | null> {
  const table = await latest(trx, institutionId);
  if (table.number === null) return null;
  return inForce(table.codes, day).map(({ code, text, from, to }) => ({
    code,
    title: { ru: text, kk: text, en: text },
    from,
    to,
    suspicious: true,
  }));
}

const inForce = (codes: readonly SignCode[], day: string): SignCode[] =>
  codes.filter(({ from, to }) => from <= day && (to === null || day <= to));

async function latest(trx: Transaction, institutionId: number): Promise<SignTable> {
  const row = await trx
    .selectFrom('filing_sign_codes')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return EMPTY;
  const { number, at, actor_id, actor, reason, codes } = row;
  return { number, at, by: { userId: actor_id, name: actor }, source: reason, codes };
}
