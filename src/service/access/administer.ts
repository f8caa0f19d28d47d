import { sql } from 'kysely';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Transaction } from '../../store/store.ts';
import type { Principal } from './principal.ts';

/**
 * Whether someone may manage the people and keys of an institution: an administrator of it, or of an institution that
 * sees all. Fails with QRG_NOT_ALLOWED.
 */
export function mayAdminister(by: Principal, institutionId: number): Result<void> {
  const may = by.roles.includes('admin') && (by.seesAll || by.institutionId === institutionId);
  return may ? ok(undefined) : fail('QRG_NOT_ALLOWED', { needed: 'admin' });
}

/** Whether someone may make institutions. Fails with QRG_NOT_ALLOWED. */
export function mayAdministerAll(by: Principal): Result<void> {
  return by.roles.includes('admin') && by.seesAll
    ? ok(undefined)
    : fail('QRG_NOT_ALLOWED', { needed: 'admin' });
}

/** 'qorgan' and a number: advisory locks of the house share one space. */
const PEOPLE_LOCK = 0x716f_7267;

/** One change of people at a time: two administrators cannot take the last role from each other at once. */
export async function lockPeople(trx: Transaction): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${PEOPLE_LOCK}, 1)`.execute(trx);
}
