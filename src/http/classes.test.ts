import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Challenge, solve } from '../domain/proof-of-work.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { Served, servicesOn } from './served.fixture.ts';

/** What any of the answers here may hold. */
interface Said extends Challenge {
  readonly code: string;
  readonly key: string;
  readonly learner: string;
}

describeOnStores('classes over HTTP', (open) => {
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

  const ask = async (method: string, path: string, body?: unknown) => {
    const response = await served.ask(method, path, {}, body);
    const said = (await response.json()) as Said;
    return { status: response.status, body: said, headers: response.headers };
  };

  async function proof() {
    const { body } = await ask('GET', '/v1/proofs/class');
    return { text: body.text, nonce: await solve(body) };
  }

  it('open for work that was proved, once', async () => {
    expect((await ask('POST', '/v1/classes', { control: false })).status).toBe(422);
    const wrong = { text: 'c16.zzzzzzzz.AAAAAAAA.AAAAAAAAAAAAAAAA', nonce: '1' };
    const refused = await ask('POST', '/v1/classes', { proof: wrong });
    expect(refused.body.code).toBe('QRG_PROOF_WRONG');
    const proved = await proof();
    const opened = await ask('POST', '/v1/classes', { proof: proved });
    expect([opened.status, opened.headers.get('cache-control')]).toEqual([201, 'no-store']);
    const again = await ask('POST', '/v1/classes', { proof: proved });
    expect(again.body.code).toBe('QRG_PROOF_USED');
  });

  it('take no words of anybody: whatever is no code, key or answer of ours is refused', async () => {
    const { body: opened } = await ask('POST', '/v1/classes', { proof: await proof() });
    const script = '<script>alert(1)</script>';
    const path = `/v1/classes/${opened.code}/learners`;
    const { body: joined } = await ask('POST', path, { ageBand: '16_17' });
    const tries: readonly (readonly [string, string, unknown])[] = [
      ['POST', path, { ageBand: script }],
      ['POST', path, { ageBand: '16_17', name: script }],
      ['POST', `/v1/classes/${encodeURIComponent(script)}/learners`, { ageBand: '16_17' }],
      ['POST', '/v1/classes/look', { key: script }],
      ['POST', '/v1/classes/step', { key: opened.key, from: 'lobby', to: script }],
      ['POST', '/v1/classes/rows', { key: opened.key, language: script }],
      ...[script, "A1'--", '=1+1'].map(
        (item) =>
          [
            'PUT',
            `${path}/${joined.learner}/answers`,
            { sitting: 'pre', answers: [{ item, said: 'trap' }] },
          ] as const,
      ),
    ];
    for (const [method, to, body] of tries)
      expect([to, (await ask(method, to, body)).status]).toEqual([to, 422]);
    const many = Array.from({ length: 21 }, () => ({ item: 'A1', said: 'trap' }));
    const over = await ask('PUT', `${path}/${joined.learner}/answers`, {
      ...{ sitting: 'pre', answers: many },
    });
    expect(over.status).toBe(422);
  });

  it('tell whoever guesses to wait, with how long', async () => {
    let last: Awaited<ReturnType<typeof ask>> | undefined;
    for (let i = 0; i <= 60; i++)
      last = await ask('GET', '/v1/classes/AAAAAAA/learners/AAAAAA', undefined);
    expect(last?.body.code).toBe('QRG_CLASS_OFTEN');
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('print for the host that was asked only where it is near', async () => {
    const size = (host: string) =>
      new Promise<{ type: string | undefined; bytes: number }>((resolve, reject) => {
        const path = '/v1/materials/poster-way-back?language=kk';
        request(`${served.url}${path}`, { headers: { host } }, (response) => {
          let bytes = 0;
          response.on('data', (part: Buffer) => {
            bytes += part.length;
          });
          response.on('end', () => resolve({ type: response.headers['content-type'], bytes }));
        })
          .on('error', reject)
          .end();
      });
    const [near, far] = [await size('192.168.0.10:8080'), await size('evil.example')];
    expect([near.type, far.type]).toEqual(['application/pdf', 'application/pdf']);
    // The code's squares are most of what a poster draws.
    expect(near.bytes).toBeGreaterThan(far.bytes + 1_000);
    const none = await ask('GET', '/v1/materials/poster-none');
    expect([none.status, none.body.code]).toEqual([404, 'QRG_MATERIAL_UNKNOWN']);
  });
});
