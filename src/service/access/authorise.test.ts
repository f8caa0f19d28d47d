import { describe, expect, it } from 'vitest';
import { authorise } from './authorise.ts';
import type { Principal } from './principal.ts';
import { KEY_SCOPES, ROLES, type Role } from './role.ts';

const user = (...roles: Role[]): Principal => ({
  kind: 'user',
  id: 1,
  institutionId: 1,
  seesAll: false,
  roles,
  scopes: [],
  name: 'a',
});
const key: Principal = { ...user(), kind: 'key', scopes: ['alerts:read'] };

const codeOf = (...given: Parameters<typeof authorise>): string => {
  const result = authorise(...given);
  return result.ok ? 'ok' : result.problem.code;
};

describe('authorise', () => {
  it.each(ROLES)('lets %s through where the role is named, and nowhere else', (role) => {
    for (const asked of ROLES)
      expect(codeOf({ principal: user(role) }, { roles: [asked] })).toBe(
        asked === role ? 'ok' : 'QRG_NOT_ALLOWED',
      );
  });

  it.each(KEY_SCOPES)('lets a key through %s only when it has it', (scope) => {
    const principal = { ...key, scopes: [scope] };
    for (const asked of KEY_SCOPES)
      expect(codeOf({ principal }, { scopes: [asked] })).toBe(
        asked === scope ? 'ok' : 'QRG_NOT_ALLOWED',
      );
  });

  it('never reads roles of a key or scopes of a person', () => {
    expect(codeOf({ principal: { ...key, roles: ['admin'] } }, { roles: ['admin'] })).toBe(
      'QRG_NOT_ALLOWED',
    );
    const both = { ...user('analyst'), scopes: ['alerts:read'] as const };
    expect(codeOf({ principal: both }, { scopes: ['alerts:read'] })).toBe('QRG_NOT_ALLOWED');
  });

  it('is closed where a route names nobody', () => {
    expect(codeOf({ principal: user(...ROLES) }, {})).toBe('QRG_NOT_ALLOWED');
    expect(codeOf({ principal: key }, {})).toBe('QRG_NOT_ALLOWED');
    expect(codeOf({}, {})).toBe('QRG_SIGN_IN_REQUIRED');
  });

  it('asks for what is missing', () => {
    expect(codeOf({}, { roles: ['admin'] })).toBe('QRG_SIGN_IN_REQUIRED');
    expect(codeOf({ session: { level: 'password' } }, { roles: ['admin'] })).toBe(
      'QRG_SECOND_FACTOR_NEEDED',
    );
    expect(authorise({ principal: user('analyst') }, { roles: ['admin', 'auditor'] })).toEqual({
      ok: false,
      problem: { code: 'QRG_NOT_ALLOWED', args: { needed: 'admin, auditor' } },
    });
  });

  it('lets everybody onto a public route', () => {
    expect(codeOf({}, { public: true })).toBe('ok');
    expect(codeOf({ session: { level: 'password' } }, { public: true })).toBe('ok');
  });
});
