import { describe, expect, it } from 'vitest';
import { codeOf } from './access.fixture.ts';
import { type Claims, personOfClaims } from './oidc-claims.ts';
import { ownPage } from './oidc-flow.ts';
import { checkOidcSettings, type OidcSettings } from './oidc-settings.ts';

const SETTINGS: OidcSettings = {
  issuer: 'https://id.example',
  clientId: 'qorgan',
  redirectUri: 'https://qorgan.example/back',
  rolesClaim: 'roles',
  institutionClaim: 'institution',
};

const personOf = (claims: Claims, settings: Partial<OidcSettings> = {}) => {
  const result = personOfClaims({ ...SETTINGS, ...settings }, { sub: 's', ...claims });
  return result.ok ? [result.value.roles, result.value.institution] : codeOf(result);
};

describe('what claims make of a person', () => {
  it.each([
    [{ roles: 'analyst', institution: 'bank-a' }, {}, [['analyst'], 'bank-a']],
    [
      { roles: ['supervisor', 'x', 'analyst'], institution: 'b' },
      {},
      [['analyst', 'supervisor'], 'b'],
    ],
    [{ roles: ['analyst', 7, null, { a: 1 }], institution: ['b', 'c'] }, {}, [['analyst'], 'b']],
    [
      { realm_access: { roles: ['admin'] }, institution: 'b' },
      { rolesClaim: 'realm_access.roles' },
      [['admin'], 'b'],
    ],
    [
      { 'https://x.example/roles': ['admin'], institution: 'b' },
      { rolesClaim: 'https://x.example/roles' },
      [['admin'], 'b'],
    ],
    [
      { roles: ['fraud-desk'], institution: 'b' },
      { roles: { 'fraud-desk': 'analyst' as const } },
      [['analyst'], 'b'],
    ],
    [{ roles: 'analyst' }, { institution: 'home' }, [['analyst'], 'home']],
    [
      { roles: 'analyst', institution: 'Bank A JSC' },
      { institutions: { 'Bank A JSC': 'bank-a' } },
      [['analyst'], 'bank-a'],
    ],
  ])('%j', (claims, settings, expected) => {
    expect(personOf(claims, settings)).toEqual(expected);
  });

  it.each([
    [{ institution: 'b' }, {}],
    [{ roles: [], institution: 'b' }, {}],
    [{ roles: 'root', institution: 'b' }, {}],
    [{ roles: 'analyst' }, {}],
    // With a table only what it names counts, not even a role's own name.
    [{ roles: 'admin', institution: 'b' }, { roles: { 'fraud-desk': 'analyst' as const } }],
    [{ roles: 'toString', institution: 'b' }, { roles: { x: 'analyst' as const } }],
    [
      { roles: 'analyst', institution: '__proto__' },
      { institutions: { x: 'b' }, institution: 'home' },
    ],
    [{ 'realm_access.roles': 'x', institution: 'b' }, { rolesClaim: 'realm_access.roles' }],
    [{ roles: { analyst: true }, institution: 'b' }, {}],
  ])('leave outside: %j', (claims, settings) => {
    expect(personOf(claims, settings)).toBe('QRG_OIDC_NO_PLACE');
  });

  it('let an auditor be nothing else', () => {
    expect(personOf({ roles: ['auditor', 'admin'], institution: 'b' })).toBe('QRG_ROLE_CONFLICT');
  });
});

it.each([
  ['https://id.example', 'https://q.example/back', 'ok'],
  ['http://127.0.0.1:3000', 'http://localhost:8080/back', 'ok'],
  ['http://[::1]:3000', 'https://q.example/back', 'ok'],
  ['http://id.example', 'https://q.example/back', 'QRG_OIDC_SETTINGS'],
  ['http://127.0.0.1.evil.example', 'https://q.example/back', 'QRG_OIDC_SETTINGS'],
  ['https://id.example', 'http://q.example/back', 'QRG_OIDC_SETTINGS'],
  ['id.example', 'https://q.example/back', 'QRG_OIDC_SETTINGS'],
])('issuer %s, back to %s: %s', (issuer, redirectUri, code) => {
  expect(codeOf(checkOidcSettings({ ...SETTINGS, issuer, redirectUri }))).toBe(code);
});

it.each([
  ['/alerts/17?x=1#y', '/alerts/17?x=1#y'],
  [undefined, '/'],
  ['', '/'],
  ['alerts', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/a\\b', '/'],
  ['/a\nb', '/'],
  ['https://evil.example', '/'],
  [`/${'a'.repeat(600)}`, '/'],
])('%j is gone on to as %s', (asked, page) => {
  expect(ownPage(asked)).toBe(page);
});
