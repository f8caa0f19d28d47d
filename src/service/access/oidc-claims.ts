import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { OidcSettings } from './oidc-settings.ts';
import { isRole, ROLES, type Role, rolesConflict } from './role.ts';

/** What an identity provider says of a person. */
export type Claims = Readonly<Record<string, unknown>>;

/** A person as the provider's claims make them. */
export interface OutsidePerson {
  readonly name: string;
  /** What they would be called here, if it is free and has the form of a login. */
  readonly login: string | undefined;
  readonly roles: readonly Role[];
  /** Code. */
  readonly institution: string;
}

const VALUES_MOST = 200;

/**
 * Place and roles of a person by their claims. Whoever the settings give no role or no institution stays outside
 * (QRG_OIDC_NO_PLACE); QRG_ROLE_CONFLICT when an auditor has another role.
 */
export function personOfClaims(settings: OidcSettings, claims: Claims): Result<OutsidePerson> {
  const roles = rolesOf(settings, claims);
  const institution = institutionOf(settings, claims);
  if (roles.length === 0 || institution === undefined) return fail('QRG_OIDC_NO_PLACE');
  if (rolesConflict(roles)) return fail('QRG_ROLE_CONFLICT');
  const login = textOf(claims.preferred_username) ?? textOf(claims.email);
  const name = textOf(claims.name) ?? login ?? textOf(claims.sub) ?? '';
  return ok({ name, login, roles, institution });
}

function rolesOf({ rolesClaim, roles }: OidcSettings, claims: Claims): Role[] {
  const given = valuesAt(claims, rolesClaim)
    .map((value) => (roles === undefined ? value : ownValue(roles, value)))
    .filter((word) => word !== undefined && isRole(word));
  return ROLES.filter((role) => given.includes(role));
}

function institutionOf(settings: OidcSettings, claims: Claims): string | undefined {
  const [value] = valuesAt(claims, settings.institutionClaim);
  if (value === undefined) return settings.institution;
  return settings.institutions === undefined ? value : ownValue(settings.institutions, value);
}

/** A claim's texts, whether it holds one, a list, or lies deeper, as Keycloak's realm_access.roles. */
function valuesAt(claims: Claims, path: string): string[] {
  const value = Object.hasOwn(claims, path) ? claims[path] : path.split('.').reduce(inside, claims);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.slice(0, VALUES_MOST).filter((one) => typeof one === 'string');
}

function inside(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Claims)[key]
    : undefined;
}

const ownValue = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;
