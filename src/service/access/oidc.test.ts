import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../store/store.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { listAudit } from '../audit/list.ts';
import { codeOf, MINUTE_MS, must, openTown, PLACE, START, type Town } from './access.fixture.ts';
import { disableUser, grantRole, resetPassword } from './change-user.ts';
import { Oidc } from './oidc.ts';
import { flowCookie, type OidcFlow, readFlow } from './oidc-flow.ts';
import { REDIRECT, SECRET, TestProvider } from './oidc-provider.fixture.ts';
import type { OidcSettings } from './oidc-settings.ts';
import { sessionOf } from './session.ts';
import { addUser, userBy } from './users.ts';

const EVERYTHING = { institutionId: 0, seesAll: true };

describeOnStores('signing on through a provider', (open) => {
  let store: Store;
  let town: Town;
  let provider: TestProvider;
  let settings: OidcSettings;
  let oidc: Oidc;

  beforeAll(async () => {
    store = await open();
    provider = await TestProvider.start();
    settings = {
      issuer: provider.issuer,
      clientId: 'qorgan',
      clientSecret: SECRET,
      redirectUri: REDIRECT,
      rolesClaim: 'groups',
      roles: { 'fraud-desk': 'analyst', 'fraud-heads': 'supervisor', checkers: 'auditor' },
      institutionClaim: 'office',
      institutions: { 'Head office': 'bank-a' },
    };
    provider.people.set('dana', {
      name: 'Дана',
      preferred_username: 'dana',
      groups: ['fraud-desk'],
      office: 'Head office',
    });
  });
  afterAll(() => provider.stop());
  beforeEach(async () => {
    town = await openTown(store);
    oidc = new Oidc(town.access, settings);
    provider.idToken = undefined;
  });

  /** A whole sign-on; what is changed on the way is said by the test. */
  async function signOn(
    subject = 'dana',
    change: (
      flow: OidcFlow,
      search: string,
    ) => { flow?: Partial<OidcFlow>; search?: string } = () => ({}),
  ) {
    const { url, cookie } = must(await oidc.begin('/alerts'));
    const flow = readFlow(store.vault, cookie.value, town.clock.at)!;
    const search = await provider.signIn(url, subject);
    const changed = change(flow, search);
    const sealed = flowCookie(store.vault, { ...flow, ...changed.flow }, false, town.clock.at);
    return oidc.finish({ ...PLACE, search: changed.search ?? search, cookie: sealed.value });
  }

  const lastRefusal = async () => {
    const { items } = await listAudit(store, EVERYTHING, { limit: 1, action: 'session.refuse' });
    return (items[0].detail as { reason: string }).reason;
  };

  it('asks for a code with PKCE, state and nonce, and remembers them under seal', async () => {
    const { url, cookie } = must(await oidc.begin('/alerts'));
    const { searchParams: asked } = new URL(url);
    const flow = readFlow(store.vault, cookie.value, START)!;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: 'qorgan',
      redirect_uri: REDIRECT,
      state: flow.state,
      nonce: flow.nonce,
      code_challenge_method: 'S256',
    });
    expect(url).not.toContain(flow.verifier);
    expect(cookie.options).toMatchObject({ httpOnly: true, sameSite: 'lax', maxAge: 600 });
    expect(cookie.value).not.toContain(flow.state);
    const again = must(await oidc.begin());
    expect(new URL(again.url).searchParams.get('state')).not.toBe(flow.state);
  });

  it('lets a person in with the place and roles that the provider gives, each time anew', async () => {
    const first = must(await signOn());
    expect(first).toMatchObject({ need: 'nothing', returnTo: '/alerts' });
    const session = (await sessionOf(town.access, first.session.token))!;
    expect(session).toMatchObject({
      login: 'dana',
      name: 'Дана',
      roles: ['analyst'],
      level: 'full',
    });
    provider.people.get('dana')!.groups = ['fraud-heads', 'fraud-desk'];
    const second = must(await signOn());
    // With other rights the sessions of before are over.
    expect(await sessionOf(town.access, first.session.token)).toBeUndefined();
    expect(await sessionOf(town.access, second.session.token)).toMatchObject({
      userId: session.userId,
      roles: ['analyst', 'supervisor'],
    });
    provider.people.get('dana')!.groups = ['fraud-desk'];
    must(await signOn());
  });

  it('never takes a person for one of ours of the same name', async () => {
    must(
      await addUser(town.access, town.terminal, {
        login: 'erlan',
        name: 'Ерлан',
        institution: 'bank-a',
        roles: ['admin'],
      }),
    );
    provider.people.set('impostor', {
      ...provider.people.get('dana'),
      preferred_username: 'erlan',
    });
    const { session } = must(await signOn('impostor'));
    const found = (await sessionOf(town.access, session.token))!;
    expect(found.login).toMatch(/^oidc-[0-9a-f]{24}$/);
    expect(found.roles).toEqual(['analyst']);
  });

  const cut = (search: string, name: string) => search.replace(new RegExp(`${name}=[^&]*&?`), '');
  type Change = Parameters<typeof signOn>[1];

  it.each<[string, Change, string]>([
    ['another state', () => ({ flow: { state: 'x' } }), 'unexpected "state" response parameter'],
    ['another nonce', () => ({ flow: { nonce: 'x' } }), 'unexpected ID Token "nonce" claim'],
    ['another verifier', () => ({ flow: { verifier: 'x'.repeat(43) } }), 'responded with an error'],
    ['no state', (_, search) => ({ search: cut(search, 'state') }), '"state" missing'],
    ['no code', (_, search) => ({ search: cut(search, 'code') }), 'no authorization code'],
    ['no issuer', (_, search) => ({ search: cut(search, 'iss') }), '"iss" (issuer) missing'],
    [
      'another issuer',
      (_, search) => ({ search: search.replace(/iss=[^&]*/, 'iss=https%3A%2F%2Fevil.example') }),
      'unexpected "iss" (issuer)',
    ],
    [
      'an error',
      (_, search) => ({ search: search.replace(/code=[^&]*/, 'error=access_denied') }),
      'authorization response from the server is an error',
    ],
  ])('is refused with %s', async (_, change, reason) => {
    expect(codeOf(await signOn('dana', change))).toBe('QRG_OIDC_REFUSED');
    expect(await lastRefusal()).toContain(reason);
  });

  it('is refused with the flow of another browser, of none, or of ten minutes ago', async () => {
    const [mine, theirs] = [must(await oidc.begin()), must(await oidc.begin())];
    const search = await provider.signIn(mine.url, 'dana');
    const finish = (cookie: string | undefined) => oidc.finish({ ...PLACE, search, cookie });
    for (const cookie of [theirs.cookie.value, undefined, '', 'AAAA', mine.cookie.value.slice(1)])
      expect(codeOf(await finish(cookie))).toBe('QRG_OIDC_REFUSED');
    town.clock.forward(10 * MINUTE_MS - 1);
    expect(codeOf(await finish(mine.cookie.value))).toBe('ok');
    // A code is good once.
    expect(codeOf(await finish(mine.cookie.value))).toBe('QRG_OIDC_REFUSED');
    expect(await lastRefusal()).toContain('responded with an error');
    town.clock.forward(1);
    expect(codeOf(await finish(mine.cookie.value))).toBe('QRG_OIDC_REFUSED');
    expect(await lastRefusal()).toBe('no flow');
  });

  it('tried through from one address is slowed down, and does not fill the record', async () => {
    const entries = async () =>
      (await listAudit(store, EVERYTHING, { limit: 1 })).items[0]?.seq ?? 0;
    const before = await entries();
    const codes = [];
    for (let i = 0; i < 30; i++)
      codes.push(codeOf(await oidc.finish({ address: '203.0.113.5', search: '', cookie: 'x' })));
    expect(codes.filter((code) => code === 'QRG_OIDC_REFUSED')).toHaveLength(20);
    expect(codes.filter((code) => code === 'QRG_RATE_LIMIT')).toHaveLength(10);
    expect((await entries()) - before).toBe(20);
  });

  it('is refused with an id token that was made out to another client', async () => {
    const { url, cookie } = must(await oidc.begin());
    const { verifier } = readFlow(store.vault, cookie.value, town.clock.at)!;
    // A true token of this provider, with our nonce, for the client 'other'.
    const others = new URL(url);
    others.searchParams.set('client_id', 'other');
    const search = new URLSearchParams(await provider.signIn(others.href, 'dana'));
    const reply = await fetch(`${provider.issuer}/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${btoa(`other:${encodeURIComponent(SECRET).replaceAll('%20', '+')}`)}`,
      },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: search.get('code')!,
        redirect_uri: REDIRECT,
        code_verifier: verifier,
      }),
    });
    const { id_token: foreign } = (await reply.json()) as { id_token: string };
    expect(JSON.parse(atob(foreign.split('.')[1]))).toMatchObject({ aud: 'other' });
    provider.idToken = () => foreign;
    const finish = { ...PLACE, search: await provider.signIn(url, 'dana'), cookie: cookie.value };
    expect(codeOf(await oidc.finish(finish))).toBe('QRG_OIDC_REFUSED');
    expect(await lastRefusal()).toContain('unexpected JWT "aud"');
  });

  it('is refused with an id token whose words were changed', async () => {
    provider.idToken = (own) => {
      const [head, body, signature] = own.split('.');
      const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
      const other = Buffer.from(JSON.stringify({ ...claims, sub: 'boss' })).toString('base64url');
      return [head, other, signature].join('.');
    };
    expect(codeOf(await signOn())).toBe('QRG_OIDC_REFUSED');
    expect(await lastRefusal()).toContain('signature');
    provider.idToken = (own) => {
      const none = Buffer.from('{"alg":"none"}').toString('base64url');
      return [none, own.split('.')[1], ''].join('.');
    };
    expect(codeOf(await signOn())).toBe('QRG_OIDC_REFUSED');
    expect(await lastRefusal()).toContain('"alg"');
  });

  it('leaves outside whom the settings give no role or place, or whom we shut out', async () => {
    const dana = provider.people.get('dana')!;
    for (const [part, code] of [
      [{ groups: ['strangers'] }, 'QRG_OIDC_NO_PLACE'],
      [{ office: 'Branch 7' }, 'QRG_OIDC_NO_PLACE'],
      [{ groups: ['checkers', 'fraud-desk'] }, 'QRG_ROLE_CONFLICT'],
    ] as const) {
      provider.people.set('guest', { ...dana, ...part });
      expect(codeOf(await signOn('guest'))).toBe(code);
    }
    provider.people.set('gone', { ...dana, preferred_username: 'gone.person' });
    const { session } = must(await signOn('gone'));
    const { userId } = (await sessionOf(town.access, session.token))!;
    must(await disableUser(town.access, town.terminal, userId));
    expect(codeOf(await signOn('gone'))).toBe('QRG_SIGN_IN_REFUSED');
  });

  it('leaves passwords and roles of such people to the provider', async () => {
    must(await signOn());
    const { userId } = must(await userBy(town.access, town.terminal, { login: 'dana' }));
    expect(codeOf(await resetPassword(town.access, town.terminal, userId))).toBe(
      'QRG_USER_OUTSIDE',
    );
    expect(codeOf(await grantRole(town.access, town.terminal, userId, 'admin'))).toBe(
      'QRG_USER_OUTSIDE',
    );
  });

  it('says that the provider is away, and works when it is back', async () => {
    const away = new Oidc(town.access, { ...settings, issuer: 'http://127.0.0.1:1' });
    expect(codeOf(await away.begin())).toBe('QRG_OIDC_AWAY');
    const short = await TestProvider.start();
    const flaky = new Oidc(town.access, { ...settings, issuer: short.issuer });
    const { url, cookie } = must(await flaky.begin());
    const search = await short.signIn(url, 'dana');
    await short.stop();
    expect(codeOf(await flaky.finish({ ...PLACE, search, cookie: cookie.value }))).toBe(
      'QRG_OIDC_AWAY',
    );
    expect(() => new Oidc(town.access, { ...settings, issuer: 'http://id.example' })).toThrow();
  });
});
