import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Transaction } from '../../store/store.ts';
import { hasUsers } from '../any-user.ts';
import { SYSTEM } from '../audit/entry.ts';
import type { Access } from './access.ts';
import { lockPeople } from './administer.ts';
import { insertInstitution, type NewInstitution, parseInstitution } from './institutions.ts';
import { parseLogin, parseName } from './login.ts';
import { dropLinks, lockLink, newLink } from './one-time-link.ts';
import { checkPassword } from './password-policy.ts';
import { type Role, rolesConflict } from './role.ts';
import { beginSession, type Place } from './session.ts';
import type { SignedIn } from './sign-in.ts';
import { mayTry, noteStranger } from './stranger.ts';

const FIRST_RUN = { purpose: 'first-run', userId: null } as const;

/** Where the first administrator belongs when nothing else is said. */
const OPERATOR = { code: 'operator', name: 'Qorgan', kind: 'operator', seesAll: true } as const;

export interface FirstAdmin extends Place {
  readonly token: string;
  readonly login: string;
  readonly name: string;
  readonly password: string;
  /** Sees all when its kind may. */
  readonly institution?: Omit<NewInstitution, 'seesAll'> | undefined;
  /** What they are beside administrator, where few people do everything. */
  readonly roles?: readonly Role[] | undefined;
}

/**
 * While nobody is let in: a token for the terminal to print, with which the first administrator is made. It works once
 * and for a day; asking again makes a new one. There is no default password. Undefined as soon as there is a user; people
 * of a simulation, who were shut out before their first password, are none.
 */
export function firstRun(access: Access): Promise<string | undefined> {
  return access.store.write(async (trx) => {
    await lockPeople(trx);
    if (await hasUsers({ db: trx })) return undefined;
    const token = await newLink(access, trx, FIRST_RUN);
    await access.audit.appendIn(trx, {
      actor: SYSTEM,
      action: 'user.first-run',
      object: 'link:first-run',
    });
    return token;
  });
}

/**
 * Makes the first administrator, with a password of their own choice, and signs them in. Fails with QRG_LINK_REFUSED,
 * QRG_FIRST_RUN_OVER, QRG_RATE_LIMIT, QRG_LOGIN_FORM, QRG_NAME_FORM, QRG_PASSWORD_…, QRG_INSTITUTION_…,
 * QRG_ROLE_CONFLICT.
 */
export async function createFirstAdmin(
  access: Access,
  given: FirstAdmin,
): Promise<Result<SignedIn>> {
  const may = mayTry(access, given.address);
  if (!may.ok) return may;
  const done = await access.store.write(async (trx) => {
    await lockPeople(trx);
    if (await hasUsers({ db: trx })) return fail('QRG_FIRST_RUN_OVER');
    const link = await lockLink(access, trx, 'first-run', given.token);
    if (link === undefined) return fail('QRG_LINK_REFUSED');
    const parsed = parseAdmin(given);
    if (!parsed.ok) return parsed;
    await dropLinks(trx, link);
    return ok(await insertAdmin(access, trx, parsed.value, given));
  });
  if (!done.ok && done.problem.code === 'QRG_LINK_REFUSED') noteStranger(access, given.address);
  return done;
}

type Parsed = Extract<ReturnType<typeof parseAdmin>, { ok: true }>['value'];

function parseAdmin(given: FirstAdmin) {
  const login = parseLogin(given.login);
  if (!login.ok) return login;
  const name = parseName(given.name);
  if (!name.ok) return name;
  const password = checkPassword(given.password, { login: login.value, name: name.value });
  if (!password.ok) return password;
  const wanted = given.institution ?? OPERATOR;
  const seesAll = parseInstitution({ ...wanted, seesAll: true }).ok;
  const institution = parseInstitution({ ...wanted, seesAll });
  if (!institution.ok) return institution;
  const roles = [...new Set<Role>(['admin', ...(given.roles ?? [])])];
  if (rolesConflict(roles)) return fail('QRG_ROLE_CONFLICT');
  return ok({
    roles,
    login: login.value,
    name: name.value,
    password: password.value,
    institution: institution.value,
  });
}

async function insertAdmin(
  access: Access,
  trx: Transaction,
  { login, name, password, institution, roles }: Parsed,
  place: Place,
): Promise<SignedIn> {
  const now = access.now();
  const institutionId =
    (await insertInstitution(trx, institution, now)) ?? (await numberOf(trx, institution.code));
  const { user_id: userId } = await trx
    .insertInto('users')
    .values({
      institution_id: institutionId,
      login,
      name,
      roles,
      password_hash: await access.passwords.hash(password),
      created_at: now,
      last_sign_in_at: now,
    })
    .returning('user_id')
    .executeTakeFirstOrThrow();
  const owes = access.settings.secondFactorFor.includes('admin');
  const level = owes ? 'password' : 'full';
  const session = await beginSession(access, trx, { userId, level, place });
  await access.audit.appendIn(trx, {
    actor: { kind: 'user', id: userId, name: login, institutionId },
    action: 'user.first-admin',
    object: `user:${userId}`,
    detail: { institution: institution.code, roles },
  });
  return { session, need: owes ? 'enrolment' : 'nothing' };
}

/** An institution that is there already, made by an import before anybody signed in. */
async function numberOf(trx: Transaction, code: string): Promise<number> {
  const { institution_id } = await trx
    .selectFrom('institutions')
    .select('institution_id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  return institution_id;
}
