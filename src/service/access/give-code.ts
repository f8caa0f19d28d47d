import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Transaction } from '../../store/store.ts';
import type { Access } from './access.ts';
import { addressGroup } from './address-group.ts';
import { attemptOn, beginAttempt, forgive } from './attempts.ts';
import { recoveryHash } from './recovery-codes.ts';
import {
  beginSession,
  holdSession,
  type Place,
  principalOfSession,
  type Session,
} from './session.ts';
import type { SignedIn } from './sign-in.ts';
import { totpStep } from './totp.ts';

/**
 * Gives the second factor that a session owes: a code of the app, or one of the recovery codes. Each opens once. The
 * session goes on under a new id. Fails with QRG_CODE_REFUSED, QRG_SIGN_IN_WAIT, QRG_SECOND_FACTOR_STATE,
 * or QRG_SIGN_IN_REQUIRED when the session has just been ended.
 */
export async function giveCode(
  access: Access,
  session: Session,
  code: string,
  place: Place,
): Promise<Result<SignedIn>> {
  if (session.level === 'full' || !session.hasTotp) return fail('QRG_SECOND_FACTOR_STATE');
  const counted = attemptOn('code', String(session.userId), place.address);
  const may = await beginAttempt(access, counted);
  if (!may.ok) return may;
  const actor = principalOfSession(session);
  const object = `user:${session.userId}`;
  const address = addressGroup(place.address);
  const done = await access.store.write(async (trx) => {
    if (!(await holdSession(trx, session))) return fail('QRG_SIGN_IN_REQUIRED');
    const by = await spendCode(access, trx, session.userId, code);
    if (by === undefined) return fail('QRG_CODE_REFUSED');
    await forgive(access.store, trx, counted);
    const { userId, sessionId: instead } = session;
    const begun = await beginSession(access, trx, { userId, level: 'full', instead, place });
    await access.audit.appendIn(trx, {
      actor,
      action: 'session.raise',
      object,
      detail: { by, address },
    });
    return ok({ session: begun, need: 'nothing' as const });
  });
  if (done.ok) return done;
  await access.audit.append({
    actor,
    action: 'session.refuse',
    object,
    detail: { by: 'code', address },
  });
  return done;
}

/** Uses a code up; which kind it was, or undefined when it opens nothing. */
async function spendCode(
  access: Access,
  trx: Transaction,
  userId: number,
  code: string,
): Promise<'totp' | 'recovery' | undefined> {
  const hash = recoveryHash(code);
  if (hash === undefined) return (await spendTotp(access, trx, userId, code)) ? 'totp' : undefined;
  const spent = await trx
    .updateTable('recovery_codes')
    .set({ used_at: access.now() })
    .where('user_id', '=', userId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n ? 'recovery' : undefined;
}

/** A code opens only when its step is later than the last one that did: one look over a shoulder is not enough. */
async function spendTotp(
  access: Access,
  trx: Transaction,
  userId: number,
  code: string,
): Promise<boolean> {
  const user = await trx
    .selectFrom('users')
    .select('totp_sealed')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (user === undefined || user.totp_sealed === null) return false;
  const secret = access.store.vault.open(user.totp_sealed).toString();
  const step = totpStep(secret, code, access.now());
  if (step === undefined) return false;
  const spent = await trx
    .updateTable('users')
    .set({ totp_step: step })
    .where('user_id', '=', userId)
    .where('totp_step', '<', step)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n;
}
