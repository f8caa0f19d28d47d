import { csrfMark } from './csrf.ts';

/** A cookie as @fastify/cookie takes it: `reply.setCookie(name, value, options)`. */
export interface CookieSpec {
  readonly name: string;
  readonly value: string;
  readonly options: {
    readonly httpOnly: boolean;
    readonly sameSite: 'strict' | 'lax';
    readonly secure: boolean;
    readonly path: string;
    /** Seconds; 0 deletes. */
    readonly maxAge: number;
  };
}

/** What a cookie needs to know of a session. */
interface Lasting {
  readonly token: string;
  readonly expiresAt: number;
}

/**
 * With https a browser takes a __Host- cookie only from this very host and only secured: neither a sister host nor a
 * listener on plain http can plant one (RFC 6265bis, section 4.1.3.2). On http, which is for loopback, it would be refused.
 */
const prefixed = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);

export const sessionCookieName = (secure: boolean): string => prefixed('qorgan-session', secure);
const csrfCookieName = (secure: boolean): string => prefixed('qorgan-csrf', secure);

/** The two cookies of a session: its token, which no script reads, and the mark that our page repeats in a header. */
export function sessionCookies(session: Lasting, secure: boolean, now: number): CookieSpec[] {
  const maxAge = Math.max(0, Math.floor((session.expiresAt - now) / 1000));
  return [
    strict(sessionCookieName(secure), session.token, secure, maxAge, true),
    strict(csrfCookieName(secure), csrfMark(session.token), secure, maxAge, false),
  ];
}

/** The same two, deleted. */
export const clearedCookies = (secure: boolean): CookieSpec[] => [
  strict(sessionCookieName(secure), '', secure, 0, true),
  strict(csrfCookieName(secure), '', secure, 0, false),
];

function strict(
  name: string,
  value: string,
  secure: boolean,
  maxAge: number,
  httpOnly: boolean,
): CookieSpec {
  return { name, value, options: { httpOnly, sameSite: 'strict', secure, path: '/', maxAge } };
}
