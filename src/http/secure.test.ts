import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstRun } from '../service/access/first-run.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { Served, servicesOn } from './served.fixture.ts';
import type { HttpOptions } from './server.ts';

describeOnStores('https before the service', (open) => {
  let services: Awaited<ReturnType<typeof servicesOn>>;

  beforeAll(async () => {
    services = await servicesOn(await open());
  });
  afterAll(async () => {
    await services.close();
  });

  /** Headers of the answer to a sign-in that came in by plain http. */
  async function signIn(options: Partial<HttpOptions>, sent: Record<string, string> = {}) {
    const served = await Served.on(services, options);
    const reply = await served.ask('POST', '/v1/session', sent, {
      login: 'first',
      password: PASSWORD,
    });
    await served.server.stop(1_000);
    return {
      cookies: reply.headers.getSetCookie(),
      transport: reply.headers.get('strict-transport-security'),
    };
  }

  const PASSWORD = 'жеті қабат көк аспан';
  const PROXIED = { 'x-forwarded-proto': 'https' };
  const securely = {
    cookies: [
      expect.stringMatching(/^__Host-qorgan-session=.*; Secure/),
      expect.stringMatching(/^__Host-qorgan-csrf=.*; Secure/),
    ],
    transport: 'max-age=31536000',
  };
  const plainly = {
    cookies: [expect.not.stringContaining('Secure'), expect.not.stringContaining('Secure')],
    transport: null,
  };

  test('cookies are secure where the public address is https, whether or not the proxy says so', async () => {
    const served = await Served.on(services);
    const token = (await firstRun(services.access))!;
    const told = { token, login: 'first', name: 'First', password: PASSWORD };
    expect((await served.ask('POST', '/v1/session/setup', {}, told)).status).toBe(200);
    await served.server.stop(1_000);
    expect(await signIn({})).toEqual(plainly);
    expect(await signIn({ publicUrl: 'http://qorgan.example' })).toEqual(plainly);
    expect(await signIn({ publicUrl: 'https://qorgan.example' })).toEqual(securely);
  });

  test('only a proxy that is trusted is believed', async () => {
    expect(await signIn({}, PROXIED)).toEqual(plainly);
    expect(await signIn({ trustProxy: true }, PROXIED)).toEqual(securely);
    expect(await signIn({ trustProxy: ['10.0.0.0/8', '127.0.0.0/8'] }, PROXIED)).toEqual(securely);
    expect(await signIn({ trustProxy: ['10.0.0.0/8'] }, PROXIED)).toEqual(plainly);
  });
});
