import { describe, expect, it } from 'vitest';
import { csrfFits, csrfMark, fromOtherSite, isUnsafe } from './csrf.ts';
import { newToken } from './secret-token.ts';
import { clearedCookies, sessionCookies } from './session-cookies.ts';

describe('the mark of a session', () => {
  it('fits its own session and no other', () => {
    const [mine, other] = [newToken().token, newToken().token];
    const mark = csrfMark(mine);
    expect(csrfFits(mine, mark)).toBe(true);
    expect(csrfFits(other, mark)).toBe(false);
    expect(csrfFits(mine, undefined)).toBe(false);
    for (const wrong of ['', `${mark}A`, mark.slice(1), mark.toUpperCase(), mine])
      expect(csrfFits(mine, wrong), wrong).toBe(false);
  });

  it('tells nothing of the token', () => {
    const { token } = newToken();
    expect(csrfMark(token)).not.toContain(token.slice(0, 8));
    expect(csrfMark(token)).toMatch(/^[\w-]{43}$/);
  });
});

it('takes every method for unsafe that is not known to be safe', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'get'])
    expect(isUnsafe(method)).toBe(false);
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'post', 'PROPFIND', ''])
    expect(isUnsafe(method)).toBe(true);
});

it.each([
  [{ 'sec-fetch-site': 'same-origin', origin: 'https://x.example', host: 'y' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, true],
  // A sister host may be somebody else's.
  [{ 'sec-fetch-site': 'same-site' }, true],
  [{ origin: 'https://q.example', host: 'q.example' }, false],
  [{ origin: 'https://q.example:8443', host: 'q.example:8443' }, false],
  [{ origin: 'https://evil.example', host: 'q.example' }, true],
  [{ origin: 'null', host: 'q.example' }, true],
  [{ origin: 'https://q.example' }, true],
  [{ host: 'q.example' }, false],
])('of %j says whether another site sent it: %s', (headers, other) => {
  expect(fromOtherSite(headers)).toBe(other);
});

describe('cookies', () => {
  const session = { token: newToken().token, expiresAt: 61_500 };

  it('hide the token from scripts and keep both from other sites', () => {
    const [token, mark] = sessionCookies(session, true, 1_000);
    expect(token).toEqual({
      name: '__Host-qorgan-session',
      value: session.token,
      options: { httpOnly: true, sameSite: 'strict', secure: true, path: '/', maxAge: 60 },
    });
    expect(mark.name).toBe('__Host-qorgan-csrf');
    expect(mark.value).toBe(csrfMark(session.token));
    expect(mark.options).toMatchObject({ httpOnly: false, sameSite: 'strict', secure: true });
  });

  it('are not Secure on plain http, where a browser would drop them', () => {
    const [token] = sessionCookies(session, false, 1_000);
    expect(token.name).toBe('qorgan-session');
    expect(token.options.secure).toBe(false);
    expect(token.options.httpOnly).toBe(true);
  });

  it('are cleared under the same names', () => {
    for (const secure of [true, false]) {
      const set = sessionCookies(session, secure, 0);
      const cleared = clearedCookies(secure);
      expect(cleared.map((c) => c.name)).toEqual(set.map((c) => c.name));
      expect(cleared.every((c) => c.value === '' && c.options.maxAge === 0)).toBe(true);
    }
  });
});
