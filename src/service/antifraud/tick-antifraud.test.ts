import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { antifraudMessageSchema } from '../../exchange/antifraud/message.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { HoldWorld, PAYEE, START } from '../holds/hold-world.fixture.ts';
import { takeMessage } from './take-message.ts';
import { type AntifraudDeps, tickAntifraud } from './tick-antifraud.ts';

describeOnStores('the folder of the anti-fraud centre', (open) => {
  const folder = mkdtempSync(join(tmpdir(), 'qorgan-antifraud-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let world: HoldWorld;
  let deps: AntifraudDeps;
  const troubles: string[] = [];

  beforeAll(async () => {
    world = await HoldWorld.make(await open());
    deps = {
      store: world.store,
      audit: world.audit,
      now: () => world.now,
      names: { accountName: (account) => (account === PAYEE ? 'KZ00PAYEE' : 'KZ00PAYER') },
      folder,
      trouble: (event) => troubles.push(event),
    };
  });

  const outbox = () => readdirSync(join(folder, 'alpha', 'outbox')).sort();

  it('carries the notice of a hold to the folder once, and marks the task as taken', async () => {
    const holdId = await world.placed(['client_complaint']);
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
    const told = { ...sent, id: '7f5ea0f1-4df0-4a0f-8a53-0cdb8b1d4a10' };
    writeFileSync(join(folder, 'beta', 'inbox', `${told.id}.json`), JSON.stringify(told));
    writeFileSync(join(folder, 'beta', 'inbox', 'junk.json'), 'junk');
    expect(await tickAntifraud(deps)).toMatchObject({ answered: 1, received: 1, rejected: 1 });
    const kept = await world.store.db
      .selectFrom('packages')
      .select(['institution_id', 'format', 'state', 'tlp', 'body_sealed'])
      .execute();
    expect(kept).toMatchObject([
      { institution_id: world.other, format: 'antifraud', state: 'received', tlp: 'amber+strict' },
    ]);
    expect(JSON.parse(world.store.vault.open(kept[0]!.body_sealed!).toString())).toEqual(told);
    expect(kept[0]!.body_sealed!.includes('KZ00PAYEE')).toBe(false);
    // A crash before the answer brings it again.
    await takeMessage(deps, world.other, antifraudMessageSchema.parse(told));
    const events = await world.store.db.selectFrom('package_events').select('act').execute();
    expect(events).toEqual([{ act: 'receive' }]);
    expect(outbox()).toEqual([]);
    expect(await tickAntifraud(deps)).toMatchObject({ answered: 0, received: 0, rejected: 0 });
  });
});
