import { beforeAll, expect, it } from 'vitest';
import { openStore, type Store } from '../../store/store.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { hasUsers } from '../any-user.ts';
import { townPeople } from '../town/town-people.ts';
import { codeOf, must, openTown, PASSWORD, PLACE, type Town } from './access.fixture.ts';
import { createFirstAdmin, firstRun } from './first-run.ts';
import { setPasswordByLink } from './password-change.ts';
import { terminalPrincipal } from './principal.ts';
import { sessionOf } from './session.ts';
import { signIn } from './sign-in.ts';

const DAY_MS = 86_400_000;

describeOnStores('the first run', (open, place) => {
  let store: Store;
  let town: Town;
  const admin = (token: string, part: object = {}) => ({
    token,
    login: 'first.admin',
    name: 'Динара',
    password: PASSWORD,
    ...PLACE,
    ...part,
  });

  beforeAll(async () => {
    store = await open();
    town = await openTown(store);
  });

  it('has no user and no password that anybody could know', async () => {
    expect(await store.db.selectFrom('users').selectAll().execute()).toEqual([]);
    for (const password of ['', 'admin', 'qorgan'])
      expect(codeOf(await signIn(town.access, { login: 'admin', password, ...PLACE }))).toBe(
        'QRG_SIGN_IN_REFUSED',
      );
  });

  it('gives a token that is kept as a hash, dies in a day and with the next one', async () => {
    const token = (await firstRun(town.access))!;
    expect(
      JSON.stringify(await store.db.selectFrom('one_time_links').selectAll().execute()),
    ).not.toContain(token);
    town.clock.forward(DAY_MS);
    expect(codeOf(await createFirstAdmin(town.access, admin(token)))).toBe('QRG_LINK_REFUSED');
    const next = (await firstRun(town.access))!;
    const last = (await firstRun(town.access))!;
    expect(codeOf(await createFirstAdmin(town.access, admin(next)))).toBe('QRG_LINK_REFUSED');
    for (const [part, code] of [
      [{ password: 'short' }, 'QRG_PASSWORD_LENGTH'],
      [{ password: 'first.admin 12' }, 'QRG_PASSWORD_OWN_NAME'],
      [{ login: 'я' }, 'QRG_LOGIN_FORM'],
      [{ roles: ['auditor'] }, 'QRG_ROLE_CONFLICT'],
      [{ institution: { code: 'x', name: 'X', kind: 'bank' } }, 'QRG_INSTITUTION_CODE'],
    ] as const)
      expect(codeOf(await createFirstAdmin(town.access, admin(last, part)))).toBe(code);
    // None of that used it up. Of two who use it at once, one becomes administrator.
    const both = await Promise.all([
      createFirstAdmin(town.access, admin(last)),
      createFirstAdmin(town.access, admin(last, { login: 'second.admin' })),
    ]);
    expect(both.map(codeOf).sort()).toEqual(['QRG_FIRST_RUN_OVER', 'ok']);
    expect(codeOf(await createFirstAdmin(town.access, admin(last)))).toBe('QRG_FIRST_RUN_OVER');
    expect(await firstRun(town.access)).toBeUndefined();
  });

  it('ends with an administrator of the operator, who sees all and owes a code app', async () => {
    const fresh = await openStore(await place.freshOptions());
    try {
      const { access } = await openTown(fresh);
      const token = (await firstRun(access))!;
      const { session, need } = must(
        await createFirstAdmin(access, admin(token, { roles: ['supervisor'] })),
      );
      expect(need).toBe('enrolment');
      expect(await sessionOf(access, session.token)).toMatchObject({
        login: 'first.admin',
        level: 'password',
        roles: ['admin', 'supervisor'],
        seesAll: true,
      });
      const again = must(
        await signIn(access, { login: 'first.admin', password: PASSWORD, ...PLACE }),
      );
      expect(again.need).toBe('enrolment');
    } finally {
      await fresh.close();
    }
  });

  it('is not over because a simulation has people whom nobody signs in as', async () => {
    const fresh = await openStore(await place.freshOptions());
    try {
      const { access } = await openTown(fresh);
      const token = (await firstRun(access))!;
      await townPeople(access, terminalPrincipal('town'));
      expect(await hasUsers(fresh)).toBe(false);
      expect(await townPeople(access, terminalPrincipal('town'))).toMatchObject({
        investigator: { name: 'town.investigator' },
      });
      must(await createFirstAdmin(access, admin(token)));
      expect(await hasUsers(fresh)).toBe(true);
    } finally {
      await fresh.close();
    }
  });

  it('lets a token be guessed a few times a minute', async () => {
    const { access } = await openTown(store, { strangerRate: { perSecond: 0.1, burst: 3 } });
    const codes = [];
    for (let i = 0; i < 5; i++) {
      const guess = { token: `${i}`.repeat(43), password: PASSWORD, address: '203.0.113.77' };
      codes.push(codeOf(await setPasswordByLink(access, guess)));
    }
    expect(codes).toEqual([
      ...Array<string>(3).fill('QRG_LINK_REFUSED'),
      ...Array<string>(2).fill('QRG_RATE_LIMIT'),
    ]);
  });
});
