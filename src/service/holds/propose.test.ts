import { beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnStores } from '../../store/test-stores.ts';
import type { Principal } from '../access/principal.ts';
import { verifyAudit } from '../audit/verify.ts';
import { codeOf, HOUR, HoldWorld, PAYEE, person, START, TERM_END } from './hold-world.fixture.ts';
import { listHolds } from './list-holds.ts';
import { openHold } from './open-hold.ts';
import { listOutbox, takeOutbox } from './outbox.ts';
import { proposeHolds } from './propose.ts';

describeOnStores('holds from beginning to outbox', (open) => {
  let w: HoldWorld;

  beforeAll(async () => {
    w = await HoldWorld.make(await open());
  });
  beforeEach(() => {
    w.now = START;
    w.inEvents.clear();
  });

  it('takes proposals in bulk, once each, and nothing for none', async () => {
    const rows = [
      w.proposal(['internal_rules']),
      w.proposal(['party_in_events', 'internal_rules']),
    ];
    const ids = await w.propose(...rows);
    expect(await w.propose(...rows)).toEqual(ids);
    await proposeHolds({ query: () => Promise.reject(new Error('asked the database')) }, []);
    const { items } = await listHolds(w.deps, w.analyst, { limit: 2 });
    expect(items.map(({ holdId }) => holdId)).toEqual([...ids].reverse());
    expect(items[0]).toMatchObject({
      state: 'proposed',
      refundRisk: true,
      secondPersonNeeded: true,
      tell: 'must',
      releaseDueAt: TERM_END,
      heldMinor: 430_000_00,
      version: 1,
    });
    expect(items[0].grounds.map(({ kind }) => kind)).toEqual(['party_in_events', 'internal_rules']);
  });

  it('a person opens a hold on a client’s complaint, once a transfer, on one’s own transfers', async () => {
    const seq = ++w.lastSeq;
    await w.store.db
      .insertInto('transfers')
      .values({
        seq,
        institution_id: w.bank,
        transfer_id: `t-${seq}`,
        at: START - HOUR,
        received_at: START - HOUR,
        payer: 5,
        payee: PAYEE,
        amount_minor: 90_000_00,
        channel: 1,
        purpose: 0,
        score: 10,
        verdict: 0,
        said: null,
      })
      .execute();
    const wish = {
      transferSeq: seq,
      incoming: false,
      grounds: [{ kind: 'client_complaint', subject: 'payer' }],
      reason: 'the client called: was told to move money to a safe account',
    } as const;
    expect(await codeOf(openHold(w.deps, w.stranger, wish))).toBe('QRG_HOLD_TRANSFER');
    expect(await codeOf(openHold(w.deps, person(9, ['auditor'], w.bank), wish))).toBe(
      'QRG_HOLD_ROLE',
    );
    expect(await codeOf(openHold(w.deps, w.analyst, { ...wish, grounds: [] }))).toBe(
      'QRG_HOLD_GROUND',
    );
    expect(
      await codeOf(
        openHold(w.deps, w.analyst, { ...wish, grounds: [{ kind: 'threshold', subject: null }] }),
      ),
    ).toBe('QRG_HOLD_GROUND');
    const opened = await openHold(w.deps, w.analyst, wish);
    expect(opened).toMatchObject({
      state: 'placed',
      accountNo: 5,
      placedBy: 1,
      releaseDueAt: TERM_END,
    });
    expect(await codeOf(openHold(w.deps, w.supervisor, wish))).toBe('QRG_HOLD_EXISTS');
    expect(await w.tasksOf(opened.holdId)).toEqual(['client_notice']);
  });

  it('tasks are taken once, by the institution they belong to', async () => {
    const holdId = await w.placed(['internal_rules']);
    const key: Principal = {
      ...w.analyst,
      kind: 'key',
      scopes: ['holds:write'],
      name: 'core-banking',
    };
    const page = await listOutbox(w.deps, key, { limit: 1 });
    expect(page).toMatchObject({ items: [{ kind: 'client_notice' }], next: expect.any(String) });
    const task = (await w.waiting(key)).find((item) => item.holdId === holdId)!;
    const stranger = w.stranger;
    expect(await codeOf(takeOutbox(w.deps, stranger, task.outboxId))).toBe('QRG_HOLD_TASK');
    await takeOutbox(w.deps, key, task.outboxId);
    await takeOutbox(w.deps, key, task.outboxId);
    expect(await w.tasksOf(holdId)).toEqual([]);
    expect(await w.waiting(stranger)).toEqual([]);
    expect(await codeOf(listOutbox(w.deps, key, { limit: 1, cursor: '1; DROP' }))).toBe(
      'QRG_HTTP_CURSOR',
    );
  });

  it('events are only added to', async () => {
    await expect(w.store.pool.query(`UPDATE hold_events SET act = 'nothing'`)).rejects.toThrow(
      'append-only',
    );
    await expect(w.store.pool.query('DELETE FROM hold_events')).rejects.toThrow('append-only');
  });

  it('leaves a record of acts whose chain holds', async () => {
    await w.audit.close();
    expect((await verifyAudit(w.store)).broken).toBeUndefined();
  });
});
