import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { describeOnStores } from '../store/test-stores.ts';
import { Served, servicesOn } from './served.fixture.ts';

describeOnStores('how the service is', (open) => {
  let served: Served;
  let services: Awaited<ReturnType<typeof servicesOn>>;

  beforeAll(async () => {
    services = await servicesOn(await open());
    served = await Served.on(services);
  });
  afterAll(async () => {
    await served.server.stop(1_000);
    await services.close();
  });

  test('it is not ready while its database is away, before any write has failed, and ready when it is back', async () => {
    const readiness = async () => {
      const reply = await served.ask('GET', '/readyz');
      return [reply.status, await reply.json()];
    };
    expect(await readiness()).toMatchObject([200, { ready: true, store: true }]);
    const answers = vi.spyOn(services.store, 'answers').mockResolvedValue(false);
    expect(await readiness()).toMatchObject([503, { ready: false, store: false }]);
    expect((await served.ask('GET', '/healthz')).status).toBe(200);
    answers.mockRestore();
    expect(await readiness()).toMatchObject([200, { ready: true, store: true }]);
  });
});
