import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Principal } from './principal.ts';
import type { KeyScope, Role } from './role.ts';

/** Who may use a route. Neither roles nor scopes nor public: nobody. */
export interface RouteAccess {
  /** A person with any of these. */
  readonly roles?: readonly Role[];
  /** A key with any of these. */
  readonly scopes?: readonly KeyScope[];
  readonly public?: true;
}

/** What authorisation needs to know of who came. */
interface Comer {
  readonly principal?: Principal | undefined;
  /** A session whose second factor is still owed has no principal. */
  readonly session?: { readonly level: 'password' | 'full' } | undefined;
}

/**
 * The principal that may go on; undefined on a public route that nobody signed in to. Fails with QRG_SIGN_IN_REQUIRED,
 * QRG_SECOND_FACTOR_NEEDED or QRG_NOT_ALLOWED.
 */
export function authorise(
  { principal, session }: Comer,
  access: RouteAccess,
): Result<Principal | undefined> {
  if (access.public) return ok(principal);
  if (principal === undefined)
    return session === undefined ? fail('QRG_SIGN_IN_REQUIRED') : fail('QRG_SECOND_FACTOR_NEEDED');
  const { roles = [], scopes = [] } = access;
  const may =
    principal.kind === 'key'
      ? scopes.some((scope) => principal.scopes.includes(scope))
      : roles.some((role) => principal.roles.includes(role));
  if (may) return ok(principal);
  const needed = principal.kind === 'key' ? scopes : roles;
  return fail('QRG_NOT_ALLOWED', { needed: needed.length === 0 ? '—' : needed.join(', ') });
}
