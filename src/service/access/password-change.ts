import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Access } from './access.ts';
import { lockPeople } from './administer.ts';
import { attemptOn, beginAttempt, forgive } from './attempts.ts';
import { dropLinks, lockLink } from './one-time-link.ts';
import { normalPassword } from './password-hasher.ts';
import { checkPassword } from './password-policy.ts';
import {
  beginSession,
  endSessionsOf,
  holdSession,
  type Place,
  principalOfSession,
  type Session,
} from './session.ts';
import type { SignedIn } from './sign-in.ts';
import { mayTry, noteStranger } from './stranger.ts';

/**
 * Changes one's own password, the current one given. All sessions end, this one goes on under a new id. Fails with
 * QRG_SIGN_IN_REFUSED when the current one is wrong, QRG_SIGN_IN_WAIT, QRG_PASSWORD_….
 */
export async function changePassword(
  access: Access,
  session: Session,
  { current, next }: { current: string; next: string },
  place: Place,
): Promise<Result<SignedIn>> {
  if (session.level !== 'full') return fail('QRG_SECOND_FACTOR_NEEDED');
  const checked = checkPassword(next, session);
  if (!checked.ok) return checked;
  if (normalPassword(current) === checked.value) return fail('QRG_PASSWORD_SAME');
  const counted = attemptOn('login', session.login, place.address);
  const may = await beginAttempt(access, counted);
  if (!may.ok) return may;
  const { userId } = session;
  const stored = await access.store.db
    .selectFrom('users')
    .select('password_hash')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (!(await access.passwords.verify(stored?.password_hash, current)))
    return fail('QRG_SIGN_IN_REFUSED');
  const hashed = await access.passwords.hash(checked.value);
  return access.store.write(async (trx) => {
    if (!(await holdSession(trx, session))) return fail('QRG_SIGN_IN_REQUIRED');
    await trx
      .updateTable('users')
      .set({ password_hash: hashed })
      .where('user_id', '=', userId)
      .execute();
    await forgive(access.store, trx, counted);
    await endSessionsOf(trx, userId);
    const begun = await beginSession(access, trx, { userId, level: 'full', place });
    await access.audit.appendIn(trx, {
      actor: principalOfSession(session),
      action: 'user.change-password',
      object: `user:${userId}`,
    });
    return ok({ session: begun, need: 'nothing' as const });
  });
}

/**
 * Sets a password with a one-time link. The link is used up only when the password is taken. Does not sign in: the second
 * factor is asked as always. Fails with QRG_LINK_REFUSED, QRG_RATE_LIMIT, QRG_PASSWORD_….
 */
export async function setPasswordByLink(
  access: Access,
  { token, password, address }: { token: string; password: string; address: string },
): Promise<Result<void>> {
  const may = mayTry(access, address);
  if (!may.ok) return may;
  const done = await access.store.write(async (trx) => {
    await lockPeople(trx);
    const link = await lockLink(access, trx, 'password', token);
    const user = await trx
      .selectFrom('users')
      .select(['user_id', 'login', 'name', 'institution_id'])
      .where('user_id', '=', link?.userId ?? -1)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (link === undefined || user === undefined) return fail('QRG_LINK_REFUSED');
    const checked = checkPassword(password, user);
    if (!checked.ok) return checked;
    await trx
      .updateTable('users')
      .set({ password_hash: await access.passwords.hash(checked.value) })
      .where('user_id', '=', user.user_id)
      .execute();
    await forgive(access.store, trx, [{ kind: 'login', key: user.login }]);
    await dropLinks(trx, link);
    await endSessionsOf(trx, user.user_id);
    await access.audit.appendIn(trx, {
      actor: {
        kind: 'user',
        id: user.user_id,
        name: user.login,
        institutionId: user.institution_id,
      },
      action: 'user.set-password',
      object: `user:${user.user_id}`,
      detail: { by: 'link' },
    });
    return ok(undefined);
  });
  if (!done.ok && done.problem.code === 'QRG_LINK_REFUSED') noteStranger(access, address);
  return done;
}
