import { expect, it } from 'vitest';
import type { NetworkDetail, NetworkPage } from '../client/networks.ts';
import type { Package, PackageDetail } from '../client/packages.ts';
import { storeNetworks } from '../service/live/live-networks.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { IBAN_ABROAD, packageWorld, purpose, reason } from './packages/package-world.fixture.ts';
import { json, transfer, YESTERDAY } from './seeded.fixture.ts';

describeOnStores('packages over HTTP', (open) => {
  const world = packageWorld(open);
  const { ask, codeOf, wish, draft, approve, send, bytesOf } = world;

  it('tells field by field what leaves before anything is made, and two people send it', async () => {
    const made = await draft();
    expect(made).toMatchObject({ state: 'draft', file: null, caseVersion: null });
    const seen = await ask<PackageDetail>('supervisor', 'GET', `/v1/packages/${made.packageId}`);
    const account = seen.leaving!.elements.find(({ leaves }) =>
      leaves.some(({ value }) => value.startsWith(IBAN_ABROAD)),
    )!;
    expect(account.leaves[0]).toMatchObject({ field: 'account.number', why: 'chosen' });
    expect(
      seen.leaving!.elements.flatMap(({ leaves }) => leaves.map(({ field }) => field)),
    ).not.toContain('transfer.amount');
    expect(seen.may.find(({ act }) => act === 'approve')).toMatchObject({ allowed: true });
    const path = `/v1/packages/${made.packageId}`;
    expect(await codeOf('analyst', 'GET', `${path}/file`)).toBe('QRG_PACKAGE_FILE');
    const body = { kind: 'approve', leaving: seen.leaving!.sha256, reason };
    expect(await codeOf('analyst', 'POST', `${path}/acts`, body, made.version)).toBe(
      'QRG_PACKAGE_SAME_PERSON',
    );
    expect(await codeOf('liaison', 'POST', `${path}/acts`, body, made.version)).toBe(
      'QRG_PACKAGE_ROLE',
    );
    const wrong = { ...body, leaving: '0'.repeat(64) };
    expect(await codeOf('supervisor', 'POST', `${path}/acts`, wrong, made.version)).toBe(
      'QRG_PACKAGE_CHANGED',
    );
    expect(await codeOf('supervisor', 'POST', `${path}/acts`, body, 7)).toBe('QRG_PACKAGE_VERSION');
    const approved = await approve(made);
    expect(approved).toMatchObject({ state: 'approved', caseVersion: 1 });
    const bytes = await bytesOf('liaison', approved);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain(IBAN_ABROAD);
    expect(text).not.toMatch(/Тестов|4300000|43000/);
    const sent = await send(approved);
    expect(sent.state).toBe('sent');
    const answered = { kind: 'answer', answeredAt: new Date(world.clock).toISOString(), reason };
    expect(
      (await ask<Package>('liaison', 'POST', `${path}/acts`, answered, sent.version)).state,
    ).toBe('answered');
    const audited = await world.services.store.db
      .selectFrom('audit')
      .select(['action', 'actor'])
      .where('object', '=', `package:${made.packageId}`)
      .orderBy('seq')
      .execute();
    expect(audited.map(({ action }) => action)).toEqual([
      'package.draft',
      'package.look',
      'package.look',
      'package.approve',
      'package.download',
      'package.send',
      'package.answer',
    ]);
  });

  it('of a draft whose maker is a supervisor, too, another one approves', async () => {
    const made = await ask<Package>('both', 'POST', '/v1/packages', wish());
    const { leaving } = await ask<PackageDetail>('both', 'GET', `/v1/packages/${made.packageId}`);
    const body = { kind: 'approve', leaving: leaving!.sha256, reason };
    const path = `/v1/packages/${made.packageId}/acts`;
    expect(await codeOf('both', 'POST', path, body, made.version)).toBe('QRG_PACKAGE_SAME_PERSON');
  });

  it('stays as it was approved when the case goes on; and not when it changed between look and approval', async () => {
    const first = await approve(await draft());
    const before = await bytesOf('analyst', first);
    const second = await draft();
    const { leaving, version } = await ask<PackageDetail>(
      'supervisor',
      'GET',
      `/v1/packages/${second.packageId}`,
    );
    const key = await world.served.key('qala');
    await json(
      world.served.ask(
        'POST',
        '/v1/decisions',
        key,
        transfer('later', { at: YESTERDAY + 90_000, payer: 'acc-200', payee: 'acc-777' }),
      ),
    );
    const body = { kind: 'approve', leaving: leaving!.sha256, reason };
    expect(
      await codeOf('supervisor', 'POST', `/v1/packages/${second.packageId}/acts`, body, version),
    ).toBe('QRG_PACKAGE_CHANGED');
    expect(await bytesOf('analyst', first)).toEqual(before);
    expect((await approve(second)).state).toBe('approved');
  });

  it('is held to ground, partner, format, marks and term', async () => {
    const code = (more: object) => codeOf('analyst', 'POST', '/v1/packages', wish(more));
    expect(await code({ ground: 'kz.aml.report' })).toBe('QRG_PACKAGE_GROUND');
    expect(await code({ ground: 'nothing' })).toBe('QRG_PACKAGE_GROUND');
    expect(await code({ ground: 'house.impersonal' })).toBe('QRG_PACKAGE_GROUND_PERSONAL');
    expect(
      await code({ ground: 'house.impersonal', fields: ['network.figures', 'signal.rule'] }),
    ).toBe('done');
    expect(await code({ partners: ['nobody'] })).toBe('QRG_PACKAGE_PARTNER');
    expect(await code({ partners: ['afm'], format: 'misp', ground: 'kz.fiu.abroad' })).toBe(
      'QRG_PACKAGE_FORMAT',
    );
    expect(await code({ tlp: 'green' })).toBe('QRG_PACKAGE_TLP_LOOSE');
    expect(await code({ tlp: 'red' })).toBe('QRG_PACKAGE_TLP');
    expect(await code({ ask: { accounts: ['a999999'] } })).toBe('QRG_PACKAGE_ACCOUNTS');
    expect(await code({ dueAt: new Date(world.clock - 1).toISOString() })).toBe('QRG_PACKAGE_DUE');
    expect(await code({ case: 999_999 })).toBe('QRG_CASE_UNKNOWN');
    expect(await codeOf('dala:analyst', 'POST', '/v1/packages', wish({ partners: ['qala'] }))).toBe(
      'QRG_CASE_UNKNOWN',
    );
    expect(await codeOf('supervisor', 'POST', '/v1/packages', wish())).toBe('QRG_NOT_ALLOWED');
  });

  it('a draft that cannot leave any more is shown with why, and taken back', async () => {
    const made = await draft();
    const path = `/v1/packages/${made.packageId}`;
    await world.services.store.db
      .updateTable('cases')
      .set({ tlp: 'red' })
      .where('case_id', '=', world.caseId)
      .execute();
    const shown = await ask<PackageDetail>('analyst', 'GET', path);
    expect([shown.leaving, shown.problem?.code]).toEqual([null, 'QRG_PACKAGE_TLP']);
    const taken = { kind: 'withdraw', reason };
    expect(await ask('analyst', 'POST', `${path}/acts`, taken, made.version)).toMatchObject({
      state: 'withdrawn',
    });
    await world.services.store.db
      .updateTable('cases')
      .set({ tlp: 'amber' })
      .where('case_id', '=', world.caseId)
      .execute();
  });

  it('networks whose money left the country are found by that', async () => {
    const { items } = await ask<NetworkPage>('analyst', 'GET', '/v1/networks');
    const { networkId } = items[0]!;
    const listed = async (query: string) =>
      (await ask<NetworkPage>('analyst', 'GET', `/v1/networks?${query}`)).items.map(
        (one) => one.networkId,
      );
    expect([await listed('abroad=true'), await listed('abroad=false')]).toEqual([[], [networkId]]);
    const { rows } = await world.services.store.pool.query('SELECT body FROM networks');
    const abroad = { countries: ['DE', 'RU'], elsewhere: true, hops: 3 };
    await storeNetworks(world.services.store.pool, [{ ...rows[0].body, abroad }], world.clock);
    expect([
      await listed('abroad=true'),
      await listed('country=RU'),
      await listed('country=CN'),
    ]).toEqual([[networkId], [networkId], []]);
    const one = await ask<NetworkDetail>('analyst', 'GET', `/v1/networks/${networkId}`);
    expect(one).toMatchObject({ abroad: true, countries: ['DE', 'RU'], hops: 3 });
  });

  it('is of its institution, and keeps no secret in the open', async () => {
    const made = await draft();
    expect(await codeOf('dala:analyst', 'GET', `/v1/packages/${made.packageId}`)).toBe(
      'QRG_PACKAGE_UNKNOWN',
    );
    expect(await codeOf('dala:liaison', 'GET', `/v1/packages/${made.packageId}/file`)).toBe(
      'QRG_PACKAGE_UNKNOWN',
    );
    const list = await ask<{ items: Package[] }>('dala:auditor', 'GET', '/v1/packages?limit=200');
    expect(list.items.some(({ packageId }) => packageId === made.packageId)).toBe(false);
    const { rows } = await world.services.store.pool.query(
      `SELECT coalesce(string_agg(t, ''), '') AS all FROM (
        SELECT p::text AS t FROM packages p UNION ALL SELECT e::text FROM package_events e
        UNION ALL SELECT f::text FROM imported_facts f UNION ALL SELECT a::text FROM audit a UNION ALL SELECT q::text FROM partners q) x`,
    );
    expect(rows[0].all).not.toContain(purpose);
    expect(rows[0].all).not.toContain(IBAN_ABROAD);
  });
});
