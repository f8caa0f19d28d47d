import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, createClient } from '../client/client.ts';
import type { Role } from '../service/access/role.ts';
import { sealPost } from '../service/watch/posts/kept-post.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { Served, type SignedInPerson, servicesOn } from './served.fixture.ts';

const PACKAGE = Buffer.alloc(200_000, 'sealed ');
const SHA256 = 'ab'.repeat(32);
const reason = 'a reason in words';

describeOnStores('requests to take pages down, over HTTP', (open) => {
  let served: Served;
  let services: Awaited<ReturnType<typeof servicesOn>>;
  let analyst: Client;
  let supervisor: Client;
  let investigator: Client;
  let stranger: Client;
  let people: Record<'analyst' | 'stranger', SignedInPerson>;
  let bank: number;
  let posts = 0;

  beforeAll(async () => {
    services = await servicesOn(await open());
    served = await Served.on(services);
    bank = await served.institution('qala');
    await served.institution('dala');
    people = {
      analyst: await served.person('qala', ['analyst']),
      stranger: await served.person('dala', ['analyst', 'supervisor']),
    };
    analyst = asPerson(people.analyst);
    stranger = asPerson(people.stranger);
    supervisor = await clientOf('supervisor');
    investigator = await clientOf('investigator');
  });
  afterAll(async () => {
    await served.server.stop(1_000);
    await services.close();
  });

  const clientOf = async (role: Role): Promise<Client> =>
    asPerson(await served.person('qala', [role]));

  const asPerson = ({ headers }: SignedInPerson): Client =>
    createClient({
      baseUrl: served.url,
      language: 'en',
      fetch: (url, init) =>
        fetch(url, { ...init, headers: { ...init?.headers, cookie: headers.cookie } }),
      csrf: () => headers['x-csrf-token'],
    });

  /** A post of the bank that a person found to be an offer, with a sealed copy of it. */
  async function reviewed(institution: number | null = bank): Promise<[number, number]> {
    const { db, vault } = services.store;
    const at = Date.now() - 60_000;
    const n = ++posts;
    const { source_id } = await db
      .insertInto('watch_sources')
      .values({
        institution_id: institution,
        kind: 'page',
        name: `example ${n}`,
        created_at: at,
        created_by: 'test',
      })
      .returning('source_id')
      .executeTakeFirstOrThrow();
    const kept = { text: 'Куплю карту', author: null, links: [], places: [] };
    const { post_id } = await db
      .insertInto('posts')
      .values({
        institution_id: institution,
        source_id,
        external_id: 'x',
        url: `https://rabota-example.kz/${n}`,
        at,
        found_at: at,
        sealed: sealPost(vault, kept),
        content: Buffer.alloc(32),
        lang: 'ru',
        label: 'dropper',
        score: 0.9,
        stance: 'offer',
        asks: ['card'],
        techniques: [],
        reasons: '[]',
        reader: 'test',
        said_label: 'dropper',
        said_stance: 'offer',
        said_at: at,
      })
      .returning('post_id')
      .executeTakeFirstOrThrow();
    const { capture_id } = await db
      .insertInto('captures')
      .values({
        post_id,
        source_id,
        at,
        cause: 'found',
        url: null,
        status: 200,
        sha256: Buffer.from(SHA256, 'hex'),
        bytes: PACKAGE.length,
        timestamped: false,
        has_screenshot: false,
        package_sealed: vault.seal(PACKAGE),
      })
      .returning('capture_id')
      .executeTakeFirstOrThrow();
    return [post_id, capture_id];
  }

  test('from what could be asked to an appeal that takes it back', async () => {
    const [post, capture] = await reviewed();
    const options = await analyst.takedowns.options(post);
    expect(options).toMatchObject({ code: null, host: 'site rabota-example.kz' });
    const [fitting] = options.channels;
    expect([fitting.channel, fitting.suggested]).toEqual(['host_abuse', true]);
    const wish = { post, channel: fitting.channel, language: 'kk', reason } as const;
    const draft = await analyst.takedowns.draft(wish, 'key-1');
    expect((await analyst.takedowns.draft(wish, 'key-1')).takedownId).toBe(draft.takedownId);
    expect(draft.state).toBe('triaged');
    const { takedownId } = draft;
    const sealed = await analyst.takedowns.act(takedownId, draft.version, {
      kind: 'seal',
      capture,
      reason,
    });
    const letter = await supervisor.takedowns.letter(takedownId);
    expect(letter.body).toContain(SHA256);
    const edited = await analyst.takedowns.edit(takedownId, sealed.version, {
      body: `${letter.body}\nРахмет.`,
    });
    const sent = await supervisor.takedowns.act(takedownId, edited.version, {
      kind: 'send',
      number: '12-3/456',
      sentAt: Date.now() - 1,
      reason,
    });
    expect(sent).toMatchObject({ state: 'requested', channel: { channel: 'host_abuse' } });
    const detail = await supervisor.takedowns.one(takedownId);
    expect(detail.acts.filter(({ allowed }) => allowed).map(({ kind }) => kind)).toEqual([
      'acknowledge',
      'remove',
      'partly',
      'refuse',
      'withdraw',
      'appeal',
    ]);
    expect(detail.acts.find(({ kind }) => kind === 'send')?.code).toBe('QRG_TAKEDOWN_STATE');
    expect(detail).toMatchObject({ ground: { verified: 'no' }, capture: { sha256: SHA256 } });
    const appeal = await analyst.takedowns.appeal(takedownId, { from: 'Host', text: 'No offer.' });
    expect((await supervisor.takedowns.appeals(takedownId)).decide.code).toBe(
      'QRG_TAKEDOWN_SAME_PERSON',
    );
    const decided = await investigator.takedowns.decideAppeal(
      takedownId,
      appeal.appealId,
      appeal.version,
      { outcome: 'reversed', capture, reason },
    );
    expect(decided.outcome).toBe('reversed');
    expect((await analyst.takedowns.letter(takedownId, 'withdrawal')).body).toContain('12-3/456');
    const { items } = await analyst.takedowns.list({ state: ['withdrawn'], channel: 'host_abuse' });
    expect(items.map((item) => item.takedownId)).toContain(takedownId);
    expect(await analyst.takedowns.measures()).toMatchObject({ requested: 1 });
    expect((await analyst.takedowns.channels()).items).toHaveLength(6);
  });

  test('no act without the version that was seen', async () => {
    const [post, capture] = await reviewed();
    const wish = { post, channel: 'host_abuse', language: 'ru', capture, reason } as const;
    const { takedownId } = await analyst.takedowns.draft(wish);
    const path = `/v1/takedowns/${takedownId}`;
    const { headers } = people.analyst;
    const shown = await served.ask('GET', path, headers);
    expect(shown.headers.get('etag')).toBe('"1"');
    for (const [method, to, body] of [
      ['PATCH', path, { subject: 'anew' }],
      ['POST', `${path}/acts`, { kind: 'withdraw', reason }],
    ] as const) {
      expect((await served.ask(method, to, headers, body)).status).toBe(428);
      const stale = await served.ask(method, to, { ...headers, 'if-match': '"7"' }, body);
      expect([stale.status, ((await stale.json()) as { code: string }).code]).toEqual([
        412,
        'QRG_TAKEDOWN_VERSION',
      ]);
    }
  });

  test('what is of one institution is not there for another', async () => {
    const [post, capture] = await reviewed();
    const wish = { post, channel: 'host_abuse', language: 'ru', capture, reason } as const;
    const { takedownId, version } = await analyst.takedowns.draft(wish);
    const { headers } = people.stranger;
    for (const path of [
      `/v1/takedowns/${takedownId}`,
      `/v1/takedowns/${takedownId}/letter`,
      `/v1/takedowns/${takedownId}/appeals`,
      `/v1/posts/${post}/takedown-options`,
      `/v1/posts/${post}/captures`,
      `/v1/captures/${capture}/package`,
    ]) {
      const response = await served.ask('GET', path, headers);
      expect([path, response.status]).toEqual([path, 404]);
    }
    expect((await stranger.takedowns.list({ post })).items).toEqual([]);
    await expect(stranger.takedowns.draft({ ...wish })).rejects.toMatchObject({ status: 404 });
    await expect(
      stranger.takedowns.act(takedownId, version, { kind: 'withdraw', reason }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(
      stranger.takedowns.appeal(takedownId, { from: 'Host', text: 'No offer.' }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(stranger.captures.seal(post)).rejects.toMatchObject({ status: 404 });
    const [shared] = await reviewed(null);
    const { takedownId: everybodys } = await analyst.takedowns.draft({
      post: shared,
      channel: 'host_abuse',
      language: 'en',
      reason,
    });
    expect((await stranger.takedowns.one(everybodys)).takedownId).toBe(everybodys);
  });

  test('a package comes whole, and who took it is written down', async () => {
    const [post, capture] = await reviewed();
    const { items } = await analyst.captures.ofPost(post);
    expect(items[0]).toMatchObject({ captureId: capture, sha256: SHA256, timestamped: false });
    const blob = await analyst.captures.package(capture);
    expect(Buffer.from(await blob.arrayBuffer()).equals(PACKAGE)).toBe(true);
    const response = await served.ask(
      'GET',
      `/v1/captures/${capture}/package`,
      people.analyst.headers,
    );
    await response.body?.cancel();
    expect(response.headers.get('content-type')).toContain('application/zip');
    expect(response.headers.get('content-disposition')).toContain(`capture-${capture}-`);
    const auditor = await clientOf('auditor');
    const { items: acts } = await auditor.audit.list({ object: `capture:${capture}` });
    expect(acts.map(({ action }) => action)).toEqual(['capture.download', 'capture.download']);
  });

  test('times, words and channels that are none are refused by name', async () => {
    const [post, capture] = await reviewed();
    const wish = { post, channel: 'host_abuse', language: 'ru', capture, reason } as const;
    await expect(
      analyst.takedowns.draft({ ...wish, channel: 'pigeon_post' }),
    ).rejects.toMatchObject({ status: 422, code: 'QRG_TAKEDOWN_CHANNEL' });
    await expect(analyst.takedowns.draft({ ...wish, reason: 'no' })).rejects.toMatchObject({
      status: 422,
    });
    const { takedownId, version } = await analyst.takedowns.draft(wish);
    await expect(
      supervisor.takedowns.act(takedownId, version, {
        kind: 'send',
        number: '1',
        sentAt: Date.now() + 3_600_000,
        reason,
      }),
    ).rejects.toMatchObject({ code: 'QRG_TAKEDOWN_TIME' });
    await expect(
      analyst.takedowns.edit(takedownId, version, { body: 'Эти мошенники виновны во всём.' }),
    ).rejects.toMatchObject({ status: 422, code: 'QRG_TAKEDOWN_ACCUSES' });
  });
});
