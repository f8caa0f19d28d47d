import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Package, PackageDetail } from '../client/packages.ts';
import { ask as askAbout } from '../exchange/known-accounts/ask.ts';
import { tickPackages } from '../service/packages/tick-packages.ts';
import { verifyPackage } from '../service/watch/evidence/verify-package.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { openArchive } from '../watch/evidence/archive.ts';
import { isUnaltered } from '../watch/evidence/check.ts';
import { IBAN_ABROAD, packageWorld, purpose, reason } from './packages/package-world.fixture.ts';

describeOnStores('packages that ask and answer', (open) => {
  const world = packageWorld(open);
  const { ask, codeOf, wish, draft, approve, send, bytesOf, take } = world;

  it('asks which accounts another knows without naming one, and hears of ours alone', async () => {
    const known = wish({ format: 'known_accounts', ground: 'house.keyed', fields: undefined });
    const unkeyed = await ask<Package>('analyst', 'POST', '/v1/packages', known);
    const { leaving } = await ask<PackageDetail>(
      'supervisor',
      'GET',
      `/v1/packages/${unkeyed.packageId}`,
    );
    expect(leaving!.elements.find(({ leaves }) => leaves.length > 0)!.leaves[0]!.value).toMatch(
      /^HMAC-SHA-256\(/,
    );
    const agree = { kind: 'approve', leaving: leaving!.sha256, reason };
    const acts = `/v1/packages/${unkeyed.packageId}/acts`;
    expect(await codeOf('supervisor', 'POST', acts, agree, unkeyed.version)).toBe(
      'QRG_PACKAGE_KNOWN_PARTNER',
    );
    const { items } = await ask<{ items: { partnerId: number; code: string; version: number }[] }>(
      'liaison',
      'GET',
      '/v1/partners',
    );
    const dala = items.find(({ code }) => code === 'dala')!;
    const { key } = await ask<{ key: string }>(
      'liaison',
      'POST',
      `/v1/partners/${dala.partnerId}/key`,
      { reason },
      dala.version,
    );
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    const theirs = await ask<{ items: { partnerId: number; code: string; version: number }[] }>(
      'dala:liaison',
      'GET',
      '/v1/partners',
    );
    const qala = theirs.items.find(({ code }) => code === 'qala')!;
    const set = await ask<{ key: string | null }>(
      'dala:admin',
      'POST',
      `/v1/partners/${qala.partnerId}/key`,
      { key, reason },
      qala.version,
    );
    expect(set.key).toBeNull();

    const question = await approve(unkeyed);
    const asked = await bytesOf('analyst', question);
    expect(new TextDecoder().decode(asked)).not.toContain(IBAN_ABROAD.slice(4));
    await send(question);
    const taken = await take('dala:liaison', asked, 'partner=qala');
    expect(taken.body.package).toMatchObject({ format: 'known_accounts', state: 'received' });
    const path = `/v1/packages/${taken.body.package.packageId}/known-answer`;
    const answering = { ground: 'house.keyed', tlp: 'amber', purpose };
    expect(
      await codeOf(
        'dala:liaison',
        'POST',
        `/v1/packages/${taken.body.package.packageId + 999}/known-answer`,
        answering,
      ),
    ).toBe('QRG_PACKAGE_UNKNOWN');
    const drafted = await ask<Package>('dala:liaison', 'POST', path, answering);
    const reply = await approve(drafted, 'dala:supervisor');
    const heard = await take('liaison', await bytesOf('dala:analyst', reply), 'partner=dala');
    expect(heard.body.package.answers).toBe(unkeyed.packageId);
    const answer = await ask<PackageDetail>(
      'analyst',
      'GET',
      `/v1/packages/${heard.body.package.packageId}`,
    );
    expect(answer.known).toEqual([{ account: IBAN_ABROAD }]);
    expect(
      (await ask<PackageDetail>('analyst', 'GET', `/v1/packages/${unkeyed.packageId}`)).answeredBy,
    ).toEqual([heard.body.package.packageId]);
    // Two answers that each fit into a day and together do not, approved at once.
    const big = await Promise.all(
      [1, 2, 3].map(async (n) => {
        const numbers = Array.from({ length: 1_000 }, (_, i) => ({
          ...({ kind: 'account', value: `ACC${n}${String(i).padStart(6, '0')}` } as const),
        }));
        const said = askAbout(numbers, {
          ...{ from: 'qala', at: world.clock, random: randomBytes },
          key: Buffer.from(key!, 'hex'),
        });
        if (!said.ok) throw new Error(said.problem.code);
        const { body } = await take('dala:liaison', said.value.bytes, 'partner=qala');
        const answerPath = `/v1/packages/${body.package.packageId}/known-answer`;
        return ask<Package>('dala:liaison', 'POST', answerPath, answering);
      }),
    );
    const decided = await Promise.all(
      big.map(async ({ packageId, version }) => {
        const at = `/v1/packages/${packageId}`;
        const { leaving: what } = await ask<PackageDetail>('dala:supervisor', 'GET', at);
        const agreed = { kind: 'approve', leaving: what!.sha256, reason };
        return codeOf('dala:supervisor', 'POST', `${at}/acts`, agreed, version);
      }),
    );
    expect(decided.sort()).toEqual(['QRG_PACKAGE_KNOWN_DAY', 'QRG_PACKAGE_KNOWN_DAY', 'done']);
    // A key holder could try every number: a day has its bound.
    await world.services.store.db
      .updateTable('packages')
      .set({ asked: 2_048 })
      .where('package_id', '=', reply.packageId)
      .execute();
    expect(await codeOf('dala:liaison', 'POST', path, answering)).toBe('QRG_PACKAGE_KNOWN_DAY');
  });

  it('asks another bank with a term, which runs out; an answer that comes late is taken', async () => {
    const made = await draft({
      format: 'bank_request',
      ground: 'kz.payments.recall',
      fields: undefined,
      dueAt: new Date(world.clock + 300_000).toISOString(),
    });
    const sent = await send(await approve(made));
    expect(sent.overdue).toBe(false);
    const opened = openArchive(await bytesOf('analyst', sent));
    expect(opened.ok && [...opened.value.files.keys()]).toEqual([
      'case.json',
      'letter-en.txt',
      'letter-kk.txt',
      'letter-ru.txt',
      'request.json',
    ]);
    world.clock += 360_000;
    expect(await tickPackages(world.services.packages)).toBe(1);
    expect(await tickPackages(world.services.packages)).toBe(0);
    const late = await ask<PackageDetail>('analyst', 'GET', `/v1/packages/${made.packageId}`);
    expect([late.state, late.overdue]).toEqual(['expired', true]);
    const body = {
      format: 'qorgan-case/1',
      answers: `P-${made.packageId}`,
      tlp: 'amber',
      sender: { institution: { code: 'dala', name: 'Dala', country: 'KZ' } },
      case: {},
      accounts: [
        {
          id: 'x',
          account: IBAN_ABROAD,
          isIban: true,
          isWallet: false,
          currency: 'EUR',
          role: 'mule',
          status: 'active',
          isForeign: true,
        },
      ],
    };
    const taken = await take('analyst', JSON.stringify(body), 'partner=dala');
    expect(taken.body.package).toMatchObject({ answers: made.packageId, format: 'bank_request' });
    const answered = {
      kind: 'answer',
      by: taken.body.package.packageId,
      answeredAt: new Date(world.clock).toISOString(),
      reason,
    };
    expect(
      await ask('analyst', 'POST', `/v1/packages/${made.packageId}/acts`, answered, late.version),
    ).toMatchObject({ state: 'answered' });
  });

  it('asks a payment back, and reads what the other bank says of it', async () => {
    const leaving = await ask<PackageDetail['leaving'] & object>(
      'analyst',
      'POST',
      '/v1/package-previews',
      {
        ...{
          case: world.caseId,
          format: 'stix',
          partners: ['dala'],
          fields: ['transfer.reference', 'account.number'],
        },
      },
    );
    const transfer = leaving.elements.find(
      ({ element, leaves }) =>
        element === 'transfer' && leaves.some(({ value }) => value === 'out-1'),
    )!;
    const made = await draft({
      format: 'camt056',
      ground: 'kz.payments.recall',
      fields: undefined,
      ask: { transfers: [transfer.id] },
    });
    const sent = await send(await approve(made));
    const xml = new TextDecoder().decode(await bytesOf('analyst', sent));
    const idOf = (tag: string) => new RegExp(`<${tag}>([^<]+)</${tag}>`).exec(xml)?.[1] ?? '';
    const answer = (message: string) =>
      `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.029.001.09"><RsltnOfInvstgtn>
        <Assgnmt><Id>A1</Id></Assgnmt><RslvdCase><Id>${message}</Id></RslvdCase><Sts><Conf>RJCR</Conf></Sts>
        <CxlDtls><OrgnlGrpInfAndSts><OrgnlMsgId>${message}</OrgnlMsgId><OrgnlMsgNmId>camt.056.001.08</OrgnlMsgNmId></OrgnlGrpInfAndSts></CxlDtls>
      </RsltnOfInvstgtn></Document>`;
    expect((await take('liaison', answer('another'), 'partner=dala')).body.code).toBe(
      'QRG_PACKAGE_ANSWERS',
    );
    const caseOfRecall = /<Case>\s*<Id>([^<]+)<\/Id>/.exec(xml)?.[1] ?? idOf('Id');
    const taken = await take(
      'liaison',
      answer(caseOfRecall),
      `partner=dala&answers=${made.packageId}`,
    );
    expect(taken.body.package).toMatchObject({ format: 'camt029', answers: made.packageId });
    const seen = await ask<PackageDetail>(
      'analyst',
      'GET',
      `/v1/packages/${taken.body.package.packageId}`,
    );
    expect(seen.recalled).toEqual([
      expect.objectContaining({ transfer: transfer.id, outcome: 'rejected', returnedMinor: 0 }),
    ]);
    // Money that came outweighs words, and what came before counts along.
    const paid = (id: string, sum: string) =>
      `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.004.001.09"><PmtRtr><GrpHdr><MsgId>${id}</MsgId></GrpHdr><TxInf><RtrId>${id}</RtrId>
        <OrgnlTxId>${idOf('OrgnlTxId')}</OrgnlTxId><RtrdIntrBkSttlmAmt Ccy="KZT">${sum}</RtrdIntrBkSttlmAmt></TxInf></PmtRtr></Document>`;
    const back = async (id: string, sum: string) => {
      const { body } = await take(
        'liaison',
        paid(id, sum),
        `partner=dala&answers=${made.packageId}`,
      );
      const path = `/v1/packages/${body.package.packageId}`;
      return (await ask<PackageDetail>('analyst', 'GET', path)).recalled![0]!;
    };
    expect(await back('P1', '13000.00')).toMatchObject({
      outcome: 'partial',
      returnedMinor: 1_300_000,
    });
    expect(await back('P2', '30000.00')).toMatchObject({
      outcome: 'accepted',
      returnedMinor: 4_300_000,
    });
  });

  it('a bank that was asked answers with evidence that names the request', async () => {
    const asked = await send(
      await approve(
        await draft({ format: 'bank_request', ground: 'kz.payments.recall', fields: undefined }),
      ),
    );
    const bytes = await bytesOf('analyst', asked);
    const twice = await Promise.all([1, 2].map(() => take('dala:liaison', bytes, 'partner=qala')));
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 201]);
    const { packageId } = twice[0]!.body.package;
    const { caseId: theirs } = await ask<{ caseId: number }>('dala:analyst', 'POST', '/v1/cases', {
      ...{ title: 'Жауап', from: 'hand', tlp: 'amber', assignee: 'me', reason, items: [] },
    });
    const reply = wish({
      case: theirs,
      partners: ['qala'],
      format: 'evidence',
      fields: undefined,
      answers: packageId,
    });
    expect(
      await codeOf('dala:analyst', 'POST', '/v1/packages', { ...reply, answers: 999_999 }),
    ).toBe('QRG_PACKAGE_ANSWERS');
    const made = await ask<Package>('dala:analyst', 'POST', '/v1/packages', reply);
    const approved = await approve(made, 'dala:supervisor');
    const taken = await take('analyst', await bytesOf('dala:analyst', approved), 'partner=dala');
    expect(taken.body.package.answers).toBe(asked.packageId);
  });

  it('gives evidence that anybody can verify, and takes it back whole', async () => {
    const approved = await approve(await draft({ format: 'evidence' }));
    const bytes = await bytesOf('analyst', approved);
    const checks = await verifyPackage(bytes, {
      keys: [(await world.services.packages.evidenceKey()).publicKey],
    });
    expect(isUnaltered(checks)).toBe(true);
    // No officer was chosen to be named: not in the log of the archive either.
    const inside = openArchive(bytes);
    const log = inside.ok ? Buffer.from(inside.value.files.get('events.jsonl')!).toString() : '';
    expect(JSON.parse(log.trim().split('\n').at(-1)!)).toMatchObject({
      detail: { by: `P-${approved.packageId}` },
    });
    expect(checks.filter(({ result }) => result === 'valid')).toHaveLength(8);
    const taken = await take('dala:liaison', bytes, 'partner=qala');
    expect(taken.body.package.format).toBe('evidence');
    const changed = Uint8Array.from(bytes);
    changed[200]! ^= 1;
    expect((await take('dala:liaison', changed, 'partner=qala')).body.code).toMatch(
      /^QRG_EVIDENCE_/,
    );
  });

  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['a bomb of brackets', '['.repeat(100_000)],
    ['an entity', '<!DOCTYPE x [<!ENTITY a "b">]><PmtRtr>&a;</PmtRtr>'],
    ['a broken bundle', '{"type":"bundle","objects":7}'],
    ['a broken case', '{"format":"qorgan-case/1"}'],
    ['a broken question', '{"format":"qorgan/known-accounts"}'],
    ['an archive that is none', 'PK\u0003\u0004'],
  ])('refuses %s with a code', async (_, text) => {
    const { status, body } = await take('dala:liaison', text, 'partner=qala');
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body.code).toMatch(/^QRG_/);
  });
});
