import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../store/store.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { listAudit } from '../audit/list.ts';
import {
  addPerson,
  codeOf,
  HOUR_MS,
  MINUTE_MS,
  must,
  openTown,
  PASSWORD,
  PLACE,
  passwordSession,
  type Town,
} from './access.fixture.ts';
import { disableUser, resetPassword } from './change-user.ts';
import { LOCKOUTS, lockoutMs } from './lockout.ts';
import { sessionOf } from './session.ts';
import { signIn } from './sign-in.ts';

const EVERYTHING = { institutionId: 0, seesAll: true };
const { free } = LOCKOUTS.login;

describeOnStores('signing in', (open) => {
  let store: Store;
  let town: Town;
  let addresses = 0;
  /** An address nobody has failed from. */
  const newAddress = (): string => `198.51.100.${++addresses}`;

  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    town = await openTown(store, { secondFactorFor: [] });
  });

  const attempt = async (login: string, password: string, address: string, access = town.access) =>
    signIn(access, { login, password, address });

  it('opens with the login in any case and the right password only', async () => {
    const { login } = await addPerson(town);
    for (const [typed, password, code] of [
      [login, PASSWORD, 'ok'],
      [` ${login.toUpperCase()} `, PASSWORD, 'ok'],
      [login, `${PASSWORD} `, 'QRG_SIGN_IN_REFUSED'],
      [login, '', 'QRG_SIGN_IN_REFUSED'],
      [`${login}'--`, PASSWORD, 'QRG_SIGN_IN_REFUSED'],
      ['', PASSWORD, 'QRG_SIGN_IN_REFUSED'],
    ] as const)
      expect(codeOf(await attempt(typed, password, PLACE.address)), typed).toBe(code);
  });

  it('answers alike, after the same work, whether there is such a person or not', async () => {
    const known = (await addPerson(town)).login;
    const disabled = await addPerson(town);
    must(await disableUser(town.access, town.terminal, disabled.userId));
    const costs = [];
    for (const [login, password] of [
      [known, 'wrong password 1'],
      ['nobody-here', 'wrong password 1'],
      [disabled.login, PASSWORD],
    ]) {
      const { hashes, verifications } = town.passwords;
      const { items } = await listAudit(store, EVERYTHING, { limit: 1 });
      const answer = await attempt(login, password, newAddress());
      const after = await listAudit(store, EVERYTHING, { limit: 1 });
      costs.push({
        answer,
        hashes: town.passwords.hashes - hashes,
        verifications: town.passwords.verifications - verifications,
        entries: after.items[0].seq - items[0].seq,
      });
    }
    expect(costs[0]).toEqual({
      answer: { ok: false, problem: { code: 'QRG_SIGN_IN_REFUSED', args: {} } },
      hashes: 0,
      verifications: 1,
      entries: 1,
    });
    expect(costs[1]).toEqual(costs[0]);
    expect(costs[2]).toEqual(costs[0]);
  });

  it('does not write down what was typed as a login that nobody has', async () => {
    await attempt('my secret password', 'x', newAddress());
    const { items } = await listAudit(store, EVERYTHING, { limit: 1, action: 'session.refuse' });
    expect(items[0].object).toBe('user:unknown');
    expect(JSON.stringify(items[0])).not.toContain('secret');
    const rows = await store.db.selectFrom('sign_in_failures').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('secret');
  });

  describe('failing', () => {
    it.each([true, false])(
      'makes the next attempt wait longer and longer (person there: %s)',
      async (there) => {
        const login = there ? (await addPerson(town)).login : `ghost-${addresses}`;
        for (let i = 1; i <= free; i++)
          expect(codeOf(await attempt(login, 'wrong', newAddress()))).toBe('QRG_SIGN_IN_REFUSED');
        for (let failures = free + 1; failures <= free + 10; failures++) {
          expect(codeOf(await attempt(login, 'wrong', newAddress()))).toBe('QRG_SIGN_IN_REFUSED');
          const waitMs = lockoutMs('login', failures);
          const { verifications } = town.passwords;
          expect(await attempt(login, PASSWORD, newAddress())).toEqual({
            ok: false,
            problem: { code: 'QRG_SIGN_IN_WAIT', args: { seconds: waitMs / 1000 } },
          });
          town.clock.forward(waitMs - 1);
          expect(codeOf(await attempt(login, PASSWORD, newAddress()))).toBe('QRG_SIGN_IN_WAIT');
          // Who waits costs nothing, and does not wait longer for it.
          expect(town.passwords.verifications).toBe(verifications);
          town.clock.forward(1);
        }
        expect(codeOf(await attempt(login, PASSWORD, newAddress()))).toBe(
          there ? 'ok' : 'QRG_SIGN_IN_REFUSED',
        );
      },
    );

    it('is not forgotten by a restart, is forgiven by success, and fades hour by hour', async () => {
      const { login } = await addPerson(town);
      const failTo = async (failures: number) => {
        for (let i = 0; i < failures; i++) await attempt(login, 'wrong', newAddress());
      };
      await failTo(free + 1);
      expect(codeOf(await attempt(login, PASSWORD, newAddress(), town.restart()))).toBe(
        'QRG_SIGN_IN_WAIT',
      );
      town.clock.forward(MINUTE_MS);
      expect(codeOf(await attempt(login, PASSWORD, newAddress()))).toBe('ok');
      await failTo(free);
      expect(codeOf(await attempt(login, PASSWORD, newAddress()))).toBe('ok');
      await failTo(free);
      town.clock.forward(HOUR_MS);
      await failTo(1);
      expect(codeOf(await attempt(login, 'wrong', newAddress()))).toBe('QRG_SIGN_IN_REFUSED');
      expect(codeOf(await attempt(login, PASSWORD, newAddress()))).toBe('QRG_SIGN_IN_WAIT');
      town.clock.forward(5 * HOUR_MS);
      await failTo(free);
      expect(codeOf(await attempt(login, PASSWORD, newAddress()))).toBe('ok');
    });

    it('counts for the address too, across names, and success takes back only its own', async () => {
      const { login } = await addPerson(town);
      const address = newAddress();
      for (let i = 0; i < LOCKOUTS.address.free; i++)
        expect(codeOf(await attempt(`spray-${i}`, 'wrong', address))).toBe('QRG_SIGN_IN_REFUSED');
      // At the brink: the right password still opens, and the next failure shuts.
      expect(codeOf(await attempt(login, PASSWORD, address))).toBe('ok');
      expect(codeOf(await attempt('spray-x', 'wrong', address))).toBe('QRG_SIGN_IN_REFUSED');
      expect(codeOf(await attempt(login, PASSWORD, address))).toBe('QRG_SIGN_IN_WAIT');
      expect(codeOf(await attempt(login, PASSWORD, newAddress()))).toBe('ok');
      town.clock.forward(lockoutMs('address', LOCKOUTS.address.free + 1));
      expect(codeOf(await attempt(login, PASSWORD, address))).toBe('ok');
    });

    it('counts a thousand guesses at once one by one', async () => {
      const { login } = await addPerson(town);
      const { verifications } = town.passwords;
      const answers = await Promise.all(
        Array.from({ length: 30 }, () => attempt(login, 'wrong', newAddress())),
      );
      expect(town.passwords.verifications - verifications).toBe(free + 1);
      const codes = answers.map(codeOf);
      expect(codes.filter((code) => code === 'QRG_SIGN_IN_REFUSED')).toHaveLength(free + 1);
      expect(codes.filter((code) => code === 'QRG_SIGN_IN_WAIT')).toHaveLength(30 - free - 1);
    });

    it('waits for nothing, or for the longest wait at most, when the clock was set back', async () => {
      const { login } = await addPerson(town);
      town.clock.forward(1000 * HOUR_MS);
      await attempt(login, 'wrong', newAddress());
      town.clock.forward(-1000 * HOUR_MS);
      expect(codeOf(await attempt(login, 'wrong', newAddress()))).toBe('QRG_SIGN_IN_REFUSED');
      town.clock.forward(1000 * HOUR_MS);
      for (let i = 0; i <= free; i++) await attempt(login, 'wrong', newAddress());
      town.clock.forward(-1000 * HOUR_MS);
      const answer = await attempt(login, PASSWORD, newAddress());
      expect(answer).toMatchObject({
        problem: { args: { seconds: LOCKOUTS.login.mostMs / 1000 } },
      });
    });
  });

  it.each([
    ['disabled', disableUser],
    ['given a new password', resetPassword],
  ])('ends nowhere when the person is %s while the password is checked', async (_, act) => {
    const { login, userId } = await addPerson(town);
    town.passwords.meanwhile = () => act(town.access, town.terminal, userId);
    expect(codeOf(await attempt(login, PASSWORD, newAddress()))).toBe('QRG_SIGN_IN_REFUSED');
    const rows = await store.db
      .selectFrom('sessions')
      .selectAll()
      .where('user_id', '=', userId)
      .execute();
    expect(rows).toEqual([]);
  });

  it('begins under a new id: one planted or known before is worth nothing after', async () => {
    const { login } = await addPerson(town);
    const before = await passwordSession(town, login);
    const signedIn = must(
      await signIn(town.access, { login, password: PASSWORD, ...PLACE, previous: before }),
    );
    expect(signedIn.session.token).not.toBe(before.token);
    expect(await sessionOf(town.access, before.token)).toBeUndefined();
    expect(await sessionOf(town.access, signedIn.session.token)).toMatchObject({ login });
  });

  it('keeps nothing that opens a session, and no password', async () => {
    const { login } = await addPerson(town);
    const { token } = await passwordSession(town, login);
    const tables = [
      await store.db.selectFrom('sessions').selectAll().execute(),
      await store.db.selectFrom('users').selectAll().execute(),
      await store.db.selectFrom('audit').selectAll().execute(),
    ];
    const text = JSON.stringify(tables);
    expect(text).not.toContain(token);
    expect(text).not.toContain(PASSWORD);
    expect(text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('makes an old hash anew once the password is known', async () => {
    const { login, userId } = await addPerson(town);
    // Argon2id of this password with 8 MiB and one pass.
    const { hash } = await import('@node-rs/argon2');
    const old = await hash(PASSWORD, { algorithm: 2, memoryCost: 8192, timeCost: 1 });
    await store.db
      .updateTable('users')
      .set({ password_hash: old })
      .where('user_id', '=', userId)
      .execute();
    expect(codeOf(await attempt(login, PASSWORD, newAddress()))).toBe('ok');
    const { password_hash } = await store.db
      .selectFrom('users')
      .select('password_hash')
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow();
    expect(password_hash).toContain('m=19456,t=2');
    expect(codeOf(await attempt(login, PASSWORD, newAddress()))).toBe('ok');
  });
});
