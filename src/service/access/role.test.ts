import { expect, it } from 'vitest';
import { isKeyScope, isRole, KEY_SCOPES, ROLES, rolesConflict } from './role.ts';

it('knows its own words and no others', () => {
  expect(ROLES.every(isRole)).toBe(true);
  expect(KEY_SCOPES.every(isKeyScope)).toBe(true);
  for (const word of ['', 'root', 'Admin', 'toString', '__proto__']) {
    expect(isRole(word)).toBe(false);
    expect(isKeyScope(word)).toBe(false);
  }
});

it('lets an auditor be nothing else', () => {
  expect(rolesConflict(['auditor'])).toBe(false);
  expect(rolesConflict([])).toBe(false);
  expect(rolesConflict(['admin', 'analyst'])).toBe(false);
  for (const role of ROLES.filter((r) => r !== 'auditor'))
    expect(rolesConflict(['auditor', role])).toBe(true);
});
