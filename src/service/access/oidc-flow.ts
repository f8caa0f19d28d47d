import type { Store } from '../../store/store.ts';
import type { CookieSpec } from './session-cookies.ts';

/** What has to be remembered between sending a person to the provider and their return. */
export interface OidcFlow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Page of ours to go on to. */
  readonly returnTo: string;
  readonly expiresAt: number;
}

const FLOW_SECONDS = 600;

const COOKIE_BYTES_MOST = 4_096;

export const flowCookieName = (secure: boolean): string =>
  secure ? '__Host-qorgan-oidc' : 'qorgan-oidc';

/**
 * The flow in a cookie of the browser that began it, sealed: no other browser can end it, and nothing waits in the store
 * for those who never come back. Lax, because the provider sends the browser back from another site.
 */
export function flowCookie(
  vault: Store['vault'],
  flow: Omit<OidcFlow, 'expiresAt'>,
  secure: boolean,
  now: number,
): CookieSpec {
  const whole: OidcFlow = { ...flow, expiresAt: now + FLOW_SECONDS * 1000 };
  const value = vault.seal(JSON.stringify(whole)).toString('base64url');
  return cookie(value, secure, FLOW_SECONDS);
}

export const clearedFlowCookie = (secure: boolean): CookieSpec => cookie('', secure, 0);

const cookie = (value: string, secure: boolean, maxAge: number): CookieSpec => ({
  name: flowCookieName(secure),
  value,
  options: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge },
});

/** The flow of a cookie, or undefined when it is none of ours or too old. */
export function readFlow(
  vault: Store['vault'],
  value: string | undefined,
  now: number,
): OidcFlow | undefined {
  if (value === undefined || value.length > COOKIE_BYTES_MOST) return undefined;
  try {
    const flow = JSON.parse(vault.open(Buffer.from(value, 'base64url')).toString()) as OidcFlow;
    return typeof flow.state === 'string' && flow.expiresAt > now ? flow : undefined;
  } catch {
    // Not sealed by us: whatever it is, it is not a flow.
    return undefined;
  }
}

/** A page of this site to go on to: anything else would make us send people wherever a link says. */
export function ownPage(returnTo: string | undefined): string {
  const isOwn = returnTo !== undefined && /^\/(?![/\\])[\x21-\x7e]{0,500}$/.test(returnTo);
  return isOwn && !returnTo.includes('\\') ? returnTo : '/';
}
