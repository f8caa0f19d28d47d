import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, createClient, QorganProblem } from '../client/client.ts';
import { describeOnStores } from '../store/test-stores.ts';
import type { RowOutcome, StreamEnd } from './contract/decision.ts';
import type { TransferTold } from './contract/transfer.ts';
import { seedBank, transfer, YESTERDAY } from './seeded.fixture.ts';
import { Served, servicesOn } from './served.fixture.ts';

describeOnStores('decisions over HTTP', (open) => {
  let served: Served;
  let services: Awaited<ReturnType<typeof servicesOn>>;
  let client: Client;
  let key: { authorization: string };

  beforeAll(async () => {
    services = await servicesOn(await open());
    served = await Served.on(services);
    await served.institution('qala');
    await seedBank(served, 'qala');
    key = await served.key('qala');
    client = clientWith(key);
  });
  afterAll(async () => {
    await served.server.stop(1_000);
    await services.close();
  });

  const clientWith = (
    { authorization }: { authorization: string },
    language?: 'ru' | 'kk' | 'en',
  ) =>
    createClient({
      baseUrl: served.url,
      key: authorization.replace('Bearer ', ''),
      ...(language && { language }),
    });

  test('one transfer: decided, and a repeat hears the same', async () => {
    const decision = await client.decisions.decide(transfer('one'));
    // acc-200 stands in the base of events: the law says to hold.
    expect(decision).toMatchObject({
      id: 'one',
      verdict: 'hold',
      repeat: false,
      refundRisk: true,
      listHits: [{ kind: 'events', subject: 'payee', via: 'account' }],
      grounds: [{ ground: 'party_in_events', subject: 'payee', holdBefore: 'required' }],
      hold: { holdId: expect.any(Number), deadline: expect.any(Number) },
    });
    expect(await client.decisions.decide(transfer('one'))).toEqual({ ...decision, repeat: true });
  });

  test('a moment may come as RFC 3339 or as epoch milliseconds', async () => {
    const at = new Date(YESTERDAY).toISOString().replace('Z', '+00:00');
    const decision = await client.decisions.decide(transfer('moment', { at, payee: 'acc-9' }));
    expect(decision.at).toBe(YESTERDAY);
    expect(await client.decisions.decide(transfer('moment', { payee: 'acc-9' }))).toMatchObject({
      repeat: true,
    });
  });

  test.each([
    ['ru', 'счёт'],
    ['kk', 'шот'],
    ['en', 'account'],
  ] as const)('a refusal is told in %s', async (language, word) => {
    const told = clientWith(key, language);
    const refused = told.decisions.decide(transfer('same', { payee: 'acc-100' }));
    await expect(refused).rejects.toThrow(QorganProblem);
    await expect(refused).rejects.toMatchObject({
      status: 422,
      code: 'QRG_TRANSFER_SAME_ACCOUNT',
      detail: expect.stringContaining(word),
    });
  });

  test('a batch: bad rows answer for themselves, in their place', async () => {
    const batch = [
      transfer('b1', { payee: 'acc-10' }),
      transfer('b2', { amountMinor: -5 }),
      transfer('b3', { currency: 'USD' }),
      transfer('b1', { payee: 'acc-10' }),
      transfer('b4', { payee: 'acc-200' }),
      'nonsense',
    ] as unknown as TransferTold[];
    const replies = await client.decisions.decideMany(batch);
    expect(replies).toMatchObject([
      { id: 'b1', repeat: false },
      { id: 'b2', problem: { code: 'QRG_HTTP_INVALID', errors: [{ path: '/amountMinor' }] } },
      { id: 'b3', problem: { code: 'QRG_TRANSFER_CURRENCY' } },
      { id: 'b1', repeat: true },
      { id: 'b4', verdict: 'hold', hold: { holdId: expect.any(Number) } },
      { id: null, problem: { code: 'QRG_HTTP_INVALID' } },
    ]);
  });

  test('a batch of 8,192 is taken, one more is not', async () => {
    const rows = Array.from({ length: 8_192 }, (_, i) =>
      transfer(`big-${i}`, { payer: `p${i % 500}`, payee: `q${i % 700}`, at: YESTERDAY + i }),
    );
    const replies = await client.decisions.decideMany(rows);
    expect(replies).toHaveLength(8_192);
    expect(replies.every((reply) => 'verdict' in reply)).toBe(true);
    const more = client.decisions.decideMany([...rows, transfer('one-more')]);
    await expect(more).rejects.toMatchObject({ code: 'QRG_HTTP_INVALID' });
  });

  test('Idempotency-Key: the same request repeats, another one is refused', async () => {
    const options = { idempotencyKey: 'k-1' };
    const first = await client.decisions.decide(transfer('idem', { payee: 'acc-11' }), options);
    const again = await client.decisions.decide(transfer('idem', { payee: 'acc-11' }), options);
    expect(again).toEqual({ ...first, repeat: true });
    await expect(client.decisions.decide(transfer('other'), options)).rejects.toMatchObject({
      status: 422,
      code: 'QRG_HTTP_KEY_REUSED',
    });
  });

  test('pacs.008 in, a status report out', async () => {
    const xml = await client.decisions.decideMessage(message(['acc-12', 'acc-200', '']));
    expect([...xml.matchAll(/<TxSts>(\w+)<\/TxSts>/g)].map(([, status]) => status)).toEqual([
      'ACCP',
      'PDNG',
      'RJCT',
    ]);
    expect(xml).toContain('<OrgnlMsgId>MSG-1</OrgnlMsgId>');
    expect(xml).toContain('<Prtry>QRG_VERDICT_HOLD</Prtry>');
    await expect(client.decisions.decideMessage('<Document/>')).rejects.toMatchObject({
      status: 400,
      code: 'QRG_HTTP_XML',
    });
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${message(['&b;'])}`;
    await expect(client.decisions.decideMessage(bomb)).rejects.toMatchObject({
      code: 'QRG_HTTP_XML',
    });
  });

  test('a stream of thousands: each line answered in order, and repeats on a second run', async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) =>
      i % 100 === 7
        ? transfer(`s-${i}`, { amountMinor: 0 })
        : transfer(`s-${i}`, { payer: `sp${i % 90}`, payee: `sq${i % 110}`, at: YESTERDAY + i }),
    );
    const first = await linesOf(client, rows);
    expect(first).toHaveLength(3_001);
    expect(first.at(-1)).toEqual({
      outcome: 'end',
      line: 3_000,
      decided: 2_970,
      repeat: 0,
      rejected: 30,
    });
    expect(first.slice(0, -1).map(({ line }) => line)).toEqual(rows.map((_, i) => i + 1));
    expect(first[7]).toMatchObject({ id: 's-7', outcome: 'rejected', code: 'QRG_FIELD_LOW' });
    const second = await linesOf(client, rows, 2_000);
    expect(second).toHaveLength(1_001);
    expect(second[0]).toMatchObject({ line: 2_001, id: 's-2000', outcome: 'repeat' });
    expect(second.at(-1)).toMatchObject({ outcome: 'end', repeat: 990, decided: 0 });
  });

  test('a stream that is left ends on both sides', async () => {
    let made = 0;
    function* endless(): Generator<TransferTold> {
      for (;;) yield transfer(`e-${made++}`, { payee: 'acc-13' });
    }
    const leaving = new AbortController();
    const stream = client.decisions.stream(endless(), { signal: leaving.signal });
    for (let i = 0; i < 10; i++) await stream.next();
    leaving.abort();
    const rest = async (): Promise<void> => {
      for await (const line of stream) expect(line).toMatchObject({ outcome: 'decided' });
    };
    await expect(rest()).rejects.toThrow();
    const before = made;
    await expect.poll(() => services.live.status().waiting).toBe(0);
    expect(made).toBe(before);
  });

  test('rules in words', async () => {
    const { rules, review, hold } = await clientWith(key, 'kk').decisions.rules();
    expect(rules.length).toBeGreaterThan(5);
    expect(rules[0].title).toMatch(/[а-яәғқңөұүһі]/i);
    expect(review).toBeLessThanOrEqual(hold);
  });
});

async function linesOf(
  client: Client,
  rows: readonly TransferTold[],
  from?: number,
): Promise<(RowOutcome | StreamEnd)[]> {
  const lines: (RowOutcome | StreamEnd)[] = [];
  for await (const line of client.decisions.stream(rows, from === undefined ? {} : { from }))
    lines.push(line);
  return lines;
}

const message = (payees: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf>
<GrpHdr><MsgId>MSG-1</MsgId><CreDtTm>${new Date(YESTERDAY).toISOString()}</CreDtTm></GrpHdr>${payees
    .map(
      (payee, i) =>
        `<CdtTrfTxInf><PmtId><InstrId>X${i}</InstrId><EndToEndId>E${i}</EndToEndId></PmtId><IntrBkSttlmAmt Ccy="KZT">${i + 1}00.00</IntrBkSttlmAmt><DbtrAcct><Id><Othr><Id>acc-100</Id></Othr></Id></DbtrAcct><CdtrAcct><Id><Othr><Id>${payee}</Id></Othr></Id></CdtrAcct></CdtTrfTxInf>`,
    )
    .join('')}</FIToFICstmrCdtTrf></Document>`;
