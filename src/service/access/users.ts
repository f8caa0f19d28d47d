import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Access } from './access.ts';
import { mayAdminister } from './administer.ts';
import { institutionByCode } from './institutions.ts';
import { parseLogin, parseName } from './login.ts';
import { newLink } from './one-time-link.ts';
import type { Principal } from './principal.ts';
import { isRole, ROLES, type Role, rolesConflict } from './role.ts';

export interface NewUser {
  readonly login: string;
  readonly name: string;
  /** Code of the institution. */
  readonly institution: string;
  readonly roles: readonly string[];
}

export interface UserRow {
  readonly userId: number;
  readonly institution: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly hasTotp: boolean;
  /** Signs on through an identity provider. */
  readonly outside: boolean;
  /** Has a password or signs on outside; false while the first link is not used. */
  readonly ready: boolean;
  readonly createdAt: number;
  readonly disabledAt: number | null;
  readonly lastSignInAt: number | null;
}

const LIMIT_MOST = 200;

/** Reads roles. Fails with QRG_ROLE_UNKNOWN, QRG_ROLE_CONFLICT. */
export function parseRoles(words: readonly string[]): Result<Role[]> {
  const unknown = words.find((word) => !isRole(word));
  if (unknown !== undefined)
    return fail('QRG_ROLE_UNKNOWN', { role: unknown, roles: ROLES.join(', ') });
  const roles = ROLES.filter((role) => words.includes(role));
  return rolesConflict(roles) ? fail('QRG_ROLE_CONFLICT') : ok(roles);
}

/**
 * Adds a person, who sets their own password with the one-time token that comes back. Fails with QRG_NOT_ALLOWED,
 * QRG_LOGIN_FORM, QRG_LOGIN_TAKEN, QRG_NAME_FORM, QRG_INSTITUTION_UNKNOWN, QRG_ROLE_….
 */
export async function addUser(
  access: Access,
  by: Principal,
  given: NewUser,
): Promise<Result<{ userId: number; token: string }>> {
  const institution = await institutionByCode(access, by, given.institution);
  if (!institution.ok) return institution;
  const institutionId = institution.value;
  const may = mayAdminister(by, institutionId);
  if (!may.ok) return may;
  const [login, name, roles] = [
    parseLogin(given.login),
    parseName(given.name),
    parseRoles(given.roles),
  ];
  if (!login.ok) return login;
  if (!name.ok) return name;
  if (!roles.ok) return roles;
  const values = { login: login.value, name: name.value, roles: roles.value };
  return access.store.write(async (trx) => {
    const row = await trx
      .insertInto('users')
      .values({ ...values, institution_id: institutionId, created_at: access.now() })
      .onConflict((conflict) => conflict.column('login').doNothing())
      .returning('user_id')
      .executeTakeFirst();
    if (row === undefined) return fail('QRG_LOGIN_TAKEN', { login: login.value });
    const userId = row.user_id;
    const token = await newLink(access, trx, { purpose: 'password', userId });
    await access.audit.appendIn(trx, {
      actor: by,
      institutionId,
      action: 'user.add',
      object: `user:${userId}`,
      detail: { login: login.value, roles: roles.value },
    });
    return ok({ userId, token });
  });
}

/** People whom someone manages: of the own institution, or of all. In the order they were added. */
export async function listUsers(
  access: Access,
  by: Principal,
  {
    after = 0,
    limit = LIMIT_MOST,
  }: { after?: number | undefined; limit?: number | undefined } = {},
): Promise<Result<{ items: UserRow[]; next: number | null }>> {
  const may = mayAdminister(by, by.institutionId);
  if (!may.ok) return may;
  const most = Math.min(Math.max(1, limit), LIMIT_MOST);
  let rows = usersWith(access)
    .where('u.user_id', '>', after)
    .orderBy('u.user_id')
    .limit(most + 1);
  if (!by.seesAll) rows = rows.where('u.institution_id', '=', by.institutionId);
  const found = await rows.execute();
  const items = found.slice(0, most).map(userRow);
  return ok({ items, next: found.length > most ? items[most - 1].userId : null });
}

/** One person. Fails with QRG_USER_UNKNOWN, also for one whom the asker does not manage. */
export async function userBy(
  access: Access,
  by: Principal,
  who: { login: string } | { userId: number },
): Promise<Result<UserRow>> {
  const one =
    'login' in who
      ? usersWith(access).where('u.login', '=', who.login.trim().toLowerCase())
      : usersWith(access).where('u.user_id', '=', who.userId);
  const row = await one.executeTakeFirst();
  if (row === undefined || !mayAdminister(by, row.institution_id).ok)
    return fail('QRG_USER_UNKNOWN', { user: 'login' in who ? who.login : who.userId });
  return ok(userRow(row));
}

const usersWith = (access: Access) =>
  access.store.db
    .selectFrom('users as u')
    .innerJoin('institutions as i', 'i.institution_id', 'u.institution_id')
    .select(['u.user_id', 'u.institution_id', 'i.code', 'u.login', 'u.name', 'u.roles'])
    .select(['u.created_at', 'u.disabled_at', 'u.last_sign_in_at'])
    .select((e) => [
      e('u.totp_sealed', 'is not', null).as('has_totp'),
      e('u.password_hash', 'is not', null).as('has_password'),
      e('u.outside', 'is not', null).as('is_outside'),
    ]);

type Found = Awaited<ReturnType<ReturnType<typeof usersWith>['execute']>>[number];

const userRow = (row: Found): UserRow => ({
  userId: row.user_id,
  institution: row.code,
  login: row.login,
  name: row.name,
  roles: row.roles as Role[],
  hasTotp: Boolean(row.has_totp),
  outside: Boolean(row.is_outside),
  ready: Boolean(row.has_password) || Boolean(row.is_outside),
  createdAt: row.created_at,
  disabledAt: row.disabled_at,
  lastSignInAt: row.last_sign_in_at,
});
