import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../store/store.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import {
  addPerson,
  codeOf,
  enrol,
  HOUR_MS,
  MINUTE_MS,
  must,
  openTown,
  PASSWORD,
  PLACE,
  passwordSession,
  type Town,
} from './access.fixture.ts';
import { grantRole, resetTotp } from './change-user.ts';
import { giveCode } from './give-code.ts';
import { LOCKOUTS } from './lockout.ts';
import { changePassword } from './password-change.ts';
import { beginTotp, confirmTotp, renewRecoveryCodes } from './second-factor.ts';
import { sessionOf } from './session.ts';
import { signIn } from './sign-in.ts';
import { totpCode } from './totp.ts';

const STEP_MS = 30_000;

describeOnStores('the second factor', (open) => {
  let store: Store;
  let town: Town;
  let login: string;
  let userId: number;
  const give = async (code: string, address = PLACE.address) =>
    giveCode(town.access, await passwordSession(town, login, address), code, { address });

  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    town = await openTown(store);
    ({ login, userId } = await addPerson(town));
  });

  it('is owed by every role until it is added, and then asked each time', async () => {
    const first = must(await signIn(town.access, { login, password: PASSWORD, ...PLACE }));
    expect(first).toMatchObject({ need: 'enrolment', session: { level: 'password' } });
    const session = (await sessionOf(town.access, first.session.token))!;
    const { session: whole } = await enrol(town, session);
    expect(whole).toMatchObject({ level: 'full', hasTotp: true });
    const second = must(await signIn(town.access, { login, password: PASSWORD, ...PLACE }));
    expect(second).toMatchObject({ need: 'code', session: { level: 'password' } });
  });

  it('is optional for roles that the settings do not name', async () => {
    town = await openTown(store, { secondFactorFor: ['admin'] });
    const analyst = must(await signIn(town.access, { login, password: PASSWORD, ...PLACE }));
    expect(analyst).toMatchObject({ need: 'nothing', session: { level: 'full' } });
    const admin = await addPerson(town, { roles: ['admin'] });
    const { need } = must(
      await signIn(town.access, { login: admin.login, password: PASSWORD, ...PLACE }),
    );
    expect(need).toBe('enrolment');
  });

  it('takes a code once, never an earlier one, and raises the session under a new id', async () => {
    const { secret } = await enrol(town, await passwordSession(town, login));
    // The code that ended the enrolment is used up.
    expect(codeOf(await give(totpCode(secret, town.clock.at)))).toBe('QRG_CODE_REFUSED');
    town.clock.forward(STEP_MS);
    const code = totpCode(secret, town.clock.at);
    const owing = await passwordSession(town, login);
    const raised = must(await giveCode(town.access, owing, code, PLACE));
    expect(raised.session.level).toBe('full');
    expect(raised.session.token).not.toBe(owing.token);
    expect(await sessionOf(town.access, owing.token)).toBeUndefined();
    expect(codeOf(await give(code))).toBe('QRG_CODE_REFUSED');
    town.clock.forward(STEP_MS);
    // Still within the window of one step, and used.
    expect(codeOf(await give(code))).toBe('QRG_CODE_REFUSED');
    // A later code was not used; the earlier one opens nothing after it.
    const [now, next] = [0, STEP_MS].map((ahead) => totpCode(secret, town.clock.at + ahead));
    expect(codeOf(await give(next))).toBe('ok');
    expect(codeOf(await give(now))).toBe('QRG_CODE_REFUSED');
  });

  it('takes a code of two who give it at once from one of them', async () => {
    const { secret } = await enrol(town, await passwordSession(town, login));
    town.clock.forward(STEP_MS);
    const code = totpCode(secret, town.clock.at);
    const owing = [await passwordSession(town, login), await passwordSession(town, login)];
    const codes = await Promise.all(owing.map((s) => giveCode(town.access, s, code, PLACE)));
    expect(codes.map(codeOf).sort()).toEqual(['QRG_CODE_REFUSED', 'ok']);
  });

  it('takes each recovery code once, and none of an earlier sheet', async () => {
    const { recoveryCodes, session } = await enrol(town, await passwordSession(town, login));
    expect(recoveryCodes).toHaveLength(10);
    expect(codeOf(await give(recoveryCodes[0].toUpperCase()))).toBe('ok');
    expect(codeOf(await give(recoveryCodes[0]))).toBe('QRG_CODE_REFUSED');
    const fresh = must(await renewRecoveryCodes(town.access, session));
    expect(codeOf(await give(recoveryCodes[1]))).toBe('QRG_CODE_REFUSED');
    expect(codeOf(await give(fresh[1]))).toBe('ok');
    const other = await addPerson(town);
    const sheet = await enrol(town, await passwordSession(town, other.login));
    expect(codeOf(await give(sheet.recoveryCodes[0]))).toBe('QRG_CODE_REFUSED');
  });

  it('slows guessing down, which the right password does not reset', async () => {
    const { secret } = await enrol(town, await passwordSession(town, login));
    town.clock.forward(STEP_MS);
    const { free } = LOCKOUTS.code;
    for (let i = 0; i <= free; i++)
      expect(codeOf(await give('000000', `198.51.100.${i}`))).toBe('QRG_CODE_REFUSED');
    const right = () => totpCode(secret, town.clock.at);
    expect(codeOf(await give(right(), '198.51.100.99'))).toBe('QRG_SIGN_IN_WAIT');
    town.clock.forward(MINUTE_MS);
    expect(codeOf(await give(right(), '198.51.100.99'))).toBe('ok');
  });

  it('cannot be put in its place by who has the password alone', async () => {
    await enrol(town, await passwordSession(town, login));
    const owing = await passwordSession(town, login);
    expect(codeOf(await beginTotp(town.access, owing))).toBe('QRG_SECOND_FACTOR_NEEDED');
    expect(codeOf(await confirmTotp(town.access, owing, '123456', PLACE))).toBe(
      'QRG_SECOND_FACTOR_NEEDED',
    );
    expect(codeOf(await renewRecoveryCodes(town.access, owing))).toBe('QRG_SECOND_FACTOR_STATE');
  });

  it('is changed only soon after signing in', async () => {
    const { session } = await enrol(town, await passwordSession(town, login));
    expect(codeOf(await beginTotp(town.access, session))).toBe('ok');
    town.clock.forward(10 * MINUTE_MS);
    expect(codeOf(await beginTotp(town.access, session))).toBe('QRG_SESSION_OLD');
    expect(codeOf(await renewRecoveryCodes(town.access, session))).toBe('QRG_SESSION_OLD');
  });

  it('ends all other sessions when it is added or changed; the old app opens nothing', async () => {
    const first = await enrol(town, await passwordSession(town, login));
    const second = await enrol(town, first.session);
    expect(await sessionOf(town.access, first.session.token)).toBeUndefined();
    town.clock.forward(STEP_MS);
    expect(codeOf(await give(totpCode(first.secret, town.clock.at)))).toBe('QRG_CODE_REFUSED');
    expect(codeOf(await give(first.recoveryCodes[0]))).toBe('QRG_CODE_REFUSED');
    expect(codeOf(await give(totpCode(second.secret, town.clock.at)))).toBe('ok');
  });

  it('is not added by a wrong code, or when nothing was begun', async () => {
    const session = await passwordSession(town, login);
    expect(codeOf(await confirmTotp(town.access, session, '123456', PLACE))).toBe(
      'QRG_SECOND_FACTOR_STATE',
    );
    const { secret } = must(await beginTotp(town.access, session));
    const old = totpCode(secret, town.clock.at - HOUR_MS);
    expect(codeOf(await confirmTotp(town.access, session, old, PLACE))).toBe('QRG_CODE_REFUSED');
    expect((await sessionOf(town.access, session.token))?.hasTotp).toBe(false);
  });

  it('is taken away by an administrator when the phone is lost', async () => {
    const { session, recoveryCodes } = await enrol(town, await passwordSession(town, login));
    must(await resetTotp(town.access, town.terminal, userId));
    expect(await sessionOf(town.access, session.token)).toBeUndefined();
    const { need } = must(await signIn(town.access, { login, password: PASSWORD, ...PLACE }));
    expect(need).toBe('enrolment');
    expect(codeOf(await give(recoveryCodes[0]))).toBe('QRG_SECOND_FACTOR_STATE');
  });

  it('raises nothing when the session was ended since the request came in', async () => {
    const begun = await passwordSession(town, login);
    const { secret, recoveryCodes } = await enrol(town, begun);
    const owing = await passwordSession(town, login);
    must(await grantRole(town.access, town.terminal, userId, 'supervisor'));
    town.clock.forward(STEP_MS);
    for (const code of [totpCode(secret, town.clock.at), recoveryCodes[0]])
      expect(codeOf(await giveCode(town.access, owing, code, PLACE))).toBe('QRG_SIGN_IN_REQUIRED');
    // And the codes are still good.
    for (const code of [totpCode(secret, town.clock.at), recoveryCodes[0]])
      expect(codeOf(await give(code))).toBe('ok');
    const old = { ...owing, level: 'full' as const, signedInAt: town.clock.at };
    expect(codeOf(await renewRecoveryCodes(town.access, old))).toBe('QRG_SIGN_IN_REQUIRED');
    must(await beginTotp(town.access, old));
    expect(codeOf(await confirmTotp(town.access, old, '123456', PLACE))).toBe(
      'QRG_SIGN_IN_REQUIRED',
    );
    const change = { current: PASSWORD, next: 'copper lantern 93 harbour' };
    expect(codeOf(await changePassword(town.access, old, change, PLACE))).toBe(
      'QRG_SIGN_IN_REQUIRED',
    );
  });

  it('lies in the store under seal only', async () => {
    const { secret, recoveryCodes } = await enrol(town, await passwordSession(town, login));
    const text = JSON.stringify([
      await store.db.selectFrom('users').selectAll().execute(),
      await store.db.selectFrom('recovery_codes').selectAll().execute(),
      await store.db.selectFrom('audit').selectAll().execute(),
    ]);
    expect(text).not.toContain(secret);
    for (const code of recoveryCodes) expect(text).not.toContain(code);
    const { totp_sealed } = await store.db
      .selectFrom('users')
      .select('totp_sealed')
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow();
    expect(totp_sealed!.includes(secret)).toBe(false);
    expect(store.vault.open(totp_sealed!).toString()).toBe(secret);
  });

  it('leaves a session that owes it ten minutes', async () => {
    const { token } = await passwordSession(town, login);
    town.clock.forward(10 * MINUTE_MS - 1);
    expect(await sessionOf(town.access, token)).toBeDefined();
    town.clock.forward(1);
    expect(await sessionOf(town.access, token)).toBeUndefined();
  });
});
