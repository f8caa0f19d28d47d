import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Role } from './role.ts';

/** Single sign-on by an identity provider that speaks OpenID Connect. */
export interface OidcSettings {
  /** Where the provider is: https, or http on this machine. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  /** Where the provider sends people back to, as registered there. */
  readonly redirectUri: string;
  /** Claim with the groups or roles of a person: its name, or the way to it, 'realm_access.roles'. */
  readonly rolesClaim: string;
  /** What a value of that claim makes of a person; without this table a value is the role itself. */
  readonly roles?: Readonly<Record<string, Role>> | undefined;
  /** Claim with the institution. */
  readonly institutionClaim: string;
  /** Code of the institution by the value of that claim; without this table a value is the code itself. */
  readonly institutions?: Readonly<Record<string, string>> | undefined;
  /** Code of the institution of everybody whose claims name none. */
  readonly institution?: string | undefined;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

export const isLoopback = (address: string): boolean => LOOPBACK.has(new URL(address).hostname);

/** Settings that can be used. Fails with QRG_OIDC_SETTINGS: over plain http a stranger on the way could sign in as anybody. */
export function checkOidcSettings(settings: OidcSettings): Result<OidcSettings> {
  for (const [key, address] of Object.entries({
    issuer: settings.issuer,
    redirectUri: settings.redirectUri,
  })) {
    if (!URL.canParse(address)) return fail('QRG_OIDC_SETTINGS', { reason: `${key}: ${address}` });
    if (new URL(address).protocol !== 'https:' && !isLoopback(address))
      return fail('QRG_OIDC_SETTINGS', { reason: `${key}: https` });
  }
  return ok(settings);
}
