import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../store/store.ts';
import { describeOnStores } from '../../store/test-stores.ts';
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
import { endAllSessions, endSession, listSessions, signOut } from './own-sessions.ts';
import { changePassword } from './password-change.ts';
import { principalOfSession, sessionOf } from './session.ts';
import { signIn } from './sign-in.ts';

describeOnStores('a session', (open) => {
  let store: Store;
  let town: Town;
  let login: string;

  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    town = await openTown(store, { secondFactorFor: [] });
    login = (await addPerson(town)).login;
  });

  it('ends after a quarter of an hour of nothing', async () => {
    const { token } = await passwordSession(town, login);
    for (let i = 0; i < 4; i++) {
      town.clock.forward(15 * MINUTE_MS - 1);
      expect(await sessionOf(town.access, token)).toBeDefined();
    }
    town.clock.forward(15 * MINUTE_MS);
    expect(await sessionOf(town.access, token)).toBeUndefined();
  });

  it('ends after twelve hours whatever is done', async () => {
    const { token } = await passwordSession(town, login);
    for (let passed = 0; passed < 12 * HOUR_MS - 10 * MINUTE_MS; passed += 10 * MINUTE_MS) {
      town.clock.forward(10 * MINUTE_MS);
      expect(await sessionOf(town.access, token)).toBeDefined();
    }
    town.clock.forward(10 * MINUTE_MS);
    expect(await sessionOf(town.access, token)).toBeUndefined();
  });

  it('is found by nothing but its token', async () => {
    const { token } = await passwordSession(town, login);
    for (const wrong of ['', 'x', token.slice(1), `${token}x`, token.toLowerCase(), `${token}' --`])
      expect(await sessionOf(town.access, wrong)).toBeUndefined();
  });

  it('is listed to its owner, who ends one, or all of them', async () => {
    const here = await passwordSession(town, login);
    const there = await passwordSession(town, login, '203.0.113.9');
    const me = principalOfSession(here);
    const rows = await listSessions(town.access, me, here);
    expect(rows).toMatchObject([
      { sessionId: there.sessionId, address: '203.0.113.9', current: false },
      { sessionId: here.sessionId, address: PLACE.address, current: true },
    ]);
    expect(JSON.stringify(rows)).not.toContain(here.token);
    expect(codeOf(await endSession(town.access, me, there.sessionId))).toBe('ok');
    expect(await sessionOf(town.access, there.token)).toBeUndefined();
    expect(await sessionOf(town.access, here.token)).toBeDefined();
    expect(codeOf(await endSession(town.access, me, there.sessionId))).toBe('QRG_SESSION_UNKNOWN');
    const more = await passwordSession(town, login);
    expect(await endAllSessions(town.access, me)).toBe(2);
    for (const { token } of [here, more])
      expect(await sessionOf(town.access, token)).toBeUndefined();
  });

  it('of somebody else cannot be seen or ended', async () => {
    const mine = await passwordSession(town, login);
    const other = await passwordSession(town, (await addPerson(town)).login);
    const me = principalOfSession(mine);
    expect(codeOf(await endSession(town.access, me, other.sessionId))).toBe('QRG_SESSION_UNKNOWN');
    expect(await listSessions(town.access, me)).toHaveLength(1);
    await endAllSessions(town.access, me);
    expect(await sessionOf(town.access, other.token)).toBeDefined();
    // A key and the terminal have none, whatever their number is.
    const key = { ...me, kind: 'key' as const, id: other.userId };
    expect(await listSessions(town.access, key)).toEqual([]);
    expect(await endAllSessions(town.access, key)).toBe(0);
  });

  it('ends when its person signs out', async () => {
    const session = await passwordSession(town, login);
    await signOut(town.access, session);
    expect(await sessionOf(town.access, session.token)).toBeUndefined();
  });

  it('is one of at most twenty, and ended ones are swept away', async () => {
    const first = await passwordSession(town, login);
    for (let i = 0; i < 20; i++) await passwordSession(town, login);
    expect(await sessionOf(town.access, first.token)).toBeUndefined();
    const count = () =>
      store.db
        .selectFrom('sessions')
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
    expect((await count()).n).toBeGreaterThanOrEqual(20);
    town.clock.forward(13 * HOUR_MS);
    await passwordSession(town, login);
    expect((await count()).n).toBe(1);
  });

  it('survives a changed password alone of all, and under a new id', async () => {
    const here = await passwordSession(town, login);
    const there = await passwordSession(town, login);
    const change = (current: string, next: string) =>
      changePassword(town.access, here, { current, next }, PLACE);
    expect(codeOf(await change('wrong', 'copper lantern 93 harbour'))).toBe('QRG_SIGN_IN_REFUSED');
    expect(codeOf(await change(PASSWORD, 'short'))).toBe('QRG_PASSWORD_LENGTH');
    expect(codeOf(await change(PASSWORD, PASSWORD))).toBe('QRG_PASSWORD_SAME');
    const { session } = must(await change(PASSWORD, 'copper lantern 93 harbour'));
    for (const { token } of [here, there])
      expect(await sessionOf(town.access, token)).toBeUndefined();
    expect(await sessionOf(town.access, session.token)).toMatchObject({ login, level: 'full' });
    const again = (password: string) => signIn(town.access, { login, password, ...PLACE });
    expect(codeOf(await again(PASSWORD))).toBe('QRG_SIGN_IN_REFUSED');
    expect(codeOf(await again('copper lantern 93 harbour'))).toBe('ok');
  });

  it('keeps a browser’s own words short and harmless', async () => {
    const userAgent = `${'\0'}\u001b[31m${'x'.repeat(500)}\ud800`;
    must(await signIn(town.access, { login, password: PASSWORD, address: '::1', userAgent }));
    const [row] = await store.db
      .selectFrom('sessions')
      .selectAll()
      .orderBy('session_id', 'desc')
      .limit(1)
      .execute();
    expect(row.user_agent).toBe(`[31m${'x'.repeat(196)}`);
    expect(row.address).toBe('0:0:0:0::/64');
  });
});
