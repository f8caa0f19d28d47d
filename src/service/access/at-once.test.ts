import { beforeAll, expect, it } from 'vitest';
import { createRandom } from '../../domain/random.ts';
import type { Store } from '../../store/store.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { verifyAudit } from '../audit/verify.ts';
import {
  addPerson,
  enrol,
  HOUR_MS,
  must,
  openTown,
  PASSWORD,
  PLACE,
  passwordSession,
  type Town,
} from './access.fixture.ts';
import { disableUser, enableUser, grantRole, resetPassword, revokeRole } from './change-user.ts';
import { giveCode } from './give-code.ts';
import { endAllSessions } from './own-sessions.ts';
import { setPasswordByLink } from './password-change.ts';
import { principalOfSession } from './session.ts';
import { signIn } from './sign-in.ts';

const SEED = 20261126;

describeOnStores('people who do everything at once', (open) => {
  let store: Store;
  let town: Town;

  beforeAll(async () => {
    store = await open();
    town = await openTown(store, { secondFactorFor: [] });
  });

  it(`wait for each other and never in a circle (seed ${SEED})`, async () => {
    const random = createRandom(SEED);
    const people = [];
    for (let i = 0; i < 3; i++) {
      const person = await addPerson(town);
      const begun = await passwordSession(town, person.login);
      const { recoveryCodes } = await enrol(town, begun);
      const owing = await passwordSession(town, person.login);
      people.push({ ...person, recoveryCodes, owing });
    }
    const { access, terminal } = town;
    // Sessions that have ended, for all to sweep away.
    town.clock.forward(13 * HOUR_MS);
    const acts = people.flatMap(({ login, userId, recoveryCodes, owing }) => [
      () => signIn(access, { login, password: PASSWORD, ...PLACE }),
      () => signIn(access, { login, password: 'wrong', ...PLACE }),
      () => giveCode(access, owing, recoveryCodes[0], PLACE),
      () => giveCode(access, owing, '000000', PLACE),
      () => endAllSessions(access, principalOfSession(owing)),
      () => grantRole(access, terminal, userId, 'supervisor'),
      () => revokeRole(access, terminal, userId, 'supervisor'),
      () => disableUser(access, terminal, userId),
      () => enableUser(access, terminal, userId),
      async () => {
        const token = must(await resetPassword(access, terminal, userId));
        return setPasswordByLink(access, { token, password: PASSWORD, address: login });
      },
    ]);
    for (let round = 0; round < 6; round++) {
      const chosen = Array.from({ length: 40 }, () => random.pick(acts));
      const done = await Promise.allSettled(chosen.map((act) => act()));
      expect(done.filter(({ status }) => status === 'rejected')).toEqual([]);
      town.clock.forward(HOUR_MS);
    }
    expect((await verifyAudit(store)).broken).toBeUndefined();
  });
});
