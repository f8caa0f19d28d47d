import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnStores } from '../store/test-stores.ts';
import { Served, servicesOn } from './served.fixture.ts';

describeOnStores('contacts that anybody may ask after', (open) => {
  let served: Served;
  let services: Awaited<ReturnType<typeof servicesOn>>;
  const log: string[] = [];

  beforeAll(async () => {
    services = await servicesOn(await open());
    const stream = { write: (line: string) => void log.push(line) };
    served = await Served.on(services, { log: { level: 'info', stream } });
  }, 120_000);
  afterAll(async () => {
    await served.server.stop();
    await services.close();
  });

  test('are asked after without signing in, and nobody in between keeps an answer', async () => {
    for (const path of ['/v1/known-contacts', '/v1/known-contacts/abc']) {
      const response = await served.ask('GET', path);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('etag')).toBeNull();
    }
  });

  test('come in answers of one size', async () => {
    const sizes = new Set<number>();
    for (const prefix of ['000', 'abc', 'fff'])
      sizes.add((await (await served.ask('GET', `/v1/known-contacts/${prefix}`)).text()).length);
    expect(sizes.size).toBe(1);
  });

  test.each(['ab', 'abcd', 'ABC', 'xyz'])('have no prefix %s', async (prefix) => {
    expect((await served.ask('GET', `/v1/known-contacts/${prefix}`)).status).toBe(422);
  });

  test('leave no prefix in the log', async () => {
    log.length = 0;
    await served.ask('GET', '/v1/known-contacts/d3d');
    await expect.poll(() => log.join('')).toContain('/v1/known-contacts/:prefix');
    expect(log.join('')).not.toContain('d3d');
  });
});
