import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Access } from './access.ts';
import type { Principal } from './principal.ts';
import { endSessionsOf, principalOfSession, SESSIONS_MOST, type Session } from './session.ts';

/** One's own session in a list. */
export interface SessionRow {
  readonly sessionId: number;
  readonly signedInAt: number;
  readonly seenAt: number;
  readonly expiresAt: number;
  readonly address: string;
  readonly userAgent: string;
  readonly current: boolean;
}

/** One's own live sessions, newest first. */
export async function listSessions(
  access: Access,
  principal: Principal,
  current?: Session,
): Promise<SessionRow[]> {
  const now = access.now();
  const rows = await access.store.db
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', ownUser(principal))
    .where('level', '=', 'full')
    .where('expires_at', '>', now)
    .where('seen_at', '>', now - access.settings.sessionIdleMs)
    .orderBy('session_id', 'desc')
    .limit(SESSIONS_MOST)
    .execute();
  return rows.map((row) => ({
    sessionId: row.session_id,
    signedInAt: row.signed_in_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
    address: row.address,
    userAgent: row.user_agent,
    current: row.session_id === current?.sessionId,
  }));
}

/** Ends one of one's own sessions. Fails with QRG_SESSION_UNKNOWN, for a session of somebody else as well. */
export async function endSession(
  access: Access,
  principal: Principal,
  sessionId: number,
): Promise<Result<void>> {
  const ended = await access.store.write(async (trx) => {
    const gone = await trx
      .deleteFrom('sessions')
      .where('session_id', '=', sessionId)
      .where('user_id', '=', ownUser(principal))
      .executeTakeFirst();
    if (gone.numDeletedRows === 0n) return false;
    await access.audit.appendIn(trx, signOutEntry(principal, { session: sessionId }));
    return true;
  });
  return ended ? ok(undefined) : fail('QRG_SESSION_UNKNOWN');
}

/** Signs a person out everywhere; how many sessions there were. */
export function endAllSessions(access: Access, principal: Principal): Promise<number> {
  return access.store.write(async (trx) => {
    const sessions = await endSessionsOf(trx, ownUser(principal));
    await access.audit.appendIn(trx, signOutEntry(principal, { sessions }));
    return sessions;
  });
}

/** Ends the session of this request, whatever its level. */
export async function signOut(access: Access, session: Session): Promise<void> {
  await access.store.write(async (trx) => {
    await trx.deleteFrom('sessions').where('session_id', '=', session.sessionId).execute();
    const entry = signOutEntry(principalOfSession(session), { session: session.sessionId });
    await access.audit.appendIn(trx, entry);
  });
}

const signOutEntry = (principal: Principal, detail: Record<string, number>) => ({
  actor: principal,
  action: 'session.end',
  object: `user:${principal.id}`,
  detail,
});

/** Keys and the terminal have no sessions. */
const ownUser = ({ kind, id }: Principal): number => (kind === 'user' ? id : -1);
