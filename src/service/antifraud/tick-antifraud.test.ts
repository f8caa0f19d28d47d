import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { antifraudMessageSchema } from '../../exchange/antifraud/message.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { HoldWorld, PAYEE, START } from '../holds/hold-world.fixture.ts';
import { activateVersion } from '../lists/activate-version.ts';
import { openLists } from '../lists/open-lists.ts';
import { previewVersion } from '../lists/preview-version.ts';
import type { AntifraudDeps } from './deps.ts';
import { takeMessage } from './take-message.ts';
import { tickAntifraud } from './tick-antifraud.ts';

describeOnStores('the folder of the anti-fraud centre', (open) => {
  const folder = mkdtempSync(join(tmpdir(), 'qorgan-antifraud-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let world: HoldWorld;
  let deps: AntifraudDeps;
  const troubles: string[] = [];
  /** The hold that the centre was told of. */
  let told: number;

  beforeAll(async () => {
    world = await HoldWorld.make(await open());
    deps = {
      store: world.store,
      audit: world.audit,
      lists: await openLists({ store: world.store, audit: world.audit, now: () => world.now }),
      now: () => world.now,
      names: { accountName: (account) => (account === PAYEE ? 'KZ00PAYEE' : 'KZ00PAYER') },
      folder,
      trouble: (event) => troubles.push(event),
    };
  });

  const outbox = () => readdirSync(join(folder, 'alpha', 'outbox')).sort();

  it('carries the notice of a hold to the folder once, and marks the task as taken', async () => {
    const holdId = await world.placed(['client_complaint']);
    told = holdId;
    await world.store.db
      .insertInto('transfers')
      .values({
        ...{
          seq: world.lastSeq,
          institution_id: world.bank,
          transfer_id: 'T-1',
          at: START,
          received_at: START,
        },
        ...{
          payer: 11,
          payee: PAYEE,
          amount_minor: 430_000_00,
          channel: 1,
          purpose: 0,
          score: 80,
          verdict: 2,
        },
      })
      .execute();
    await world.act(
      holdId,
      { kind: 'notify_centre', reason: 'there are grounds' },
      world.supervisor,
    );
    expect(await world.tasksOf(holdId)).toContain('centre_notice');

    expect(await tickAntifraud(deps)).toMatchObject({ sent: 1 });
    expect(await world.tasksOf(holdId)).not.toContain('centre_notice');
    expect(await tickAntifraud(deps)).toMatchObject({ sent: 0 });
    const [name] = outbox();
    const message = antifraudMessageSchema.parse(
      JSON.parse(readFileSync(join(folder, 'alpha', 'outbox', name), 'utf8')),
    );
    expect(message).toMatchObject({
      kind: 'hold',
      sender: { code: 'alpha' },
      body: {
        transfer: {
          id: 'T-1',
          amount: '430000.00',
          payer: { identifiers: { account: 'KZ00PAYER' } },
          payee: { identifiers: { account: 'KZ00PAYEE' } },
        },
        heldAmount: '430000.00',
        grounds: ['client_complaint'],
        attempt: true,
      },
    });
  });

  it('leaves a notice that no message can tell in the outbox, and says so', async () => {
    const holdId = await world.placed(['client_complaint']); // of a transfer that the store does not have
    await world.act(
      holdId,
      { kind: 'notify_centre', reason: 'there are grounds' },
      world.supervisor,
    );
    expect(await tickAntifraud(deps)).toMatchObject({ sent: 0 });
    expect(await world.tasksOf(holdId)).toContain('centre_notice');
    expect(troubles).toContain('hold cannot be told to the centre');
  });

  it('takes answers and messages of the centre, each once', async () => {
    const [name] = outbox();
    const sent = antifraudMessageSchema.parse(
      JSON.parse(readFileSync(join(folder, 'alpha', 'outbox', name), 'utf8')),
    );
    const answer = {
      format: 'qorgan-antifraud-answer/1',
      id: sent.id,
      status: 'accepted',
      at: '2026-11-26T09:00:00.000Z',
    };
    writeFileSync(join(folder, 'alpha', 'outbox-answers', name), JSON.stringify(answer));
    const brought = { ...sent, id: '7f5ea0f1-4df0-4a0f-8a53-0cdb8b1d4a10' };
    writeFileSync(join(folder, 'beta', 'inbox', `${brought.id}.json`), JSON.stringify(brought));
    writeFileSync(join(folder, 'beta', 'inbox', 'junk.json'), 'junk');
    expect(await tickAntifraud(deps)).toMatchObject({ answered: 1, received: 1, rejected: 1 });
    const kept = await world.store.db
      .selectFrom('packages')
      .select(['institution_id', 'format', 'state', 'tlp', 'body_sealed'])
      .execute();
    expect(kept).toMatchObject([
      { institution_id: world.other, format: 'antifraud', state: 'received', tlp: 'amber+strict' },
    ]);
    expect(JSON.parse(world.store.vault.open(kept[0]!.body_sealed!).toString())).toEqual(brought);
    expect(kept[0]!.body_sealed!.includes('KZ00PAYEE')).toBe(false);
    // A crash before the answer brings it again.
    await takeMessage(deps, world.other, antifraudMessageSchema.parse(brought));
    const events = await world.store.db.selectFrom('package_events').select('act').execute();
    expect(events).toEqual([{ act: 'receive' }]);
    expect(outbox()).toEqual([]);
    expect(await tickAntifraud(deps)).toMatchObject({ answered: 0, received: 0, rejected: 0 });
  });

  /** A message of the centre in the inbox of beta. */
  const bring = (id: number, base: string, change: string, identifiers: object) => {
    const uuid = `7f5ea0f1-4df0-4a0f-8a53-${String(id).padStart(12, '0')}`;
    const at = new Date(START + id * 60_000).toISOString();
    const message = {
      format: 'qorgan-antifraud/1',
      ...{ id: uuid, sender: { code: 'centre', name: 'Anti-fraud centre' }, createdAt: at },
      kind: 'list_entry',
      body: { base, change, identifiers, since: at, reason: 'told by the centre' },
    };
    writeFileSync(join(folder, 'beta', 'inbox', `${uuid}.json`), JSON.stringify(message));
  };
  const versions = () =>
    world.store.db
      .selectFrom('list_versions as v')
      .innerJoin('lists as l', 'l.list_id', 'v.list_id')
      .select(['l.list_id', 'l.institution_id', 'l.kind', 'l.source', 'l.in_force'])
      .select(['v.number', 'v.entries', 'v.rejected', 'v.added', 'v.removed', 'v.same'])
      .orderBy('l.kind')
      .orderBy('v.number')
      .execute();

  it('makes versions of lists of entries that the centre tells, for a person to activate', async () => {
    bring(1, 'events', 'add', { phone: '+77000000001', account: 'KZ-ACCOUNT-1' });
    bring(2, 'events', 'add', { phone: '+77000000002' });
    bring(3, 'attempts', 'add', { phone: '+77000000003' });
    expect(await tickAntifraud(deps)).toMatchObject({ received: 3 });
    const own = { institution_id: world.other, source: 'antifraud-centre', in_force: null };
    const first = { ...own, number: 1, rejected: 0, removed: 0, same: 0 };
    expect(await versions()).toMatchObject([
      { ...first, kind: 'attempts', entries: 1, added: 1 },
      { ...first, kind: 'events', entries: 2, added: 2 },
    ]);
    expect(troubles.filter((event) => event.includes('waits for a person'))).toHaveLength(2);

    const [, { list_id: listId }] = await versions();
    const person = { ...world.stranger, roles: ['supervisor' as const] };
    expect(await previewVersion(deps.lists, person, listId, 1)).toMatchObject({ added: 2 });
    await activateVersion(deps.lists, person, listId, 1, 'told by the centre');
    bring(4, 'events', 'remove', { phone: '+77000000002' });
    bring(5, 'events', 'add', { phone: '+77000000005' });
    await tickAntifraud(deps);
    expect((await versions()).at(-1)).toMatchObject({
      ...{ kind: 'events', number: 2, in_force: 1, entries: 2, added: 1, removed: 1, same: 1 },
    });
  });

  it('makes no second version of the same, and none of no entries', async () => {
    const before = await versions();
    // A crash before the answer: the message is there again, and no answer to it.
    bring(5, 'events', 'add', { phone: '+77000000005' });
    rmSync(
      join(
        folder,
        'beta',
        'inbox-answers',
        `7f5ea0f1-4df0-4a0f-8a53-${'5'.padStart(12, '0')}.json`,
      ),
    );
    expect(await tickAntifraud(deps)).toMatchObject({ received: 1 });
    expect(await versions()).toEqual(before);
    bring(6, 'attempts', 'remove', { phone: '+77000000003' });
    await tickAntifraud(deps);
    expect(await versions()).toEqual(before);
    expect(troubles.at(-1)).toContain('withdraw the list');
    const received = await world.store.db
      .selectFrom('audit')
      .select('object')
      .where('action', '=', 'antifraud.receive')
      .execute();
    expect(new Set(received.map(({ object }) => object)).size).toBe(received.length);
  });

  it('tells the centre that a hold it was told of ended, and of no other', async () => {
    const reason = 'law enforcement found no grounds';
    const quiet = await world.placed(['client_complaint']);
    await world.act(quiet, { kind: 'release', reason, basis: 'cleared' }, world.supervisor);
    await world.act(
      told,
      { kind: 'le_decision', reason, outcome: 'release', decidedAt: world.now },
      world.supervisor,
    );
    await world.act(told, { kind: 'release', reason, basis: 'le_decision' }, world.supervisor);
    expect(await world.tasksOf(quiet)).not.toContain('centre_release');
    expect(await world.tasksOf(told)).toContain('centre_release');

    expect(await tickAntifraud(deps)).toMatchObject({ sent: 1 });
    expect(await world.tasksOf(told)).not.toContain('centre_release');
    expect(await tickAntifraud(deps)).toMatchObject({ sent: 0 });
    const [name] = outbox();
    const message = antifraudMessageSchema.parse(
      JSON.parse(readFileSync(join(folder, 'alpha', 'outbox', name), 'utf8')),
    );
    const [answered] = readdirSync(join(folder, 'alpha', 'answered'));
    expect(message).toMatchObject({
      kind: 'release',
      sender: { code: 'alpha' },
      body: {
        transferId: 'T-1',
        hold: answered.replace('.json', ''),
        releasedAt: new Date(world.now).toISOString(),
        basis: 'le_decision',
        amount: '430000.00',
        currency: 'KZT',
      },
    });
  });
});
