import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Transaction } from '../../store/store.ts';
import { type Access, OWING_MS, RECENT_MS } from './access.ts';
import { addressGroup } from './address-group.ts';
import type { Principal } from './principal.ts';
import type { Role } from './role.ts';
import { hashToken, isToken, newToken } from './secret-token.ts';

/** A live session and whose it is, as a request brings it. */
export interface Session {
  readonly sessionId: number;
  /** What the cookie holds. */
  readonly token: string;
  readonly level: 'password' | 'full';
  readonly signedInAt: number;
  readonly expiresAt: number;
  readonly userId: number;
  readonly login: string;
  readonly name: string;
  readonly institutionId: number;
  readonly seesAll: boolean;
  readonly roles: readonly Role[];
  /** Whether the person has a code app. */
  readonly hasTotp: boolean;
}

/** Where a session comes from. */
export interface Place {
  readonly address: string;
  readonly userAgent?: string | undefined;
}

/** Sessions of one person; the oldest ends when one more begins. */
export const SESSIONS_MOST = 20;
/** How much later than it happened a session may be said to have been used: spares a write a request. */
const SEEN_EVERY_MS = 60_000;
const USER_AGENT_MOST = 200;
const PURGE_MOST = 1_000;

/** The session of a cookie, or undefined when it has ended or never was. Notes that it was used. */
export async function sessionOf(access: Access, token: string): Promise<Session | undefined> {
  if (!isToken(token)) return undefined;
  const now = access.now();
  const row = await access.store.db
    .selectFrom('sessions as s')
    .innerJoin('users as u', 'u.user_id', 's.user_id')
    .innerJoin('institutions as i', 'i.institution_id', 'u.institution_id')
    .select(['s.session_id', 's.level', 's.signed_in_at', 's.seen_at', 's.expires_at'])
    .select(['u.user_id', 'u.login', 'u.name', 'u.roles', 'u.institution_id', 'i.sees_all'])
    .select((e) => e('u.totp_sealed', 'is not', null).as('has_totp'))
    .where('s.token_hash', '=', hashToken(token))
    .where('u.disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.expires_at <= now || row.seen_at + access.settings.sessionIdleMs <= now) return undefined;
  if (row.seen_at + SEEN_EVERY_MS <= now) await noteSeen(access, row.session_id, now);
  return {
    sessionId: row.session_id,
    token,
    level: row.level,
    signedInAt: row.signed_in_at,
    expiresAt: row.expires_at,
    userId: row.user_id,
    login: row.login,
    name: row.name,
    institutionId: row.institution_id,
    seesAll: row.sees_all,
    roles: row.roles as Role[],
    hasTotp: Boolean(row.has_totp),
  };
}

async function noteSeen(access: Access, sessionId: number, now: number): Promise<void> {
  await access.store.db
    .updateTable('sessions')
    .set({ seen_at: now })
    .where('session_id', '=', sessionId)
    .where('seen_at', '<', now)
    .execute();
}

/** The person behind a whole session. */
export const principalOfSession = (session: Session): Principal => ({
  kind: 'user',
  id: session.userId,
  institutionId: session.institutionId,
  seesAll: session.seesAll,
  roles: session.roles,
  scopes: [],
  name: session.login,
});

/** A session that has just begun: for its cookies. */
export interface NewSession {
  readonly token: string;
  readonly level: 'password' | 'full';
  readonly expiresAt: number;
}

/**
 * Begins a session under a new random id. An id that the browser brought along is never taken over, and the session it
 * stood for ends: who knew it before signing in knows nothing after (session fixation).
 */
export async function beginSession(
  access: Access,
  trx: Transaction,
  of: { userId: number; level: Session['level']; instead?: number | undefined; place: Place },
): Promise<NewSession> {
  const now = access.now();
  const { token, hash } = newToken();
  if (of.instead !== undefined)
    await trx.deleteFrom('sessions').where('session_id', '=', of.instead).execute();
  const lasts = of.level === 'full' ? access.settings.sessionMostMs : OWING_MS;
  await trx
    .insertInto('sessions')
    .values({
      token_hash: hash,
      user_id: of.userId,
      level: of.level,
      signed_in_at: now,
      seen_at: now,
      expires_at: now + lasts,
      address: addressGroup(of.place.address).slice(0, 64),
      user_agent: cleanAgent(of.place.userAgent),
    })
    .execute();
  await endSurplus(trx, of.userId, now);
  return { token, level: of.level, expiresAt: now + lasts };
}

/** A browser's name for itself, without what a database or a terminal would choke on. */
const cleanAgent = (agent = ''): string =>
  agent
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .slice(0, USER_AGENT_MOST);

async function endSurplus(trx: Transaction, userId: number, now: number): Promise<void> {
  const newest = trx
    .selectFrom('sessions')
    .select('session_id')
    .where('user_id', '=', userId)
    .orderBy('session_id', 'desc')
    .limit(SESSIONS_MOST);
  await trx
    .deleteFrom('sessions')
    .where('user_id', '=', userId)
    .where('session_id', 'not in', newest)
    .execute();
  const ended = trx
    .selectFrom('sessions')
    .select('session_id')
    .where('expires_at', '<=', now)
    .limit(PURGE_MOST)
    // Two who sweep at once take different ones.
    .forUpdate()
    .skipLocked();
  await trx.deleteFrom('sessions').where('session_id', 'in', ended).execute();
}

/**
 * Takes hold of a person for the rest of the transaction, and says whether this session of theirs is still there: an
 * administrator may have ended it since the request came in.
 */
export async function holdSession(trx: Transaction, session: Session): Promise<boolean> {
  const { userId, sessionId } = session;
  await trx
    .selectFrom('users')
    .select('user_id')
    .where('user_id', '=', userId)
    .forUpdate()
    .execute();
  const live = await trx
    .selectFrom('sessions')
    .select('session_id')
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return live !== undefined;
}

/** Ends every session of a person; how many there were. */
export async function endSessionsOf(trx: Transaction, userId: number): Promise<number> {
  const gone = await trx.deleteFrom('sessions').where('user_id', '=', userId).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** What one signs in with is changed only soon after signing in. Fails with QRG_SESSION_OLD. */
export function isRecent(access: Access, session: Session): Result<void> {
  return session.signedInAt + RECENT_MS > access.now()
    ? ok(undefined)
    : fail('QRG_SESSION_OLD', { minutes: RECENT_MS / 60_000 });
}
