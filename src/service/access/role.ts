/**
 * Who works with Qorgan. What each may do is said by the routes (their `access`) and, for people, in
 * docs/explanation/who-may.md.
 */
export const ROLES = [
  'analyst',
  'supervisor',
  'investigator',
  'liaison',
  'auditor',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

export const isRole = (word: string): word is Role => (ROLES as readonly string[]).includes(word);

/** What a program of an institution may be allowed to do with its key. */
export const KEY_SCOPES = [
  'decisions:write',
  'transfers:write',
  'customers:write',
  'lists:read',
  'lists:write',
  'alerts:read',
  'networks:read',
  'holds:read',
  'holds:write',
  'trace:read',
  'metrics:read',
] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

export const isKeyScope = (word: string): word is KeyScope =>
  (KEY_SCOPES as readonly string[]).includes(word);

/** The one who checks acts of others has none of their own: auditor goes with no other role. */
export const rolesConflict = (roles: readonly Role[]): boolean =>
  roles.includes('auditor') && roles.some((role) => role !== 'auditor');
