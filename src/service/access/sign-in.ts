import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { type AuditEntry, STRANGER } from '../audit/entry.ts';
import type { Access } from './access.ts';
import { addressGroup } from './address-group.ts';
import { attemptOn, beginAttempt, type Counted, forgive } from './attempts.ts';
import { normalLogin } from './login.ts';
import { isOutdated } from './password-hasher.ts';
import type { Role } from './role.ts';
import { beginSession, type NewSession, type Place, type Session } from './session.ts';

/** What came of proving who one is. */
export interface SignedIn {
  readonly session: NewSession;
  /** What is still owed before the session opens anything: a code, or adding a code app. */
  readonly need: 'nothing' | 'code' | 'enrolment';
}

export interface SignInRequest extends Place {
  readonly login: string;
  readonly password: string;
  /** The session that the browser has now, if any: it ends. */
  readonly previous?: Session | undefined;
}

/**
 * Signs a person in with login and password. A name that is not there, a wrong password and a disabled account have the
 * same answer (QRG_SIGN_IN_REFUSED) after the same work. Fails with QRG_SIGN_IN_WAIT while attempts have to wait; throws
 * QRG_PASSWORDS_BUSY.
 */
export async function signIn(access: Access, request: SignInRequest): Promise<Result<SignedIn>> {
  const login = normalLogin(request.login);
  const counted = attemptOn('login', login, request.address);
  const may = await beginAttempt(access, counted);
  if (!may.ok) return may;
  const user = await userByLogin(access, login);
  const fits = await verifyOrTakeBack(access, counted, user?.password_hash, request.password);
  const signedIn =
    fits && user !== undefined ? await begin(access, user, counted, request) : undefined;
  if (signedIn !== undefined) return ok(signedIn);
  await access.audit.append(refusal(user, request.address));
  return fail('QRG_SIGN_IN_REFUSED');
}

/** Begins the session; undefined when the person is shut out, or their password was changed while it was checked. */
async function begin(
  access: Access,
  checked: User,
  counted: readonly Counted[],
  request: SignInRequest,
): Promise<SignedIn | undefined> {
  const hashed = checked.password_hash!;
  const fresh = isOutdated(hashed) ? await access.passwords.hash(request.password) : hashed;
  return access.store.write(async (trx) => {
    const user = await users(trx).where('login', '=', checked.login).forUpdate().executeTakeFirst();
    if (user === undefined || user.password_hash !== hashed || user.disabled_at !== null)
      return undefined;
    const { user_id: userId, institution_id: institutionId } = user;
    await trx
      .updateTable('users')
      .set({ last_sign_in_at: access.now(), password_hash: fresh })
      .where('user_id', '=', userId)
      .execute();
    await forgive(access.store, trx, counted);
    const need = needOf(access, user);
    const session = await beginSession(access, trx, {
      userId,
      level: need === 'nothing' ? 'full' : 'password',
      instead: request.previous?.sessionId,
      place: request,
    });
    await access.audit.appendIn(trx, {
      actor: { kind: 'user', id: userId, name: user.login, institutionId },
      action: 'session.begin',
      object: `user:${userId}`,
      detail: { by: 'password', need, address: addressGroup(request.address) },
    });
    return { session, need };
  });
}

type User = NonNullable<Awaited<ReturnType<typeof userByLogin>>>;

const users = (queries: Transaction | Store['db']) =>
  queries
    .selectFrom('users')
    .select(['user_id', 'institution_id', 'login', 'roles', 'password_hash', 'disabled_at'])
    .select((e) => e('totp_sealed', 'is not', null).as('has_totp'));

const userByLogin = (access: Access, login: string) =>
  users(access.store.db).where('login', '=', login).executeTakeFirst();

function needOf(access: Access, user: User): SignedIn['need'] {
  if (user.has_totp) return 'code';
  const { secondFactorFor } = access.settings;
  return user.roles.some((role) => secondFactorFor.includes(role as Role))
    ? 'enrolment'
    : 'nothing';
}

/** An attempt that was not judged, because too many wait, is no failure. */
async function verifyOrTakeBack(
  access: Access,
  counted: readonly Counted[],
  hashed: string | null | undefined,
  password: string,
): Promise<boolean> {
  try {
    return await access.passwords.verify(hashed, password);
  } catch (error) {
    await access.store.write((trx) => forgive(access.store, trx, counted));
    throw error;
  }
}

/** What was typed as a login is not written down when nobody has it: at times it is a password. */
function refusal(user: User | undefined, address: string): AuditEntry {
  return {
    actor: STRANGER,
    institutionId: user?.institution_id,
    action: 'session.refuse',
    object: user === undefined ? 'user:unknown' : `user:${user.user_id}`,
    detail: { by: 'password', address: addressGroup(address) },
  };
}
