import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../store/store.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { listAudit } from '../audit/list.ts';
import {
  addPerson,
  codeOf,
  must,
  openTown,
  PASSWORD,
  PLACE,
  passwordSession,
  type Town,
} from './access.fixture.ts';
import { addKey, listKeys, revokeKey } from './api-keys.ts';
import {
  disableUser,
  enableUser,
  grantRole,
  resetPassword,
  resetTotp,
  revokeRole,
} from './change-user.ts';
import { addInstitution, listInstitutions } from './institutions.ts';
import { setPasswordByLink } from './password-change.ts';
import { type Principal, scopeOf } from './principal.ts';
import { principalOfSession, sessionOf } from './session.ts';
import { signIn } from './sign-in.ts';
import { addUser, listUsers, userBy } from './users.ts';

const DAY_MS = 86_400_000;

describeOnStores('people, institutions and keys', (open) => {
  let store: Store;
  let town: Town;
  /** Administrator of one bank. */
  let adminA: Principal;

  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    town = await openTown(store, { secondFactorFor: [] });
    const { login } = await addPerson(town, { institution: 'bank-a', roles: ['admin'] });
    adminA = principalOfSession(await passwordSession(town, login));
  });

  const newUser = (login: string, rest: object = {}) => ({
    login,
    name: 'Нұрлан',
    institution: 'bank-a',
    roles: ['analyst'],
    ...rest,
  });

  it('are added by an administrator, and set their own password with a link that works once', async () => {
    const login = 'nurlan.k';
    const { token } = must(await addUser(town.access, adminA, newUser(login)));
    expect(must(await userBy(town.access, adminA, { login }))).toMatchObject({ ready: false });
    const enter = () => signIn(town.access, { login, password: PASSWORD, ...PLACE });
    expect(codeOf(await enter())).toBe('QRG_SIGN_IN_REFUSED');
    const use = (password: string, with_ = token) =>
      setPasswordByLink(town.access, { token: with_, password, address: PLACE.address });
    // A password that is refused does not use the link up.
    expect(codeOf(await use('password1234'))).toBe('QRG_PASSWORD_EASY');
    expect(codeOf(await use(`xx ${login} xx`))).toBe('QRG_PASSWORD_OWN_NAME');
    expect(codeOf(await use(PASSWORD, `${token.slice(1)}x`))).toBe('QRG_LINK_REFUSED');
    expect(codeOf(await use(PASSWORD))).toBe('ok');
    expect(codeOf(await use(PASSWORD))).toBe('QRG_LINK_REFUSED');
    expect(codeOf(await enter())).toBe('ok');
  });

  it.each([
    [{ login: 'a' }, 'QRG_LOGIN_FORM'],
    [{ login: 'пётр' }, 'QRG_LOGIN_FORM'],
    [{ login: 'a b c d' }, 'QRG_LOGIN_FORM'],
    [{ name: ' \u202e ' }, 'QRG_NAME_FORM'],
    [{ roles: ['root'] }, 'QRG_ROLE_UNKNOWN'],
    [{ roles: ['auditor', 'analyst'] }, 'QRG_ROLE_CONFLICT'],
    [{ institution: 'bank-b' }, 'QRG_INSTITUTION_UNKNOWN'],
    [{ institution: 'nowhere' }, 'QRG_INSTITUTION_UNKNOWN'],
  ])('are not added as %j', async (part, code) => {
    expect(codeOf(await addUser(town.access, adminA, newUser('valid-login', part)))).toBe(code);
  });

  it('have a login that is taken once in the whole system', async () => {
    const { login } = await addPerson(town, { institution: 'bank-b' });
    const again = newUser(login.toUpperCase());
    expect(codeOf(await addUser(town.access, adminA, again))).toBe('QRG_LOGIN_TAKEN');
  });

  it('are managed by nobody but an administrator of theirs', async () => {
    const mine = await addPerson(town, { institution: 'bank-a' });
    const foreign = await addPerson(town, { institution: 'bank-b' });
    const analyst = principalOfSession(await passwordSession(town, mine.login));
    const acts = [disableUser, enableUser, resetPassword, resetTotp] as const;
    for (const [by, userId] of [
      [adminA, foreign.userId],
      [analyst, mine.userId],
      [analyst, foreign.userId],
    ] as const) {
      for (const act of acts)
        expect(codeOf(await act(town.access, by, userId))).toBe('QRG_USER_UNKNOWN');
      for (const act of [grantRole, revokeRole])
        expect(codeOf(await act(town.access, by, userId, 'admin'))).toBe('QRG_USER_UNKNOWN');
      expect(codeOf(await userBy(town.access, by, { userId }))).toBe('QRG_USER_UNKNOWN');
    }
    expect(codeOf(await listUsers(town.access, analyst))).toBe('QRG_NOT_ALLOWED');
    expect(codeOf(await addUser(town.access, analyst, newUser('other-login')))).toBe(
      'QRG_NOT_ALLOWED',
    );
    const { items } = must(await listUsers(town.access, adminA));
    expect(new Set(items.map((user) => user.institution))).toEqual(new Set(['bank-a']));
    const all = must(await listUsers(town.access, town.terminal));
    expect(all.items.some((user) => user.institution === 'bank-b')).toBe(true);
  });

  it('come in pages', async () => {
    const seen: number[] = [];
    let after: number | null = 0;
    while (after !== null) {
      const page: { items: { userId: number }[]; next: number | null } = must(
        await listUsers(town.access, town.terminal, { after, limit: 3 }),
      );
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items.map(({ userId }) => userId));
      after = page.next;
    }
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    expect(seen.length).toBeGreaterThan(3);
  });

  it('lose their sessions with every change of rights', async () => {
    const { login, userId } = await addPerson(town);
    const steps: [string, () => Promise<unknown>][] = [
      ['grant', () => grantRole(town.access, adminA, userId, 'supervisor')],
      ['revoke', () => revokeRole(town.access, adminA, userId, 'supervisor')],
      ['codes', () => resetTotp(town.access, adminA, userId)],
      ['disable', () => disableUser(town.access, adminA, userId)],
    ];
    for (const [step, act] of steps) {
      const { token } = await passwordSession(town, login);
      expect(await act(), step).toMatchObject({ ok: true });
      expect(await sessionOf(town.access, token), step).toBeUndefined();
    }
    const enter = () => signIn(town.access, { login, password: PASSWORD, ...PLACE });
    expect(codeOf(await enter())).toBe('QRG_SIGN_IN_REFUSED');
    must(await enableUser(town.access, adminA, userId));
    expect(codeOf(await enter())).toBe('ok');
  });

  it('have the roles that were given to them, and an auditor no other', async () => {
    const { userId, login } = await addPerson(town);
    must(await grantRole(town.access, adminA, userId, 'supervisor'));
    must(await grantRole(town.access, adminA, userId, 'supervisor'));
    expect(codeOf(await grantRole(town.access, adminA, userId, 'auditor'))).toBe(
      'QRG_ROLE_CONFLICT',
    );
    expect((await passwordSession(town, login)).roles).toEqual(['analyst', 'supervisor']);
    must(await revokeRole(town.access, adminA, userId, 'analyst'));
    expect((await passwordSession(town, login)).roles).toEqual(['supervisor']);
  });

  it('lose an old password at a reset, and the link of before opens nothing', async () => {
    const { login, userId } = await addPerson(town);
    const first = must(await resetPassword(town.access, adminA, userId));
    const enter = (password: string) => signIn(town.access, { login, password, ...PLACE });
    expect(codeOf(await enter(PASSWORD))).toBe('QRG_SIGN_IN_REFUSED');
    const second = must(await resetPassword(town.access, adminA, userId));
    const use = (token: string, password: string) =>
      setPasswordByLink(town.access, { token, password, address: PLACE.address });
    expect(codeOf(await use(first, PASSWORD))).toBe('QRG_LINK_REFUSED');
    town.clock.forward(DAY_MS);
    expect(codeOf(await use(second, PASSWORD))).toBe('QRG_LINK_REFUSED');
    const third = must(await resetPassword(town.access, adminA, userId));
    must(await disableUser(town.access, adminA, userId));
    expect(codeOf(await use(third, PASSWORD))).toBe('QRG_LINK_REFUSED');
  });

  it('always leave one administrator of the whole system', async () => {
    const one = await addPerson(town, { institution: 'operator', roles: ['admin'] });
    const two = await addPerson(town, { institution: 'operator', roles: ['admin'] });
    const others = must(await listUsers(town.access, town.terminal)).items.filter(
      (user) =>
        user.institution === 'operator' &&
        user.disabledAt === null &&
        ![one.userId, two.userId].includes(user.userId),
    );
    for (const { userId } of others) must(await disableUser(town.access, town.terminal, userId));
    // Two administrators who take the role from each other at once: one of them stays.
    const [a, b] = await Promise.all([
      revokeRole(town.access, town.terminal, one.userId, 'admin'),
      disableUser(town.access, town.terminal, two.userId),
    ]);
    expect([a, b].map(codeOf).sort()).toEqual(['QRG_LAST_ADMIN', 'ok']);
  });

  it('are written down with who changed them', async () => {
    const { userId } = await addPerson(town);
    must(await grantRole(town.access, adminA, userId, 'supervisor'));
    const { items } = await listAudit(store, scopeOf(adminA), {
      limit: 1,
      object: `user:${userId}`,
    });
    expect(items).toMatchObject([
      {
        actor: adminA.name,
        actorKind: 'user',
        institutionId: adminA.institutionId,
        action: 'user.grant-role',
        detail: { role: 'supervisor' },
      },
    ]);
  });

  it('are kept apart in the database itself, and their secrets from every reader', async () => {
    await addPerson(town, { institution: 'bank-b' });
    const own = await store.read(scopeOf(adminA), (trx) =>
      trx.selectFrom('users').select(['institution_id', 'login']).execute(),
    );
    expect(new Set(own.map((user) => user.institution_id))).toEqual(
      new Set([adminA.institutionId]),
    );
    for (const column of ['password_hash', 'totp_sealed', 'totp_pending'] as const)
      await expect(
        store.read(scopeOf(town.terminal), (trx) =>
          trx.selectFrom('users').select(column).execute(),
        ),
      ).rejects.toThrow(/permission denied/);
    for (const table of [
      'sessions',
      'recovery_codes',
      'one_time_links',
      'sign_in_failures',
    ] as const)
      await expect(
        store.read(scopeOf(town.terminal), (trx) => trx.selectFrom(table).selectAll().execute()),
      ).rejects.toThrow(/permission denied/);
    await expect(
      store.read(scopeOf(adminA), (trx) =>
        trx.selectFrom('api_keys').select('secret_hash').execute(),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  describe('institutions', () => {
    const bank = { code: 'bank-c', name: 'Bank C', kind: 'bank' };

    it('are added by an administrator who sees all, once each', async () => {
      expect(codeOf(await addInstitution(town.access, adminA, bank))).toBe('QRG_NOT_ALLOWED');
      expect(codeOf(await addInstitution(town.access, town.terminal, bank))).toBe('ok');
      expect(codeOf(await addInstitution(town.access, town.terminal, bank))).toBe(
        'QRG_INSTITUTION_TAKEN',
      );
    });

    it.each([
      [{ kind: 'casino' }, 'QRG_INSTITUTION_KIND'],
      [{ code: 'Bank C' }, 'QRG_INSTITUTION_CODE'],
      [{ code: 'b' }, 'QRG_INSTITUTION_CODE'],
      [{ name: '' }, 'QRG_NAME_FORM'],
      [{ seesAll: true }, 'QRG_INSTITUTION_SEES_ALL'],
      [{ kind: 'payment', seesAll: true }, 'QRG_INSTITUTION_SEES_ALL'],
    ])('are not %j', async (part, code) => {
      const given = { ...bank, code: 'bank-d', ...part };
      expect(codeOf(await addInstitution(town.access, town.terminal, given))).toBe(code);
    });

    it('see all when their kind may and it was asked for', async () => {
      for (const kind of ['fiu', 'police']) {
        must(
          await addInstitution(town.access, town.terminal, {
            code: kind,
            name: kind,
            kind,
            seesAll: true,
          }),
        );
        const blind = { code: `${kind}-local`, name: kind, kind };
        must(await addInstitution(town.access, town.terminal, blind));
      }
      const rows = await listInstitutions(town.access, town.terminal);
      const seeing = new Map(rows.map((row) => [row.code, row.seesAll]));
      expect([seeing.get('fiu'), seeing.get('police')]).toEqual([true, true]);
      expect([seeing.get('fiu-local'), seeing.get('bank-a')]).toEqual([false, false]);
      const own = await listInstitutions(town.access, adminA);
      expect(own.map(({ code }) => code)).toEqual(['bank-a']);
    });
  });

  describe('keys', () => {
    const given = { institution: 'bank-a', name: 'payments', scopes: ['decisions:write'] };

    it('are made, seen and revoked by an administrator of the institution only', async () => {
      const { keyId, key } = must(await addKey(town.access, adminA, given));
      const foreign = must(
        await addKey(town.access, town.terminal, { ...given, institution: 'bank-b' }),
      );
      const rows = must(await listKeys(town.access, adminA));
      expect(rows.map((row) => row.keyId)).toContain(keyId);
      expect(rows.map((row) => row.keyId)).not.toContain(foreign.keyId);
      expect(JSON.stringify(rows)).not.toContain(key);
      expect(codeOf(await revokeKey(town.access, adminA, foreign.keyId))).toBe('QRG_KEY_UNKNOWN');
      expect(codeOf(await revokeKey(town.access, adminA, 2_000_000_000))).toBe('QRG_KEY_UNKNOWN');
      expect(codeOf(await revokeKey(town.access, adminA, keyId))).toBe('ok');
      expect(codeOf(await revokeKey(town.access, adminA, keyId))).toBe('ok');
      const analyst = { ...adminA, roles: ['analyst'] as const };
      expect(codeOf(await addKey(town.access, analyst, given))).toBe('QRG_NOT_ALLOWED');
      expect(codeOf(await listKeys(town.access, analyst))).toBe('QRG_NOT_ALLOWED');
      expect(codeOf(await revokeKey(town.access, analyst, keyId))).toBe('QRG_KEY_UNKNOWN');
    });

    it.each([
      [{ scopes: ['root'] }, 'QRG_SCOPE_UNKNOWN'],
      [{ scopes: [] }, 'QRG_SCOPE_UNKNOWN'],
      [{ name: '' }, 'QRG_NAME_FORM'],
      [{ institution: 'bank-b' }, 'QRG_INSTITUTION_UNKNOWN'],
      [{ expiresAt: 0 }, 'QRG_KEY_EXPIRY'],
      [{ expiresAt: Number.NaN }, 'QRG_KEY_EXPIRY'],
      [{ expiresAt: 8.64e15 }, 'QRG_KEY_EXPIRY'],
    ])('are not %j', async (part, code) => {
      expect(codeOf(await addKey(town.access, adminA, { ...given, ...part }))).toBe(code);
    });
  });
});
