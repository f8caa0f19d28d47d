import { sql } from 'kysely';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Transaction } from '../../store/store.ts';
import type { Access } from './access.ts';
import { lockPeople, mayAdminister } from './administer.ts';
import { newLink } from './one-time-link.ts';
import type { Principal } from './principal.ts';
import { type Role, rolesConflict } from './role.ts';
import { endSessionsOf } from './session.ts';

/** A person as an administrator changes them. */
interface Person {
  readonly userId: number;
  readonly login: string;
  readonly institutionId: number;
  readonly roles: readonly Role[];
  readonly outside: boolean;
}

/**
 * Shuts a person out at once: sessions end, links open nothing. Nothing is deleted, because the record of acts names them.
 * Fails with QRG_USER_UNKNOWN, QRG_LAST_ADMIN.
 */
export const disableUser = (access: Access, by: Principal, userId: number): Promise<Result<void>> =>
  change(access, by, userId, 'user.disable', async (trx, person) => {
    if (await isLastAdmin(trx, person)) return fail('QRG_LAST_ADMIN');
    await set(trx, userId, { disabled_at: access.now() });
    await trx.deleteFrom('one_time_links').where('user_id', '=', userId).execute();
    return ok({ value: undefined });
  });

/** Lets a person in again. Fails with QRG_USER_UNKNOWN. */
export const enableUser = (access: Access, by: Principal, userId: number): Promise<Result<void>> =>
  change(access, by, userId, 'user.enable', async (trx) => {
    await set(trx, userId, { disabled_at: null });
    return ok({ value: undefined });
  });

/**
 * Takes a person's password away and returns the token with which they set a new one. Fails with QRG_USER_UNKNOWN,
 * QRG_USER_OUTSIDE.
 */
export const resetPassword = (
  access: Access,
  by: Principal,
  userId: number,
): Promise<Result<string>> =>
  change(access, by, userId, 'user.reset-password', async (trx, person) => {
    if (person.outside) return fail('QRG_USER_OUTSIDE');
    await set(trx, userId, { password_hash: null });
    return ok({ value: await newLink(access, trx, { purpose: 'password', userId }) });
  });

/** Takes a person's code app and recovery codes away: the phone is lost. Fails with QRG_USER_UNKNOWN, QRG_USER_OUTSIDE. */
export const resetTotp = (access: Access, by: Principal, userId: number): Promise<Result<void>> =>
  change(access, by, userId, 'user.reset-codes', async (trx, person) => {
    if (person.outside) return fail('QRG_USER_OUTSIDE');
    await set(trx, userId, { totp_sealed: null, totp_pending: null });
    await trx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
    return ok({ value: undefined });
  });

/** Gives a role. Fails with QRG_USER_UNKNOWN, QRG_USER_OUTSIDE, QRG_ROLE_CONFLICT. */
export const grantRole = (
  access: Access,
  by: Principal,
  userId: number,
  role: Role,
): Promise<Result<void>> =>
  change(access, by, userId, 'user.grant-role', async (trx, person) => {
    if (person.outside) return fail('QRG_USER_OUTSIDE');
    const roles = [...new Set([...person.roles, role])];
    if (rolesConflict(roles)) return fail('QRG_ROLE_CONFLICT');
    await set(trx, userId, { roles });
    return ok({ value: undefined, detail: { role } });
  });

/** Takes a role. Fails with QRG_USER_UNKNOWN, QRG_USER_OUTSIDE, QRG_LAST_ADMIN. */
export const revokeRole = (
  access: Access,
  by: Principal,
  userId: number,
  role: Role,
): Promise<Result<void>> =>
  change(access, by, userId, 'user.revoke-role', async (trx, person) => {
    if (person.outside) return fail('QRG_USER_OUTSIDE');
    if (role === 'admin' && (await isLastAdmin(trx, person))) return fail('QRG_LAST_ADMIN');
    await set(trx, userId, { roles: person.roles.filter((had) => had !== role) });
    return ok({ value: undefined, detail: { role } });
  });

interface Changed<T> {
  readonly value: T;
  readonly detail?: { readonly role: Role };
}

/**
 * Every change of a person: one at a time, in one transaction with its record, and all their sessions end. With more
 * rights they sign in anew and get a new session id (session fixation), with less they lose them at once.
 */
function change<T>(
  access: Access,
  by: Principal,
  userId: number,
  action: string,
  work: (trx: Transaction, person: Person) => Promise<Result<Changed<T>>>,
): Promise<Result<T>> {
  return access.store.write(async (trx) => {
    await lockPeople(trx);
    const person = await personOf(trx, userId);
    if (person === undefined || !mayAdminister(by, person.institutionId).ok)
      return fail('QRG_USER_UNKNOWN', { user: userId });
    const done = await work(trx, person);
    if (!done.ok) return done;
    await endSessionsOf(trx, userId);
    await access.audit.appendIn(trx, {
      actor: by,
      institutionId: person.institutionId,
      action,
      object: `user:${userId}`,
      detail: { login: person.login, ...done.value.detail },
    });
    return ok(done.value.value);
  });
}

async function personOf(trx: Transaction, userId: number): Promise<Person | undefined> {
  const row = await trx
    .selectFrom('users')
    .select(['user_id', 'login', 'institution_id', 'roles', 'outside'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    userId: row.user_id,
    login: row.login,
    institutionId: row.institution_id,
    roles: row.roles as Role[],
    outside: row.outside !== null,
  };
}

async function set(
  trx: Transaction,
  userId: number,
  values: Partial<{
    disabled_at: number | null;
    password_hash: null;
    totp_sealed: null;
    totp_pending: null;
    roles: Role[];
  }>,
): Promise<void> {
  await trx.updateTable('users').set(values).where('user_id', '=', userId).execute();
}

/** Whether nobody else could manage the whole system: an enabled administrator of an institution that sees all. */
async function isLastAdmin(trx: Transaction, { userId, roles }: Person): Promise<boolean> {
  if (!roles.includes('admin')) return false;
  const admins = await trx
    .selectFrom('users as u')
    .innerJoin('institutions as i', 'i.institution_id', 'u.institution_id')
    .select('u.user_id')
    .where('i.sees_all', '=', true)
    .where('u.disabled_at', 'is', null)
    .where(sql<boolean>`'admin' = ANY (u.roles)`)
    .limit(2)
    .execute();
  return admins.length === 1 && admins[0].user_id === userId;
}
