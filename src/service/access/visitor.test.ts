import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../store/store.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import {
  addPerson,
  codeOf,
  enrol,
  MINUTE_MS,
  must,
  openTown,
  PLACE,
  passwordSession,
  type Town,
} from './access.fixture.ts';
import { addKey, listKeys, revokeKey } from './api-keys.ts';
import { authorise } from './authorise.ts';
import { disableUser } from './change-user.ts';
import { csrfMark } from './csrf.ts';
import type { Session } from './session.ts';
import { type RequestFacts, spend, visitorOf } from './visitor.ts';

const DAY_MS = 86_400_000;

const request = (facts: Partial<RequestFacts>): RequestFacts => ({
  method: 'GET',
  address: PLACE.address,
  secure: true,
  cookies: {},
  headers: {},
  ...facts,
});

const withCookie = (session: Session, facts: Partial<RequestFacts> = {}): RequestFacts =>
  request({ ...facts, cookies: { '__Host-qorgan-session': session.token } });

const withKey = (key: string, facts: Partial<RequestFacts> = {}): RequestFacts =>
  request({ method: 'POST', ...facts, headers: { authorization: `Bearer ${key}` } });

describeOnStores('who sends a request', (open) => {
  let store: Store;
  let town: Town;
  const visit = (facts: RequestFacts) => visitorOf(town.access, facts);

  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    town = await openTown(store, {
      secondFactorFor: ['admin'],
      keyRate: { perSecond: 10, burst: 20 },
      strangerRate: { perSecond: 1, burst: 3 },
    });
  });

  it('is nobody without a cookie or with a dead one', async () => {
    expect(must(await visit(request({})))).toEqual({});
    const dead = { '__Host-qorgan-session': 'A'.repeat(43) };
    expect(must(await visit(request({ cookies: dead })))).toEqual({});
    // Nothing of anybody's is at stake, so a stranger may post a report.
    expect(must(await visit(request({ method: 'POST', cookies: dead })))).toEqual({});
  });

  describe('with a cookie', () => {
    let session: Session;
    beforeEach(async () => {
      session = await passwordSession(town, (await addPerson(town)).login);
    });

    it('is the person, under the name that the connection calls for', async () => {
      expect(must(await visit(withCookie(session))).principal).toMatchObject({
        kind: 'user',
        id: session.userId,
        roles: ['analyst'],
        seesAll: false,
      });
      const plain = { 'qorgan-session': session.token };
      // Over https only the __Host- cookie counts: any host of the domain can plant the plain one.
      expect(must(await visit(request({ cookies: plain })))).toEqual({});
      expect(must(await visit(request({ cookies: plain, secure: false }))).session).toBeDefined();
    });

    it('needs the mark of this session to change anything', async () => {
      const other = await passwordSession(town, (await addPerson(town)).login);
      const mine = csrfMark(session.token);
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const post = (mark?: string | string[]) =>
          visit(
            withCookie(session, {
              method,
              headers: mark === undefined ? {} : { 'x-csrf-token': mark },
            }),
          );
        expect(codeOf(await post(mine)), method).toBe('ok');
        expect(codeOf(await post()), method).toBe('QRG_CSRF');
        expect(codeOf(await post('')), method).toBe('QRG_CSRF');
        expect(codeOf(await post(csrfMark(other.token))), method).toBe('QRG_CSRF');
        expect(codeOf(await post(`${mine}x`)), method).toBe('QRG_CSRF');
        expect(codeOf(await post([mine, mine])), method).toBe('QRG_CSRF');
      }
      expect(codeOf(await visit(withCookie(session, { method: 'GET' })))).toBe('ok');
    });

    it('and from another site is refused, right mark or not', async () => {
      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { origin: 'https://evil.example', host: 'qorgan.example' },
      ]) {
        const marked = { ...headers, 'x-csrf-token': csrfMark(session.token) };
        const facts = { method: 'POST', headers: marked };
        expect(codeOf(await visit(withCookie(session, facts)))).toBe('QRG_OTHER_SITE');
        // Signing somebody in under a stranger's account needs no session to be refused.
        expect(codeOf(await visit(request({ method: 'POST', headers })))).toBe('QRG_OTHER_SITE');
      }
    });

    it('is nobody yet while the second factor is owed, and needs the mark all the same', async () => {
      const { login } = await addPerson(town, { roles: ['admin'], institution: 'operator' });
      const owing = await passwordSession(town, login);
      const visitor = must(await visit(withCookie(owing)));
      expect(visitor.principal).toBeUndefined();
      expect(visitor.session?.level).toBe('password');
      expect(codeOf(authorise(visitor, { roles: ['admin'] }))).toBe('QRG_SECOND_FACTOR_NEEDED');
      expect(codeOf(await visit(withCookie(owing, { method: 'POST' })))).toBe('QRG_CSRF');
      const { session: whole } = await enrol(town, owing);
      const raised = must(await visit(withCookie(whole)));
      expect(raised.principal).toMatchObject({ roles: ['admin'], seesAll: true });
      // The mark of before the rise went with the id of before.
      const stale = { method: 'POST', headers: { 'x-csrf-token': csrfMark(owing.token) } };
      expect(codeOf(await visit(withCookie(whole, stale)))).toBe('QRG_CSRF');
    });

    it('is nobody at once when shut out', async () => {
      must(await disableUser(town.access, town.terminal, session.userId));
      expect(must(await visit(withCookie(session)))).toEqual({});
    });
  });

  describe('with a key', () => {
    const newKey = async (
      given: { scopes?: string[]; expiresAt?: number; institution?: string } = {},
    ) =>
      must(
        await addKey(town.access, town.terminal, {
          institution: 'bank-a',
          name: 'payments',
          scopes: ['decisions:write'],
          ...given,
        }),
      );

    it('is the program of its institution, and needs no mark', async () => {
      const { key, keyId } = await newKey({ scopes: ['decisions:write', 'alerts:read'] });
      expect(key).toMatch(/^qk_\d+_[1-9A-Za-z]{32,44}$/);
      const { principal, session } = must(await visit(withKey(key)));
      expect(principal).toEqual({
        kind: 'key',
        id: keyId,
        institutionId: expect.any(Number),
        seesAll: false,
        roles: [],
        scopes: ['decisions:write', 'alerts:read'],
        name: 'payments',
      });
      expect(session).toBeUndefined();
      const [a, b] = await Promise.all(
        ['bank-a', 'bank-b'].map(async (institution) => {
          const made = await newKey({ institution });
          return must(await visit(withKey(made.key))).principal!.institutionId;
        }),
      );
      expect(a).toBe(principal!.institutionId);
      expect(b).not.toBe(a);
    });

    it('goes before a cookie', async () => {
      const session = await passwordSession(town, (await addPerson(town)).login);
      const { key } = await newKey();
      const facts = withKey(key, { cookies: { '__Host-qorgan-session': session.token } });
      expect(must(await visit(facts)).principal?.kind).toBe('key');
      const bad = withKey('nonsense', { cookies: { '__Host-qorgan-session': session.token } });
      expect(codeOf(await visit(bad))).toBe('QRG_KEY_REFUSED');
    });

    it('is refused alike when wrong, revoked or expired', async () => {
      const { key, keyId } = await newKey({ expiresAt: town.clock.at + DAY_MS });
      const address = (i: number) => ({ address: `203.0.113.${i}` });
      const wrongSecret = key.slice(0, -1) + (key.endsWith('2') ? '3' : '2');
      const noSuchId = key.replace(/^qk_\d+/, 'qk_2000000000');
      for (const [i, text] of [wrongSecret, noSuchId, 'qk_1_x', ''].entries())
        expect(codeOf(await visit(withKey(text, address(i))))).toBe('QRG_KEY_REFUSED');
      expect(codeOf(await visit(withKey(key)))).toBe('ok');
      town.clock.forward(DAY_MS);
      expect(codeOf(await visit(withKey(key)))).toBe('QRG_KEY_REFUSED');
      const second = await newKey();
      expect(codeOf(await visit(withKey(second.key)))).toBe('ok');
      must(await revokeKey(town.access, town.terminal, second.keyId));
      expect(codeOf(await visit(withKey(second.key)))).toBe('QRG_KEY_REFUSED');
      expect(second.keyId).not.toBe(keyId);
    });

    it('revoked by another process opens for two seconds at most', async () => {
      const { key, keyId } = await newKey();
      expect(codeOf(await visit(withKey(key)))).toBe('ok');
      must(await revokeKey(town.restart(), town.terminal, keyId));
      town.clock.forward(1_999);
      expect(codeOf(await visit(withKey(key)))).toBe('ok');
      town.clock.forward(1);
      expect(codeOf(await visit(withKey(key)))).toBe('QRG_KEY_REFUSED');
    });

    it('may ask so much and no more, a batch by its size', async () => {
      const { key } = await newKey();
      const { key: other } = await newKey();
      for (let i = 0; i < 20; i++) expect(codeOf(await visit(withKey(key)))).toBe('ok');
      expect(await visit(withKey(key))).toEqual({
        ok: false,
        problem: { code: 'QRG_RATE_LIMIT', args: { seconds: 1 } },
      });
      const { principal } = must(await visit(withKey(other)));
      expect(codeOf(spend(town.access, principal!, 19))).toBe('ok');
      expect(codeOf(spend(town.access, principal!, 1))).toBe('QRG_RATE_LIMIT');
      town.clock.forward(1_000);
      for (let i = 0; i < 10; i++) expect(codeOf(await visit(withKey(key)))).toBe('ok');
      expect(codeOf(await visit(withKey(key)))).toBe('QRG_RATE_LIMIT');
    });

    it('tried through from one address is slowed down, without harm to a key at work there', async () => {
      const { key } = await newKey();
      expect(codeOf(await visit(withKey(key)))).toBe('ok');
      const tries = [];
      for (let i = 0; i < 5; i++)
        tries.push(codeOf(await visit(withKey(`qk_${i + 1}_${'A'.repeat(40)}`))));
      expect(tries).toEqual([
        ...Array<string>(3).fill('QRG_KEY_REFUSED'),
        ...Array<string>(2).fill('QRG_RATE_LIMIT'),
      ]);
      expect(codeOf(await visit(withKey(key)))).toBe('ok');
      town.clock.forward(MINUTE_MS);
      expect(codeOf(await visit(withKey('qk_9_x')))).toBe('QRG_KEY_REFUSED');
    });

    it('notes when it was used, once a minute', async () => {
      const { key, keyId } = await newKey();
      const usedAt = async () =>
        must(await listKeys(town.access, town.terminal)).find((row) => row.keyId === keyId)?.usedAt;
      expect(await usedAt()).toBeNull();
      const first = town.clock.at;
      await visit(withKey(key));
      expect(await usedAt()).toBe(first);
      town.clock.forward(MINUTE_MS - 1);
      await visit(withKey(key));
      expect(await usedAt()).toBe(first);
      town.clock.forward(1);
      await visit(withKey(key));
      expect(await usedAt()).toBe(first + MINUTE_MS);
    });

    it('asks the store once for what comes at once', async () => {
      const { key } = await newKey();
      await Promise.all(Array.from({ length: 20 }, () => visit(withKey(key))));
      expect(town.access.keys.size).toBe(1);
      expect(
        JSON.stringify(await store.db.selectFrom('api_keys').selectAll().execute()),
      ).not.toContain(key.split('_')[2]);
    });
  });
});
