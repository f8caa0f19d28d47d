import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { solve } from '../domain/proof-of-work.ts';
import {
  decompressionBomb,
  photoWithTraces,
  plainPng,
  polyglot,
  svg,
} from '../service/watch/reports/pictures/hostile-pictures.fixture.ts';
import { tickReports } from '../service/watch/reports/tick-reports.ts';
import { describeOnStores } from '../store/test-stores.ts';
import type * as talk from './contract/report-talk.ts';
import { Served, servicesOn } from './served.fixture.ts';

const STORY = { story: 'offer', text: 'Предлагают сдать карту, 50 000 в день' } as const;
const HOUR_MS = 3_600_000;

type Shown = z.output<typeof talk.ReportOfPost>;

/** Reports of one source, as quick as they go; twenty people tell theirs meanwhile. */
const FLOOD = 10_000;

describeOnStores('reports of anybody, over HTTP', (open) => {
  let at = Date.UTC(2026, 10, 20, 9);
  let services: Awaited<ReturnType<typeof servicesOn>>;
  let served: Served;
  let analyst: Record<string, string>;
  let liaison: Record<string, string>;
  let auditor: Record<string, string>;

  beforeAll(async () => {
    services = await servicesOn(await open(), () => at);
    served = await Served.on(services, { trustProxy: true });
    await served.institution('polisia', 'police');
    analyst = (await served.person('polisia', ['analyst'])).headers;
    liaison = (await served.person('polisia', ['liaison'])).headers;
    auditor = (await served.person('polisia', ['auditor'])).headers;
  });
  afterAll(async () => {
    await served.server.stop(1_000);
    services.portal.reports.pictures.rest({ atOnce: true });
    await services.close();
  });

  const from = (address: string) => ({ 'x-forwarded-for': address });
  const tell = (address: string, body: object = STORY, headers = {}) =>
    served.ask('POST', '/v1/reports', { ...from(address), ...headers }, body);
  const codeOf = async (asked: Promise<Response>) => {
    const response = await asked;
    const { code = '' } = (await response.json()) as { code?: string };
    return `${response.status} ${code}`.trim();
  };
  const json = async <T>(asked: Promise<Response>): Promise<T> => {
    const response = await asked;
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as T;
  };
  const newReceipt = async (address: string) =>
    (await json<{ receipt: string }>(tell(address))).receipt;
  const proofFor = async (address: string) => {
    const given = await json<{ text: string; bits: number }>(
      served.ask('GET', '/v1/proofs/report', from(address)),
    );
    return { text: given.text, nonce: await solve(given) };
  };
  const lastReport = async () => {
    const { items } = await json<{ items: { postId: number }[] }>(
      served.ask('GET', '/v1/posts?reports=true&limit=1', analyst),
    );
    return items[0].postId;
  };
  const shown = (postId: number, who = analyst) =>
    json<Shown>(served.ask('GET', `/v1/posts/${postId}/report`, who));
  const add = (receipt: string, picture: Uint8Array, address: string, type = 'image/png') =>
    served.ask(
      'POST',
      `/v1/reports/${receipt}/pictures`,
      { ...from(address), 'content-type': type },
      picture,
    );

  test('a flood of one source is refused politely, and everybody else still passes', async () => {
    const flood = '198.51.100.9';
    const statuses = new Map<string, number>();
    let wait = '';
    for (let i = 0; i < FLOOD; i += 20) {
      const batch = await Promise.all(Array.from({ length: 20 }, () => tell(flood)));
      for (const response of batch) {
        wait = response.headers.get('retry-after') ?? wait;
        const { code = 'taken', hint } = (await response.json()) as Record<string, string>;
        if (code === 'QRG_PROOF_NEEDED') expect(hint).toContain('/v1/proofs/report');
        statuses.set(
          `${response.status} ${code}`,
          (statuses.get(`${response.status} ${code}`) ?? 0) + 1,
        );
      }
      if (i % (FLOOD / 20) > 0) continue;
      const honest = await tell(`203.0.113.${(20 * i) / FLOOD}`);
      expect(honest.status).toBe(201);
    }
    expect(Object.fromEntries(statuses)).toEqual({
      '201 taken': 5,
      '429 QRG_PROOF_NEEDED': FLOOD - 5,
    });
    expect(Number(wait)).toBeGreaterThan(0);
  });

  test('who goes over the free rate passes by work, not without end, and each proof once', async () => {
    const address = '198.51.100.10';
    for (let i = 0; i < 5; i++) expect((await tell(address)).status).toBe(201);
    expect(await codeOf(tell(address))).toBe('429 QRG_PROOF_NEEDED');
    const proof = await proofFor(address);
    expect((await tell(address, { ...STORY, proof })).status).toBe(201);
    expect(await codeOf(tell(address, { ...STORY, proof }))).toBe('422 QRG_PROOF_USED');
    const forged = { ...proof, nonce: '1' };
    expect(await codeOf(tell(address, { ...STORY, proof: forged }))).toBe('422 QRG_PROOF_WRONG');
    for (let i = 0; i < 9; i++)
      expect((await tell(address, { ...STORY, proof: await proofFor(address) })).status).toBe(201);
    const spent = await proofFor(address);
    expect(await codeOf(tell(address, { ...STORY, proof: spent }))).toBe(
      '429 QRG_WATCH_REPORT_OFTEN',
    );
    // And is told so before it works again.
    expect(await codeOf(tell(address))).toBe('429 QRG_WATCH_REPORT_OFTEN');
  });

  test('a double tap is one report', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const [first, second] = await Promise.all([
      tell('198.51.100.11', STORY, key),
      tell('198.51.100.11', STORY, key),
    ]);
    const statuses = [first.status, second.status].sort();
    const third = await tell('198.51.100.11', STORY, key);
    const answer = (await third.json()) as { receipt: string };
    const once = (await (first.status === 201 ? first : second).json()) as { receipt: string };
    expect(answer).toEqual(once);
    expect([201, 409]).toContain(statuses[1]);
  });

  test('a text of 10 MB is refused before it is read', async () => {
    const refused = await new Promise<{ status: number | undefined; sent: number }>((resolve) => {
      const { port } = new URL(served.url);
      const sent = { bytes: 0 };
      const asking = httpRequest(
        {
          port,
          method: 'POST',
          path: '/v1/reports',
          headers: { 'content-type': 'application/json', 'content-length': 10 * 2 ** 20 },
        },
        (response) => {
          response.resume();
          resolve({ status: response.statusCode, sent: sent.bytes });
          asking.destroy();
        },
      );
      asking.on('error', () => {});
      sent.bytes = 1_000;
      asking.write('x'.repeat(1_000));
    });
    expect(refused).toEqual({ status: 413, sent: 1_000 });
  });

  test('an analyst asks, the one who told answers, and nobody learns a name', async () => {
    const address = '198.51.100.12';
    const receipt = await newReceipt(address);
    const postId = await lastReport();
    const ask = (text: string, who = analyst) =>
      served.ask('POST', `/v1/posts/${postId}/report/questions`, who, { text });
    expect((await ask('Кто писал вам первым?', liaison)).status).toBe(403);
    await json(ask('Кто писал вам первым?'));
    const talkOf = () =>
      json<z.output<typeof talk.ReportTalk>>(
        served.ask('GET', `/v1/reports/${receipt}/talk`, from(address)),
      );
    const seen = await talkOf();
    expect(seen).toMatchObject({
      messages: [{ from: 'reader', text: 'Кто писал вам первым?' }],
      answersLeft: 20,
    });
    expect(JSON.stringify(seen)).not.toContain('person-');
    const answer = (text: string) =>
      served.ask('POST', `/v1/reports/${receipt}/answers`, from(address), { text });
    await json(answer('Он: +7 700 000 00 45, карта 4405 6400 0000 0006'));
    const { messages } = await shown(postId);
    expect(messages.map(({ by, text }) => [by === null, text])).toEqual([
      [false, 'Кто писал вам первым?'],
      [true, expect.stringMatching(/^Он: \+7 700 ••• •• 45, карта 4405 64/)],
    ]);
    expect(messages[1].text).not.toContain('4405 6400 0000 0006');
    const revealed = await json<Shown>(
      served.ask('POST', `/v1/posts/${postId}/report/reveal`, liaison, {
        reason: 'Проверка номера',
      }),
    );
    expect(revealed.messages[1].text).toContain('+7 700 000 00 45');
    expect(revealed.messages[1].text).not.toContain('4405 6400 0000 0006');
    const record = await json<{ items: { action: string }[] }>(
      served.ask('GET', '/v1/audit?limit=2', auditor),
    );
    expect(record.items.map(({ action }) => action)).toEqual(['report.reveal', 'report.ask']);
  });

  test('neither side talks without end', async () => {
    const address = '198.51.100.13';
    const receipt = await newReceipt(address);
    const postId = await lastReport();
    for (let i = 0; i < 10; i++)
      await json(
        served.ask('POST', `/v1/posts/${postId}/report/questions`, analyst, {
          text: `Вопрос ${i}`,
        }),
      );
    expect(
      await codeOf(
        served.ask('POST', `/v1/posts/${postId}/report/questions`, analyst, { text: 'Ещё' }),
      ),
    ).toBe('409 QRG_REPORT_TALK_FULL');
    for (let i = 0; i < 20; i++) {
      at += 20_000;
      await json(
        served.ask('POST', `/v1/reports/${receipt}/answers`, from(address), { text: `Ответ ${i}` }),
      );
    }
    at += 20_000;
    const one = served.ask('POST', `/v1/reports/${receipt}/answers`, from(address), {
      text: 'Ещё',
    });
    expect(await codeOf(one)).toBe('409 QRG_REPORT_TALK_FULL');
    const long = { text: 'x'.repeat(2_001) };
    expect(
      (await served.ask('POST', `/v1/reports/${receipt}/answers`, from(address), long)).status,
    ).toBe(422);
  });

  test('a post that no citizen told of has no report, and a receipt is not guessed', async () => {
    expect(await codeOf(served.ask('GET', '/v1/posts/999999/report', analyst))).toBe(
      '404 QRG_WATCH_POST_UNKNOWN',
    );
    expect(
      await codeOf(
        served.ask('GET', '/v1/reports/AAAA-AAAA-AAAA-AAAA/talk', from('198.51.100.30')),
      ),
    ).toBe('404 QRG_WATCH_REPORT_UNKNOWN');
  });

  test('an abusive reporter is muted by receipt, with a reason, and heard again when it is lifted', async () => {
    const address = '198.51.100.14';
    const receipt = await newReceipt(address);
    const postId = await lastReport();
    const mute = () =>
      served.ask('POST', `/v1/posts/${postId}/report/mutes`, analyst, {
        kind: 'receipt',
        reason: 'Оскорбления',
      });
    const { mutes } = await json<Shown>(mute());
    expect(mutes).toMatchObject([{ kind: 'receipt', until: null, reason: 'Оскорбления' }]);
    expect(await codeOf(mute())).toBe('409 QRG_REPORT_MUTE_CHANGED');
    const answer = () =>
      served.ask('POST', `/v1/reports/${receipt}/answers`, from(address), { text: 'Ещё' });
    expect(await codeOf(answer())).toBe('403 QRG_REPORT_MUTED');
    expect(await codeOf(add(receipt, await plainPng(), address))).toBe('403 QRG_REPORT_MUTED');
    const lift = () =>
      served.ask('POST', `/v1/report-mutes/${mutes[0].muteId}/lift`, analyst, {
        reason: 'Извинился',
      });
    expect((await json<Shown>(lift())).mutes).toEqual([]);
    expect(await codeOf(lift())).toBe('409 QRG_REPORT_MUTE_CHANGED');
    expect((await answer()).status).toBe(201);
  });

  test('pictures are shown to people here only, made anew', async () => {
    const address = '198.51.100.15';
    const receipt = await newReceipt(address);
    const postId = await lastReport();
    const photo = await photoWithTraces();
    expect(await json(add(receipt, photo, address, 'image/jpeg'))).toEqual({ pictures: 1 });
    // The same file again, as after a lost answer.
    expect(await json(add(receipt, photo, address, 'image/jpeg'))).toEqual({ pictures: 1 });
    const [{ pictureId }] = (await shown(postId)).pictures;
    const path = `/v1/report-pictures/${pictureId}`;
    expect((await served.ask('GET', path)).status).toBe(401);
    const seen = await served.ask('GET', path, liaison);
    expect(seen.headers.get('content-type')).toBe('image/webp');
    expect(seen.headers.get('x-content-type-options')).toBe('nosniff');
    const bytes = Buffer.from(await seen.arrayBuffer());
    expect(bytes.toString('latin1', 8, 12)).toBe('WEBP');
    expect(bytes.includes('TRACE')).toBe(false);
    const record = await json<{ items: { action: string }[] }>(
      served.ask('GET', '/v1/audit?limit=1', auditor),
    );
    expect(record.items[0].action).toBe('report.picture');
    const kept = services.store.db.selectFrom('report_pictures').select(['sealed', 'came']);
    const rows = await kept.execute();
    // Whoever reads the database beside a phone that was taken away cannot say that its file came from there.
    const plain = createHash('sha256').update(photo).digest();
    expect(rows.some(({ came }) => came.equals(plain))).toBe(false);
    expect(rows.every(({ sealed }) => !sealed.includes('WEBP'))).toBe(true);
    await json(add(receipt, await plainPng(41), address));
    await json(add(receipt, await plainPng(42), address));
    expect(await codeOf(add(receipt, await plainPng(43), address))).toBe(
      '409 QRG_REPORT_PICTURES_FULL',
    );
  });

  test('files that are no picture are refused, each with its code, and decisions go on', async () => {
    const address = '198.51.100.16';
    const receipt = await newReceipt(address);
    const png = await plainPng();
    const large = Buffer.concat([png, Buffer.alloc(10 * 2 ** 20)]);
    for (const [bytes, code] of [
      [svg(), '415 QRG_REPORT_PICTURE_KIND'],
      [Buffer.from('GIF89a..'), '415 QRG_REPORT_PICTURE_KIND'],
      [polyglot(png), '422 QRG_REPORT_PICTURE_BROKEN'],
      [png.subarray(0, png.length - 30), '422 QRG_REPORT_PICTURE_BROKEN'],
      [decompressionBomb(), '422 QRG_REPORT_PICTURE_PIXELS'],
      [large, '413 QRG_REPORT_PICTURE_BIG'],
    ] as const)
      expect(await codeOf(add(receipt, bytes, address))).toBe(code);
    expect(await codeOf(add(receipt, svg(), address, 'image/svg+xml'))).toBe(
      '415 QRG_HTTP_MEDIA_TYPE',
    );
    expect((await served.ask('GET', '/healthz')).status).toBe(200);
    expect(await json(add(receipt, png, address))).toEqual({ pictures: 1 });
  });

  test('a source is muted for some hours, by a hash that is forgotten', async () => {
    const address = '2001:db8:77::1';
    await newReceipt(address);
    const postId = await lastReport();
    expect((await shown(postId)).canMuteAddress).toBe(true);
    await json(
      served.ask('POST', `/v1/posts/${postId}/report/mutes`, analyst, {
        kind: 'address',
        hours: 2,
        reason: 'Поток выдуманных сообщений',
      }),
    );
    // The same subscriber under another address.
    const refused = await tell('2001:db8:77::2');
    expect(Number(refused.headers.get('retry-after'))).toBe(2 * 3_600);
    expect(await codeOf(Promise.resolve(refused))).toBe('429 QRG_REPORT_SOURCE_MUTED');
    expect((await tell('2001:db8:78::1')).status).toBe(201);
    const rows = JSON.stringify(
      await services.store.db.selectFrom('report_mutes').selectAll().execute(),
    );
    expect(rows).not.toContain('2001:db8');
    at += 2 * HOUR_MS;
    expect((await tell('2001:db8:77::2')).status).toBe(201);
    await tickReports(services.portal.reports);
    const kept = services.store.db
      .selectFrom('report_mutes')
      .select('hash')
      .where('hash', 'is not', null);
    expect(await kept.execute()).toEqual([]);
    at += 8 * 24 * HOUR_MS;
    analyst = (await served.person('polisia', ['analyst'])).headers;
    await tickReports(services.portal.reports);
    expect(await services.store.db.selectFrom('report_origins').selectAll().execute()).toEqual([]);
    expect((await shown(postId)).canMuteAddress).toBe(false);
    expect(
      await codeOf(
        served.ask('POST', `/v1/posts/${postId}/report/mutes`, analyst, {
          kind: 'address',
          reason: 'Поздно',
        }),
      ),
    ).toBe('409 QRG_REPORT_ORIGIN_GONE');
  });
});
