import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
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
  if (!fits || user === undefined || user.disabled_at !== null) {
    await access.audit.append(refusal(user, request.address, 'password'));
    return fail('QRG_SIGN_IN_REFUSED');
  }
  if (isOutdated(user.password_hash!)) await renewHash(access, user.user_id, request.password);
  const need = needOf(access, user);
  return access.store.write(async (trx) => {
    await forgive(access.store, trx, counted);
    const session = await beginSession(access, trx, {
      userId: user.user_id,
      level: need === 'nothing' ? 'full' : 'password',
      instead: request.previous?.sessionId,
      place: request,
    });
    await trx
      .updateTable('users')
      .set({ last_sign_in_at: access.now() })
      .where('user_id', '=', user.user_id)
      .execute();
    await access.audit.appendIn(trx, {
      actor: {
        kind: 'user',
        id: user.user_id,
        name: user.login,
        institutionId: user.institution_id,
      },
      action: 'session.begin',
      object: `user:${user.user_id}`,
      detail: { by: 'password', need, address: addressGroup(request.address) },
    });
    return ok({ session, need });
  });
}

type User = NonNullable<Awaited<ReturnType<typeof userByLogin>>>;

const userByLogin = (access: Access, login: string) =>
  access.store.db
    .selectFrom('users')
    .select(['user_id', 'institution_id', 'login', 'roles', 'password_hash', 'disabled_at'])
    .select((e) => e('totp_sealed', 'is not', null).as('has_totp'))
    .where('login', '=', login)
    .executeTakeFirst();

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

async function renewHash(access: Access, userId: number, password: string): Promise<void> {
  await access.store.db
    .updateTable('users')
    .set({ password_hash: await access.passwords.hash(password) })
    .where('user_id', '=', userId)
    .execute();
}

/** What was typed as a login is not written down when nobody has it: at times it is a password. */
function refusal(user: User | undefined, address: string, by: string): AuditEntry {
  return {
    actor: STRANGER,
    institutionId: user?.institution_id,
    action: 'session.refuse',
    object: user === undefined ? 'user:unknown' : `user:${user.user_id}`,
    detail: { by, address: addressGroup(address) },
  };
}
