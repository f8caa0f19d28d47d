import { afterAll, beforeAll, expect, it } from 'vitest';
import { solve } from '../domain/proof-of-work.ts';
import { heldCodeHash, newHeldCode } from '../service/portal/held/held-code.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { json, transfer } from './seeded.fixture.ts';
import { Served, type SignedInPerson, servicesOn } from './served.fixture.ts';

interface HeldBody {
  readonly state: string;
  readonly appeal: { readonly granted: boolean | null } | null;
}

describeOnStores('a held payment, asked after by anybody', (open) => {
  let served: Served;
  let services: Awaited<ReturnType<typeof servicesOn>>;
  let analyst: SignedInPerson;
  let supervisor: SignedInPerson;
  let seqs: number[];

  beforeAll(async () => {
    services = await servicesOn(await open());
    served = await Served.on(services);
    await served.institution('qala');
    const key = await served.key('qala');
    analyst = await served.person('qala', ['analyst']);
    supervisor = await served.person('qala', ['supervisor']);
    const told = ['t-1', 't-2'].map((id, i) => transfer(id, { payer: `client-${i}` }));
    await json(served.ask('POST', '/v1/decisions', key, told));
    const rows = await services.store.db.selectFrom('transfers').select('seq').execute();
    seqs = rows.map(({ seq }) => seq);
  });
  afterAll(async () => {
    await served.server.stop(1_000);
    await services.close();
  });

  /** A hold of one of the two transfers, on one ground. */
  const hold = (n: number, kind: string): Promise<{ holdId: number }> =>
    json(
      served.ask('POST', '/v1/holds', analyst.headers, {
        transfer: seqs[n],
        incoming: false,
        grounds: [{ kind, subject: null }],
        reason: 'a reason in words',
      }),
    );
  const look = (code: string) => served.ask('POST', '/v1/held', {}, { code });
  const proof = async () => {
    const challenge = await json<{ text: string; bits: number }>(
      served.ask('GET', '/v1/proofs/appeal'),
    );
    return { text: challenge.text, nonce: await solve(challenge) };
  };
  const appeal = async (code: string) =>
    served.ask(
      'POST',
      '/v1/held/appeals',
      {},
      {
        code,
        text: 'Это мои деньги, вот договор',
        proof: await proof(),
      },
    );

  it('goes from the code in the console to an appeal that another person decides', async () => {
    const { holdId } = await hold(0, 'internal_rules');
    const path = `/v1/holds/${holdId}`;
    const { code } = await json<{ code: string }>(
      served.ask('POST', `${path}/code`, analyst.headers),
    );
    expect(await json(look(code))).toMatchObject({ state: 'checking', bank: 'qala' });
    const wrong = await served.ask(
      'POST',
      '/v1/held/appeals',
      {},
      {
        code,
        text: 'Это мои деньги',
        proof: { text: 'a16.x.AbCdEfGh.0123456789abcdef', nonce: '1' },
      },
    );
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { code: 'QRG_PROOF_WRONG' }]);
    expect((await appeal(code)).status).toBe(201);
    expect(await (await appeal(code)).json()).toMatchObject({ code: 'QRG_HELD_APPEAL_WAITS' });

    const seen = await served.ask('GET', path, supervisor.headers);
    expect(await seen.json()).toMatchObject({
      appeal: 'waits',
      clientCode: { allowed: true },
      events: [{ act: 'place' }, { act: 'appeal', byClient: true, by: null, note: /договор/ }],
    });
    const decision = {
      kind: 'decide_appeal',
      granted: true,
      reason: 'the contract is there',
    };
    const etag = { 'if-match': seen.headers.get('etag') ?? '' };
    const placer = await served.ask(
      'POST',
      `${path}/acts`,
      { ...analyst.headers, ...etag },
      decision,
    );
    expect(placer.status).toBe(403);
    await json(served.ask('POST', `${path}/acts`, { ...supervisor.headers, ...etag }, decision));
    expect(await json<HeldBody>(look(code))).toMatchObject({
      state: 'released',
      appeal: { granted: true },
    });
  });

  /** What two replies may differ in: which request they answer, and when. */
  const bare = async (response: Response) => {
    const body = (await response.text()).replace(/urn:qorgan:request:[\w-]+/, '');
    const headers = [...response.headers].filter(([name]) => !/^(date|.*request-id)$/.test(name));
    return { status: response.status, headers, body };
  };

  it('answers for an AML hold to the byte as for a code that nobody was given', async () => {
    const { holdId } = await hold(1, 'aml_suspicion');
    const refused = await served.ask('POST', `/v1/holds/${holdId}/code`, analyst.headers);
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { code: 'QRG_HELD_NO_CODE' },
    ]);
    // As a defect might have it: a code all the same.
    const code = newHeldCode();
    const { store } = services;
    await store.db
      .insertInto('hold_codes')
      .values({
        hold_id: holdId,
        institution_id: (
          await store.db.selectFrom('holds').select('institution_id').executeTakeFirstOrThrow()
        ).institution_id,
        hash: heldCodeHash(store.vault, code),
        sealed: store.vault.seal(code),
        created_at: Date.now(),
        created_by: analyst.userId,
      })
      .execute();
    expect(await bare(await look(code))).toEqual(await bare(await look(newHeldCode())));
    expect(await bare(await appeal(code))).toEqual(await bare(await appeal(newHeldCode())));
    expect((await bare(await look(code))).body).toContain('QRG_HELD_CODE');
  });

  it('never has the code in an address', async () => {
    await expect(served.ask('GET', `/v1/held/${newHeldCode()}`)).resolves.toHaveProperty(
      'status',
      404,
    );
  });
});
