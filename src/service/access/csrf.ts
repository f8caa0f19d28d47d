import { createHmac } from 'node:crypto';
import { sameSecret } from './secret-token.ts';

/** Methods that change nothing (RFC 9110, section 9.2.1). */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

export const isUnsafe = (method: string): boolean => !SAFE.has(method.toUpperCase());

/**
 * The mark that a page repeats in a header (signed double submit, OWASP CSRF Prevention Cheat Sheet): an HMAC under the
 * session's own token. The page can read the mark and not the token, another site neither; the mark of another session,
 * or one of before signing in, does not fit.
 */
export const csrfMark = (sessionToken: string): string =>
  createHmac('sha256', sessionToken).update('qorgan csrf 1').digest('base64url');

export const csrfFits = (sessionToken: string, mark: string | undefined): boolean =>
  mark !== undefined && sameSecret(csrfMark(sessionToken), mark);

/** What of a request tells the site that sent it. */
export interface SiteHeaders {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | undefined;
}

/**
 * Whether a browser says that a page of another site sent this. A program sends neither header, and no cookies of
 * ours. Guards what has no session yet: signing somebody in under a stranger's account.
 */
export function fromOtherSite(headers: SiteHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  if (headers.origin === undefined) return false;
  return !URL.canParse(headers.origin) || new URL(headers.origin).host !== headers.host;
}
