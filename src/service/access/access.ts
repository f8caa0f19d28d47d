import type { Store } from '../../store/store.ts';
import type { Audit } from '../audit/audit.ts';
import { Argon2Hasher, type PasswordHasher } from './password-hasher.ts';
import type { Principal } from './principal.ts';
import { ROLES, type Role } from './role.ts';
import { type Rate, RateLimiter } from './token-bucket.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export interface AccessSettings {
  /** Who needs a code of an app beside the password. Everybody may have one. */
  readonly secondFactorFor: readonly Role[];
  /** A session ends when nothing was asked for so long. */
  readonly sessionIdleMs: number;
  /** A session ends after so long, whatever is done. */
  readonly sessionMostMs: number;
  /** What one API key may ask, in transfers or requests. */
  readonly keyRate: Rate;
  /** How often one address may come with a key or a link that is no good. */
  readonly strangerRate: Rate;
}

/**
 * PCI DSS 4.0.1 asks for a second factor on all access (8.4.2) and allows a quarter of an hour of idling (8.2.8), NIST SP
 * 800-63B (4.2.3) twelve hours in all at its middle level.
 */
const DEFAULTS: AccessSettings = {
  secondFactorFor: ROLES,
  sessionIdleMs: 15 * MINUTE_MS,
  sessionMostMs: 12 * HOUR_MS,
  keyRate: { perSecond: 5_000, burst: 20_000 },
  strangerRate: { perSecond: 0.5, burst: 20 },
};

/** Within so long of signing in a person may change what they sign in with. */
export const RECENT_MS = 10 * MINUTE_MS;
/** A session that still owes its second factor. */
export const OWING_MS = 10 * MINUTE_MS;
/** A one-time link. */
export const LINK_MS = DAY_MS;

/** What the store says of a key. */
export interface KnownKey {
  readonly secretHash: Buffer;
  readonly expiresAt: number;
  usedAt: number | null;
  readonly principal: Principal;
}

/** Everything that deciding who may come in needs; the first argument of the functions of this folder. */
export interface Access {
  readonly store: Store;
  readonly audit: Audit;
  readonly settings: AccessSettings;
  readonly now: () => number;
  readonly passwords: PasswordHasher;
  /** By key_id. */
  readonly keyRates: RateLimiter;
  /** By address. */
  readonly strangers: RateLimiter;
  /** By key_id; see key-principal.ts. */
  readonly keys: Map<
    number,
    { readonly readAt: number; readonly key: Promise<KnownKey | undefined> }
  >;
}

export interface AccessOptions {
  readonly store: Store;
  readonly audit: Audit;
  readonly settings?: Partial<AccessSettings>;
  readonly now?: () => number;
  readonly passwords?: PasswordHasher;
}

export function openAccess(options: AccessOptions): Access {
  const settings = { ...DEFAULTS, ...options.settings };
  return {
    store: options.store,
    audit: options.audit,
    settings,
    now: options.now ?? Date.now,
    passwords: options.passwords ?? new Argon2Hasher(),
    keyRates: new RateLimiter(settings.keyRate),
    strangers: new RateLimiter(settings.strangerRate),
    keys: new Map(),
  };
}
