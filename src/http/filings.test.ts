import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AfmRequest, Filing, FilingDetail, Fm1Told, SignTable } from '../client/filings.ts';
import { caseFileFixture } from '../domain/case/case-file.fixture.ts';
import { textOfMessage, utf16 } from '../exchange/fm1/envelope.ts';
import { readFm1 } from '../exchange/fm1/read-fm1.ts';
import { writeStix } from '../exchange/stix/write-stix.ts';
import { openCase } from '../service/cases/open-case.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { type Seeded, seedBank } from './seeded.fixture.ts';
import { Served, type SignedInPerson, servicesOn } from './served.fixture.ts';

type Running = Awaited<ReturnType<typeof servicesOn>>;

const reason = 'Деньги ушли дальше через девять минут';
const OCTETS = { 'content-type': 'application/octet-stream' };

describeOnStores('notices FM-1', (open) => {
  let services: Running;
  let served: Served;
  let seeded: Seeded;
  let analyst: SignedInPerson;
  let supervisor: SignedInPerson;
  let auditor: SignedInPerson;
  let stranger: SignedInPerson;
  let caseId: number;

  beforeAll(async () => {
    services = await servicesOn(await open());
    served = await Served.on(services);
    const bank = await served.institution('qala');
    await served.institution('dala');
    seeded = await seedBank(served, 'qala');
    analyst = await served.person('qala', ['analyst']);
    supervisor = await served.person('qala', ['supervisor']);
    auditor = await served.person('qala', ['auditor']);
    stranger = await served.person('dala', ['analyst']);
    const opened = await openCase(
      services.cases,
      {
        ...{ kind: 'user', id: analyst.userId, institutionId: bank, seesAll: false },
        ...{ roles: ['analyst'], scopes: [], name: 'analyst' },
      },
      {
        ...{ title: 'Дропперы', from: 'network', tlp: 'amber', assignee: 'me', reason },
        items: [{ kind: 'network', ref: seeded.networkId }],
      },
    );
    caseId = opened.caseId;
  }, 120_000);
  afterAll(async () => {
    await served.server.stop();
    await services.close();
  });

  const ask = async <T>(
    who: SignedInPerson,
    method: string,
    path: string,
    { body, version, bytes }: { body?: unknown; version?: number; bytes?: Uint8Array } = {},
  ): Promise<{ status: number; body: T; response: Response }> => {
    const response = await served.ask(
      method,
      path,
      {
        ...who.headers,
        ...(version !== undefined && { 'if-match': `"${version}"` }),
        ...(bytes && OCTETS),
      },
      bytes ?? body,
    );
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      body: (isJson ? await response.json() : null) as T,
      response,
    };
  };

  const make = async (told: Record<string, unknown> = {}): Promise<FilingDetail> => {
    const body = { case: caseId, kind: 'suspicion_after', reason, ...told };
    const made = await ask<FilingDetail>(analyst, 'POST', '/v1/filings', { body });
    expect(made.status).toBe(201);
    return made.body;
  };

  /** All that the seeded bank does not tell of its clients. */
  const filledIn = (document: Fm1Told): Fm1Told => ({
    ...document,
    reporter: REPORTER,
    message: { ...document.message, '3.10': '1035' },
    participants: document.participants.map(({ fields, founders }) => ({
      founders,
      fields: {
        ...fields,
        ...{ '4.2': '1', '4.3': '55', '4.5': '2', '4.14(1.1)': 'Әлиева', '4.14(1.2)': 'Гүлнар' },
      },
    })),
  });

  const step = async (
    who: SignedInPerson,
    filing: { filingId: number; version: number },
    body: Record<string, unknown>,
  ) =>
    ask<FilingDetail>(who, 'POST', `/v1/filings/${filing.filingId}/acts`, {
      body,
      version: filing.version,
    });

  const complete = async (): Promise<FilingDetail> => {
    const made = await make();
    const edited = await ask<FilingDetail>(analyst, 'PATCH', `/v1/filings/${made.filingId}`, {
      body: { document: filledIn(made.document) },
      version: made.version,
    });
    expect(edited.status).toBe(200);
    return edited.body;
  };

  const approve = async (): Promise<FilingDetail> => {
    const submitted = await step(analyst, await complete(), { act: 'submit' });
    expect(submitted.status).toBe(200);
    const approved = await step(supervisor, submitted.body, { act: 'approve' });
    expect(approved.status).toBe(200);
    return approved.body;
  };

  const bytesOf = async (path: string): Promise<Buffer> => {
    const { response, status } = await ask(analyst, 'GET', path);
    expect(status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };

  const signedBy = (message: Uint8Array): Uint8Array =>
    utf16(
      textOfMessage(message).replace('</SignedData>', '<Signature>MIIB</Signature></SignedData>'),
    );

  const send = async (): Promise<FilingDetail> => {
    const approved = await approve();
    const message = await bytesOf(`/v1/filings/${approved.filingId}/xml`);
    const signed = await ask<FilingDetail>(
      analyst,
      'POST',
      `/v1/filings/${approved.filingId}/signed`,
      { bytes: signedBy(message), version: approved.version },
    );
    expect(signed.status).toBe(200);
    const sent = await step(analyst, signed.body, {
      ...{ act: 'send', how: 'Личный кабинет' },
      sentAt: Date.now(),
    });
    expect(sent.status).toBe(200);
    return sent.body;
  };

  const answerOf = (guid: string, code: number): Uint8Array =>
    utf16(
      `<?xml version="1.0" encoding="utf-16"?><ExportData><SignedData><Sender>AFM</Sender><Receiver>QALABANK</Receiver><Data><Check><Description>Готово</Description><OriginalDocumentGuid>${guid}</OriginalDocumentGuid><ErrorCode>${code}</ErrorCode><ErrorName>Нет ИИН</ErrorName><AcceptanceDateTime>27.11.2026 10:00:00</AcceptanceDateTime></Check></Data></SignedData></ExportData>`,
    );

  const acknowledge = (filing: FilingDetail, guid: string, code: number) =>
    ask<FilingDetail & { code: string }>(
      analyst,
      'POST',
      `/v1/filings/${filing.filingId}/acknowledgement`,
      { bytes: answerOf(guid, code), version: filing.version },
    );

  it('draws up a notice of a case, says what is missing, and invents nothing', async () => {
    const made = await make();
    expect(made).toMatchObject({
      ...{ state: 'draft', number: null, caseId, kind: 'suspicion_after', complete: false },
      term: { id: 'suspicion-found-after', article: '13(2)' },
    });
    expect(made.document.message).toMatchObject({ '1.3': '1', '1.5': '2', '3.2(1)': '6062' });
    expect(made.dueAt - made.term.eventAt).toBe(24 * 3_600_000);
    const stops = made.problems.filter(({ stops }) => stops).map(({ field }) => field);
    expect(stops).toContain('3.10');
    expect(stops).toContain('2.4');
    expect(stops).not.toContain('1.1(1)');
    const refused = await step(analyst, made, { act: 'submit' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'QRG_FILING_INCOMPLETE' } });
    expect(made.notes.join(' ')).toContain('№ 22');
  });

  it('keeps what was filled in, and sets number, date and counts itself', async () => {
    const made = await make();
    const body = {
      document: {
        ...made.document,
        message: { ...made.document.message, '1.1(1)': '99', '3.4': '7' },
      },
    };
    const path = `/v1/filings/${made.filingId}`;
    const { body: edited } = await ask<FilingDetail>(analyst, 'PATCH', path, {
      body,
      version: made.version,
    });
    expect(edited.document.message['1.1(1)']).toBeUndefined();
    expect(edited.document.message['3.4']).toBe(String(made.document.participants.length));
    const stale = await ask<{ code: string; version: number }>(analyst, 'PATCH', path, {
      body,
      version: made.version,
    });
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'QRG_FILING_VERSION', version: edited.version },
    });
    const stray = { ...made.document, message: { '9.9': 'x' } };
    expect(
      await ask(analyst, 'PATCH', path, { body: { document: stray }, version: edited.version }),
    ).toMatchObject({ status: 422, body: { code: 'QRG_FILING_FIELD' } });
  });

  it('goes from a draft to an accepted notice, each step by whom it belongs to', async () => {
    // Without the name the Agency knows the bank by, nothing is numbered.
    const waiting = (await step(analyst, await complete(), { act: 'submit' })).body;
    expect(await step(supervisor, waiting, { act: 'approve' })).toMatchObject({
      status: 409,
      body: { code: 'QRG_FILING_SETTINGS' },
    });
    const saved = await ask(supervisor, 'PUT', '/v1/filings/settings', {
      body: { sender: 'QALABANK', reporter: REPORTER },
      version: 0,
    });
    expect(saved.status).toBe(200);
    expect(
      await ask(supervisor, 'PUT', '/v1/filings/settings', {
        body: { sender: 'QALABANK', reporter: REPORTER },
        version: 0,
      }),
    ).toMatchObject({ status: 409, body: { code: 'QRG_FILING_SETTINGS_VERSION', version: 1 } });

    const draft = await complete();
    expect(draft.complete).toBe(true);
    expect(await step(supervisor, draft, { act: 'approve' })).toMatchObject({ status: 409 });
    const submitted = (await step(analyst, draft, { act: 'submit' })).body;
    expect(await step(analyst, submitted, { act: 'approve' })).toMatchObject({
      body: { code: 'QRG_FILING_ROLE' },
    });
    const approved = (await step(supervisor, submitted, { act: 'approve' })).body;
    expect(approved).toMatchObject({
      state: 'approved',
      number: expect.stringMatching(/^\d{4}-1$/),
    });
    expect(
      await step(analyst, approved, { act: 'send', how: 'Кабинет', sentAt: Date.now() }),
    ).toMatchObject({
      status: 409,
      body: { code: 'QRG_FILING_UNSIGNED' },
    });

    const message = await bytesOf(`/v1/filings/${approved.filingId}/xml`);
    const signing = await bytesOf(`/v1/filings/${approved.filingId}/signing-data`);
    expect(message.includes(signing)).toBe(true);
    const read = readFm1(message, 'x.xml');
    expect(read).toMatchObject({
      ok: true,
      value: {
        envelope: { sender: 'QALABANK', documentGuid: approved.documentGuid },
        document: { message: { '1.1(1)': '1', '3.10': '1035' } },
      },
    });

    const to = `/v1/filings/${approved.filingId}/signed`;
    const { version } = approved;
    expect(await ask(analyst, 'POST', to, { bytes: message, version })).toMatchObject({
      body: { code: 'QRG_FILING_SIGNATURE' },
    });
    const forged = utf16(textOfMessage(signedBy(message)).replace('1035', '1036'));
    expect(await ask(analyst, 'POST', to, { bytes: forged, version })).toMatchObject({
      body: { code: 'QRG_FILING_SIGNED_OTHER' },
    });
    const bomb = Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><ExportData/>');
    expect(await ask(analyst, 'POST', to, { bytes: bomb, version })).toMatchObject({
      body: { code: 'QRG_FILE_XML_DTD' },
    });
    const signed = (
      await ask<FilingDetail>(analyst, 'POST', to, { bytes: signedBy(message), version })
    ).body;
    expect(signed.signedAt).not.toBeNull();
    expect(
      Buffer.from(signedBy(message)).equals(
        await bytesOf(`${to.replace('signed', 'xml')}?signed=true`),
      ),
    ).toBe(true);
    const sent = (await step(analyst, signed, { act: 'send', how: 'Кабинет', sentAt: Date.now() }))
      .body;
    expect(await acknowledge(sent, 'A3B1C2D4-0000-4000-8000-00000000000A', 0)).toMatchObject({
      status: 422,
      body: { code: 'QRG_FILING_ACK_OTHER' },
    });
    const accepted = (await acknowledge(sent, sent.documentGuid.toLowerCase(), 0)).body;
    expect(accepted).toMatchObject({ state: 'accepted', answer: { accepted: true } });
    const follow = await ask<FilingDetail>(
      analyst,
      'POST',
      `/v1/filings/${accepted.filingId}/replacement`,
      { body: { reason }, version: accepted.version },
    );
    expect(follow).toMatchObject({
      status: 201,
      body: {
        follows: { filingId: accepted.filingId, number: accepted.number, as: 'replacement' },
        document: { message: { '1.3': '3' }, references: [{ '1.1(2.1)': '1' }] },
      },
    });
  });

  it('owes a correction within a working day of a rejection', async () => {
    const sent = await send();
    const rejected = (await acknowledge(sent, sent.documentGuid, 17)).body;
    expect(rejected).toMatchObject({
      ...{ state: 'rejected', answer: { errorCode: '17', errorName: 'Нет ИИН' } },
      term: { id: 'fm1-rejected' },
    });
    const path = `/v1/filings/${rejected.filingId}/correction`;
    const made = await ask<FilingDetail>(analyst, 'POST', path, {
      body: { reason },
      version: rejected.version,
    });
    expect(made).toMatchObject({
      status: 201,
      body: { dueAt: rejected.dueAt, document: { message: { '1.3': '2' } } },
    });
    expect(made.body.documentGuid).not.toBe(rejected.documentGuid);
    expect(
      await ask(analyst, 'POST', path, { body: { reason }, version: rejected.version }),
    ).toMatchObject({ status: 409, body: { code: 'QRG_FILING_FOLLOWED' } });
  });

  it('gives numbers without gaps or doubles to those who approve at once', async () => {
    const submitted: FilingDetail[] = [];
    for (let i = 0; i < 6; i++)
      submitted.push((await step(analyst, await complete(), { act: 'submit' })).body);
    const done = await Promise.all(
      // One of them twice: it gets one number, and wastes none.
      [...submitted, submitted[0]].map((one) => step(supervisor, one, { act: 'approve' })),
    );
    expect(done.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 409]);
    const numbers = done
      .filter(({ status }) => status === 200)
      .map(({ body }) => Number(body.number?.split('-')[1]))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, i) => numbers[0] + i));
    const { body } = await ask<{ items: Filing[] }>(analyst, 'GET', '/v1/filings?limit=200');
    const all = body.items.flatMap(({ number }) =>
      number === null ? [] : [Number(number.split('-')[1])],
    );
    expect(all.sort((a, b) => a - b)).toEqual(all.map((_, i) => i + 1));
  });

  it('whoever wrote a notice approves none that takes over its words', async () => {
    const writer = await served.person('qala', ['analyst', 'supervisor']);
    const draft = await complete();
    const mine = await ask<FilingDetail>(writer, 'PATCH', `/v1/filings/${draft.filingId}`, {
      body: { document: filledIn(draft.document) },
      version: draft.version,
    });
    const submitted = await step(analyst, mine.body, { act: 'submit' });
    const approved = (await step(supervisor, submitted.body, { act: 'approve' })).body;
    const message = await bytesOf(`/v1/filings/${approved.filingId}/xml`);
    const signed = await ask<FilingDetail>(
      analyst,
      'POST',
      `/v1/filings/${approved.filingId}/signed`,
      { bytes: signedBy(message), version: approved.version },
    );
    const told = { act: 'send', how: 'Личный кабинет', sentAt: Date.now() };
    const sent = (await step(analyst, signed.body, told)).body;
    const rejected = await acknowledge(sent, sent.documentGuid, 17);
    expect(rejected.status).toBe(200);
    const again = await ask<FilingDetail>(
      analyst,
      'POST',
      `/v1/filings/${sent.filingId}/correction`,
      { body: { reason }, version: rejected.body.version },
    );
    expect(again.status).toBe(201);
    const next = await step(analyst, again.body, { act: 'submit' });
    const own = await step(writer, next.body, { act: 'approve' });
    expect(own.body).toMatchObject({ code: 'QRG_FILING_SAME_PERSON' });
  });

  it('tells nothing that another house named to its readers alone', async () => {
    const theirs = caseFileFixture();
    const bundle = writeStix(theirs, { tlp: 'amber' });
    if (!bundle.ok) throw new Error(bundle.problem.code);
    const liaison = await served.person('qala', ['liaison']);
    const partner = { code: 'dala', name: 'Dala', country: 'KZ', kind: 'bank', reads: ['stix'] };
    await ask(liaison, 'POST', '/v1/partners', { body: partner });
    const taken = await ask<{ package: { packageId: number } }>(
      liaison,
      'POST',
      '/v1/packages/import?partner=dala',
      { bytes: bundle.value.bytes },
    );
    expect(taken.status).toBe(201);
    const opened = await ask<{ caseId: number }>(analyst, 'POST', '/v1/cases', {
      body: {
        ...{ title: 'Чужое', from: 'hand', tlp: 'amber', assignee: 'me', reason },
        items: [
          { kind: 'network', ref: seeded.networkId },
          { kind: 'package', ref: String(taken.body.package.packageId) },
        ],
      },
    });
    const body = { case: opened.body.caseId, kind: 'suspicion_after', reason };
    const made = await ask<FilingDetail>(analyst, 'POST', '/v1/filings', { body });
    expect(made.status).toBe(201);
    const told = JSON.stringify(made.body.document);
    for (const { id } of theirs.transfers) expect(told).not.toContain(`:${id}`);
    for (const { account } of theirs.accounts) expect(told).not.toContain(account);
    const { rows } = await sql<{ imported_id: number; sealed: Buffer }>`
      SELECT imported_id, sealed FROM imported_facts WHERE element = 'transfer'`.execute(
      services.store.db,
    );
    const [row] = rows;
    const { id } = JSON.parse(services.store.vault.open(row.sealed).toString());
    const transfer = `i${row.imported_id}:${id}`;
    const refused = await ask<{ code: string }>(analyst, 'POST', '/v1/filings', {
      body: { ...body, transfer },
    });
    expect(refused.body.code).toBe('QRG_FILING_TRANSFER');
  });

  it('shows an auditor that people are named, not who; strangers nothing at all', async () => {
    const made = await complete();
    const path = `/v1/filings/${made.filingId}`;
    const seen = (await ask<FilingDetail>(auditor, 'GET', path)).body;
    expect(seen.document.participants[0].fields['4.14(1.1)']).toBe('••••');
    expect(JSON.stringify(seen)).not.toContain('Әлиева');
    expect(seen.may.every(({ allowed }) => !allowed)).toBe(true);
    for (const [method, to] of [
      ['GET', path],
      ['GET', `${path}/xml`],
    ])
      expect((await ask(stranger, method, to)).status).toBe(404);
    expect((await step(stranger, made, { act: 'submit' })).status).toBe(404);
    expect((await ask<{ items: Filing[] }>(stranger, 'GET', '/v1/filings')).body.items).toEqual([]);
    expect((await ask(auditor, 'GET', `${path}/xml`)).status).toBe(403);
    const looks = await services.store.db
      .selectFrom('audit')
      .select('action')
      .where('object', '=', `filing:${made.filingId}`)
      .execute();
    expect(looks.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['filing.draft', 'filing.edit', 'filing.look']),
    );
  });

  it('makes a case of a request of the Agency, and answers it with files', async () => {
    const guid = 'B3B1C2D4-0000-4000-8000-00000000000C';
    const request = utf16(
      `<?xml version="1.0" encoding="utf-16"?><ExportData><SignedData><Sender>AFM</Sender><FormNumber>3</FormNumber><Data><Root><OriginalDocumentGuid>${guid}</OriginalDocumentGuid><CountDays>3</CountDays><Description>Просим выписку</Description><RequestDateTime>25.11.2026 10:00:00</RequestDateTime></Root></Data></SignedData></ExportData>`,
    );
    const take = () =>
      ask<AfmRequest>(analyst, 'POST', '/v1/afm-requests?suspicious=true', { bytes: request });
    const taken = await take();
    expect(taken).toMatchObject({
      status: 200,
      body: { documentGuid: guid, countDays: 3, text: 'Просим выписку', overdue: false },
    });
    expect((await take()).body).toEqual(taken.body);
    const { requestId, caseId: made, version } = taken.body;
    const detail = await ask<{ tasks: { term: { id: string } }[] }>(
      analyst,
      'GET',
      `/v1/cases/${made}`,
    );
    expect(detail.body.tasks[0].term.id).toBe('afm-request-suspicious');
    const file = await ask<{ file: { fileId: number } }>(
      analyst,
      'POST',
      `/v1/cases/${made}/files?name=a%26b.txt`,
      { bytes: Buffer.from('Выписка') },
    );
    const path = `/v1/afm-requests/${requestId}/answer`;
    const body = { comment: 'Сведения <приложены>', files: [file.body.file.fileId] };
    expect((await ask(stranger, 'POST', path, { body, version })).status).toBe(404);
    expect(await ask(analyst, 'POST', path, { body, version })).toMatchObject({ status: 200 });
    expect(await ask(analyst, 'POST', path, { body, version: version + 1 })).toMatchObject({
      status: 409,
      body: { code: 'QRG_FILING_ANSWERED' },
    });
    const message = await bytesOf(path);
    expect(message.equals(await bytesOf(path))).toBe(true);
    const text = textOfMessage(message);
    expect(text).toContain(`<OriginalDocumentGuid>${guid}</OriginalDocumentGuid>`);
    expect(text).toContain('<Comment>Сведения (приложены)</Comment>');
    expect(text).toContain('<Name>a+b.txt</Name><Length>14</Length>');
    expect(text).toContain(Buffer.from('Выписка').toString('base64'));
    const { items } = (
      await ask<{ items: AfmRequest[] }>(analyst, 'GET', `/v1/cases/${made}/afm-requests`)
    ).body;
    expect(items).toMatchObject([{ requestId, answeredBy: expect.any(String) }]);
  });

  it('checks codes of signs by the table that an officer loaded, and keeps every edition', async () => {
    const put = (csv: string, who = supervisor) =>
      ask<SignTable & { code: string; detail: string }>(who, 'PUT', '/v1/filings/sign-codes', {
        body: { csv, source: 'Письмо Агентства' },
      });
    expect((await put('code,text,from,to\n1035,Без смысла,2026-04-01,', analyst)).status).toBe(403);
    for (const [csv, line] of [
      ['code;text\n1;2', '1'],
      ['code,text,from,to\nA1,Текст,2026-04-01,', '2'],
      ['code,text,from,to\n1035,"Две\nстроки",2026-04-01,\n1035,Ещё,2026-05-01,', '4'],
      ['code,text,from,to\n1035,Текст,2026-02-30,', '2'],
      ['code,text,from,to\n1035,Текст,2026-04-01,2026-03-01', '2'],
    ])
      expect(await put(csv)).toMatchObject({
        status: 422,
        body: { code: 'QRG_FILING_SIGN_CODES', detail: expect.stringContaining(line) },
      });
    const loaded = await put(
      '\ufeffcode;text;from;to\r\n1035;"Без ""смысла""";2026-04-01;\r\n1000;Старый;2020-01-01;2020-12-31\r\n',
    );
    expect(loaded).toMatchObject({ status: 200, body: { number: 1 } });
    expect(loaded.body.rows[0].text).toBe('Без "смысла"');
    const made = await complete();
    expect(made.problems.filter(({ field }) => field === '3.10')).toEqual([]);
    const wrong = await ask<FilingDetail>(analyst, 'PATCH', `/v1/filings/${made.filingId}`, {
      body: {
        document: { ...made.document, message: { ...made.document.message, '3.10': '1000' } },
      },
      version: made.version,
    });
    expect(wrong.body.problems.find(({ field }) => field === '3.10')).toMatchObject({
      code: 'code',
      stops: true,
    });
    expect((await put('code,text,from,to\n1040,Иное,2026-04-01,')).body.number).toBe(2);
    const kept = await services.store.db.selectFrom('filing_sign_codes').select('number').execute();
    expect(kept).toHaveLength(2);
  });
});

const REPORTER = {
  '2.1': '011',
  '2.2(1.2)': 'АО «Қала Банкі»',
  '2.4': '980140000005',
  '2.7(1)': 'Сәрсенова',
  '2.7(2)': 'Айгүл',
  '2.7.1': 'Комплаенс-офицер',
  '2.8': '7172,000000',
  '2.9': 'aml@example.kz',
};
