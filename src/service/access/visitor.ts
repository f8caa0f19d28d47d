import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Access } from './access.ts';
import { bearerOf } from './api-key-text.ts';
import { csrfFits, fromOtherSite, isUnsafe } from './csrf.ts';
import { isKnownKey, noteUsed, principalOfKey } from './key-principal.ts';
import type { Principal } from './principal.ts';
import { principalOfSession, type Session, sessionOf } from './session.ts';
import { sessionCookieName } from './session-cookies.ts';
import { mayTry, noteStranger } from './stranger.ts';

/** What of a request says who sent it. `headers` as Node gives them, names in small letters. */
export interface RequestFacts {
  readonly method: string;
  readonly address: string;
  /** Whether the browser's connection is https. */
  readonly secure: boolean;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Who sent a request. */
export interface Visitor {
  /** Absent for a stranger, and while a session owes its second factor. */
  readonly principal?: Principal;
  /** Present for a person with a live cookie. */
  readonly session?: Session;
}

/**
 * Who sent a request: a key in the Authorization header goes before a cookie. A dead cookie is no cookie. Fails with
 * QRG_KEY_REFUSED, QRG_RATE_LIMIT, QRG_OTHER_SITE, QRG_CSRF.
 */
export function visitorOf(access: Access, facts: RequestFacts): Promise<Result<Visitor>> {
  const authorization = one(facts, 'authorization');
  return authorization === undefined
    ? visitorWithCookie(access, facts)
    : visitorWithKey(access, facts, authorization);
}

async function visitorWithKey(
  access: Access,
  { address }: RequestFacts,
  authorization: string,
): Promise<Result<Visitor>> {
  const text = bearerOf(authorization) ?? '';
  // An address that tries keys through costs no questions to the store; a key that works there goes on working.
  const may = isKnownKey(access, text) ? ok(undefined) : mayTry(access, address);
  if (!may.ok) return may;
  const principal = await principalOfKey(access, text);
  if (principal === undefined) {
    noteStranger(access, address);
    return fail('QRG_KEY_REFUSED');
  }
  const paid = spend(access, principal, 1);
  if (!paid.ok) return paid;
  await noteUsed(access, principal.id);
  return ok({ principal });
}

/** Charges a key for what a request asks beyond its first unit: the other transfers of a batch. Fails with QRG_RATE_LIMIT. */
export function spend(access: Access, principal: Principal, cost: number): Result<void> {
  if (principal.kind !== 'key' || cost <= 0) return ok(undefined);
  const waitMs = access.keyRates.take(principal.id, access.now(), cost);
  return waitMs === 0
    ? ok(undefined)
    : fail('QRG_RATE_LIMIT', { seconds: Math.ceil(waitMs / 1000) });
}

async function visitorWithCookie(access: Access, facts: RequestFacts): Promise<Result<Visitor>> {
  const unsafe = isUnsafe(facts.method);
  if (unsafe && fromOtherSite(siteOf(facts))) return fail('QRG_OTHER_SITE');
  const token = facts.cookies[sessionCookieName(facts.secure)];
  const session = token === undefined ? undefined : await sessionOf(access, token);
  if (session === undefined) return ok({});
  if (unsafe && !csrfFits(session.token, one(facts, 'x-csrf-token'))) return fail('QRG_CSRF');
  if (session.level === 'password') return ok({ session });
  return ok({ session, principal: principalOfSession(session) });
}

const siteOf = (facts: RequestFacts) => ({
  host: one(facts, 'host'),
  origin: one(facts, 'origin'),
  'sec-fetch-site': one(facts, 'sec-fetch-site'),
});

/** A header that is to come once; sent twice it says nothing that could be trusted. */
function one({ headers }: RequestFacts, name: string): string | undefined {
  const value = headers[name];
  return value === undefined || typeof value === 'string' ? value : '';
}
