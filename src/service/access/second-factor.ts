import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Transaction } from '../../store/store.ts';
import type { Access } from './access.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import {
  beginSession,
  endSessionsOf,
  holdSession,
  isRecent,
  type Place,
  principalOfSession,
  type Session,
} from './session.ts';
import type { SignedIn } from './sign-in.ts';
import { newTotpSecret, totpStep, totpUri } from './totp.ts';

/**
 * Begins to add a code app, or to put another one in its place: a new secret, to be confirmed with a code of it. Allowed
 * to who has just signed in (QRG_SESSION_OLD), and not instead of giving the code of the app one has
 * (QRG_SECOND_FACTOR_NEEDED).
 */
export async function beginTotp(
  access: Access,
  session: Session,
): Promise<Result<{ secret: string; uri: string }>> {
  if (session.level === 'password' && session.hasTotp) return fail('QRG_SECOND_FACTOR_NEEDED');
  const recent = isRecent(access, session);
  if (!recent.ok) return recent;
  const secret = newTotpSecret();
  await access.store.db
    .updateTable('users')
    .set({ totp_pending: access.store.vault.seal(secret) })
    .where('user_id', '=', session.userId)
    .execute();
  return ok({ secret, uri: totpUri(secret, session.login) });
}

/**
 * Ends adding a code app. The code is used up by it. All other sessions end, this one goes on whole under a new id. Fails
 * with QRG_SECOND_FACTOR_STATE when nothing was begun, QRG_CODE_REFUSED.
 */
export async function confirmTotp(
  access: Access,
  session: Session,
  code: string,
  place: Place,
): Promise<Result<{ recoveryCodes: string[]; signedIn: SignedIn }>> {
  if (session.level === 'password' && session.hasTotp) return fail('QRG_SECOND_FACTOR_NEEDED');
  const { userId } = session;
  return access.store.write(async (trx) => {
    if (!(await holdSession(trx, session))) return fail('QRG_SIGN_IN_REQUIRED');
    const { totp_pending: pending } = await trx
      .selectFrom('users')
      .select('totp_pending')
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow();
    if (pending === null) return fail('QRG_SECOND_FACTOR_STATE');
    const step = totpStep(access.store.vault.open(pending).toString(), code, access.now());
    if (step === undefined) return fail('QRG_CODE_REFUSED');
    await trx
      .updateTable('users')
      .set({ totp_sealed: pending, totp_pending: null, totp_step: step })
      .where('user_id', '=', userId)
      .execute();
    const recoveryCodes = await replaceRecoveryCodes(trx, userId);
    await endSessionsOf(trx, userId);
    const begun = await beginSession(access, trx, { userId, level: 'full', place });
    await access.audit.appendIn(trx, entryOf(session, 'user.add-code-app'));
    return ok({ recoveryCodes, signedIn: { session: begun, need: 'nothing' as const } });
  });
}

/** New recovery codes; the earlier ones open nothing any more. Fails with QRG_SESSION_OLD, QRG_SECOND_FACTOR_STATE. */
export async function renewRecoveryCodes(
  access: Access,
  session: Session,
): Promise<Result<string[]>> {
  if (session.level !== 'full' || !session.hasTotp) return fail('QRG_SECOND_FACTOR_STATE');
  const recent = isRecent(access, session);
  if (!recent.ok) return recent;
  return access.store.write(async (trx) => {
    if (!(await holdSession(trx, session))) return fail('QRG_SIGN_IN_REQUIRED');
    const codes = await replaceRecoveryCodes(trx, session.userId);
    await access.audit.appendIn(trx, entryOf(session, 'user.renew-recovery-codes'));
    return ok(codes);
  });
}

async function replaceRecoveryCodes(trx: Transaction, userId: number): Promise<string[]> {
  const codes = newRecoveryCodes();
  await trx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  await trx
    .insertInto('recovery_codes')
    .values(codes.map(({ hash }) => ({ user_id: userId, code_hash: hash, used_at: null })))
    .execute();
  return codes.map(({ code }) => code);
}

const entryOf = (session: Session, action: string) => ({
  actor: principalOfSession(session),
  action,
  object: `user:${session.userId}`,
});
