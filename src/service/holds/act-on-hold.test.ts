import { beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnStores } from '../../store/test-stores.ts';
import { actOnHold } from './act-on-hold.ts';
import type { HoldRequest } from './hold-request.ts';
import { codeOf, HOUR, HoldWorld, PAYEE, person, reason, START } from './hold-world.fixture.ts';
import { listHolds } from './list-holds.ts';
import { showHold } from './show-hold.ts';

describeOnStores('acts on a hold', (open) => {
  let w: HoldWorld;

  beforeAll(async () => {
    w = await HoldWorld.make(await open());
  });
  beforeEach(() => {
    w.now = START;
    w.inEvents.clear();
  });

  it('a named person places, with a reason; it is written down in three places', async () => {
    const holdId = await w.placed(['internal_rules']);
    const seen = await showHold(w.deps, w.analyst, holdId);
    expect(seen).toMatchObject({ state: 'placed', placedBy: 1, placedAt: START, version: 2 });
    expect(seen.events.map(({ act: what, note }) => [what, note])).toEqual([
      ['propose', null],
      ['place', 'looks like a ring'],
    ]);
    expect(seen.provisions[0]).toMatchObject({ id: 'kz.payments.25-1.2.3', verified: 'no' });
    const rows = await w.store.db
      .selectFrom('audit')
      .select(['actor', 'action', 'reason'])
      .where('object', '=', `hold:${holdId}`)
      .orderBy('seq')
      .execute();
    expect(rows).toEqual([
      { actor: 'person-1', action: 'hold.place', reason: 'looks like a ring' },
      { actor: 'person-1', action: 'hold.look', reason: null },
    ]);
    expect(await w.tasksOf(holdId)).toEqual(['client_notice']);
  });

  it('the notice to the client says why, and nothing of a suspicion', async () => {
    const holdId = await w.propose(w.proposal(['internal_rules']));
    await w.act(holdId[0], {
      kind: 'place',
      reason,
      grounds: [{ kind: 'aml_suspicion', subject: null }],
    });
    const body = (await w.waiting()).find((item) => item.holdId === holdId[0])!.body as {
      tell: string;
      texts: Record<string, string>;
    };
    expect(body.tell).toBe('must');
    expect(body.texts.ru).toContain('25-1');
    expect(body.texts.kk).toContain('03.12.2026');
    expect(JSON.stringify(body.texts)).not.toMatch(/подозр|күдік|suspic/i);
  });

  it('no program, no stranger, no reader, no empty reason', async () => {
    const [holdId] = await w.propose(w.proposal(['internal_rules']));
    const place: HoldRequest = { kind: 'place', reason };
    expect(await codeOf(w.act(holdId, place, { ...w.analyst, kind: 'key' }))).toBe(
      'QRG_HOLD_PERSON',
    );
    expect(await codeOf(w.act(holdId, place, w.stranger))).toBe('QRG_HOLD_UNKNOWN');
    expect(await codeOf(w.act(holdId, place, person(9, ['auditor'], w.bank)))).toBe(
      'QRG_HOLD_ROLE',
    );
    expect(await codeOf(w.act(holdId, { ...place, reason: '  ok ' }))).toBe('QRG_HOLD_REASON');
    expect(await codeOf(showHold(w.deps, w.stranger, holdId))).toBe('QRG_HOLD_UNKNOWN');
    const { items } = await listHolds(w.deps, w.stranger, { limit: 100 });
    expect(items).toEqual([]);
    const all = { ...person(9, ['investigator'], w.other), seesAll: true };
    expect((await showHold(w.deps, all, holdId)).holdId).toBe(holdId);
    expect(await codeOf(w.act(holdId, place, all))).toBe('QRG_HOLD_UNKNOWN');
    expect(await w.versionOf(holdId)).toBe(1);
  });

  it('of two who release at once one wins, the w.other hears that it changed', async () => {
    const holdId = await w.placed(['internal_rules']);
    const version = await w.versionOf(holdId);
    const release: HoldRequest = { kind: 'release', reason, basis: 'cleared' };
    const both = await Promise.all([
      codeOf(actOnHold(w.deps, w.analyst, holdId, version, release)),
      codeOf(actOnHold(w.deps, w.supervisor, holdId, version, release)),
    ]);
    expect(both.sort()).toEqual(['QRG_HOLD_VERSION', 'done']);
    const orders = (await w.tasksOf(holdId)).filter((kind) => kind === 'release');
    expect(orders).toEqual(['release']);
  });

  it('releasing to a payee in the base of events takes two, and the duty to refund said aloud', async () => {
    const holdId = await w.placed(['party_in_events']);
    w.inEvents.add(PAYEE);
    const release: HoldRequest = { kind: 'release', reason, basis: 'cleared' };
    expect(await codeOf(w.act(holdId, release, w.supervisor))).toBe('QRG_HOLD_SECOND_PERSON');
    await w.act(holdId, { kind: 'ask_release', reason }, w.supervisor);
    expect(await codeOf(w.act(holdId, release, w.supervisor))).toBe('QRG_HOLD_SAME_PERSON');
    expect((await showHold(w.deps, w.second, holdId)).refundDuty).toBe(true);
    const refused = w.act(holdId, release, w.second);
    await expect(refused).rejects.toMatchObject({
      problem: { code: 'QRG_HOLD_REFUND_DUTY', args: { amount: '430,000.00\u00a0KZT' } },
    });
    const done = await w.act(holdId, { ...release, acknowledgedRefundDuty: true }, w.second);
    expect(done.state).toBe('released');
    const { detail } = await w.store.db
      .selectFrom('audit')
      .select('detail')
      .where('object', '=', `hold:${holdId}`)
      .where('action', '=', 'hold.release')
      .executeTakeFirstOrThrow();
    expect(detail).toMatchObject({
      acknowledgedRefundDuty: true,
      payeeInEvents: true,
      basis: 'cleared',
    });
  });

  it('the duty is that of the moment: a payee who left the base is paid without it', async () => {
    const holdId = await w.placed(['party_in_events']);
    await w.act(holdId, { kind: 'ask_release', reason });
    const release: HoldRequest = { kind: 'release', reason, basis: 'delisted' };
    expect((await w.act(holdId, release, w.supervisor)).state).toBe('released');
  });

  it('explanations are sealed, and not in the record of acts', async () => {
    const holdId = await w.placed(['internal_rules']);
    await w.act(holdId, { kind: 'ask', reason: 'whom do you pay?' });
    const words = 'my sister Aigerim, for the flat';
    await w.act(holdId, { kind: 'answer', reason: words });
    const { events } = await showHold(w.deps, w.analyst, holdId);
    expect(events.at(-1)).toMatchObject({ act: 'answer', note: words, state: 'answered' });
    const raw = await w.store.pool.query(
      `SELECT (SELECT string_agg(e::text, '') FROM hold_events e) || (SELECT string_agg(a::text, '') FROM audit a) AS all`,
    );
    expect(raw.rows[0].all).not.toContain('Aigerim');
  });

  it('an appeal is decided by another supervisor', async () => {
    const [holdId] = await w.propose(w.proposal(['internal_rules']));
    await w.act(holdId, { kind: 'place', reason }, w.supervisor);
    await w.act(holdId, { kind: 'appeal', reason: 'the client says it is rent' }, w.liaison);
    const decide: HoldRequest = { kind: 'decide_appeal', reason, granted: true };
    expect(await codeOf(w.act(holdId, decide, w.supervisor))).toBe('QRG_HOLD_SAME_PERSON');
    expect(await w.act(holdId, decide, w.second)).toMatchObject({
      state: 'released',
      appeal: 'decided',
    });
  });

  it('decisions of bodies count from when they were made, and not from the future', async () => {
    const holdId = await w.placed(['internal_rules']);
    await w.act(holdId, { kind: 'notify_centre', reason });
    w.now = START + 3 * HOUR;
    const keep = { kind: 'le_decision', reason, outcome: 'keep' } as const;
    expect(await codeOf(w.act(holdId, { ...keep, decidedAt: w.now + 1 }, w.liaison))).toBe(
      'QRG_HOLD_TIME',
    );
    const kept = await w.act(holdId, { ...keep, decidedAt: START + HOUR }, w.liaison);
    expect(kept).toMatchObject({ state: 'le_decided', releaseDueAt: null });
  });

  it('salary that comes in is left to the client, unless a person says why it is none', async () => {
    const incoming = { incoming: true, purpose: 'salary' } as const;
    const [holdId] = await w.propose(w.proposal(['internal_rules'], incoming));
    expect(await codeOf(w.act(holdId, { kind: 'place', reason }))).toBe('QRG_HOLD_PROTECTED');
    expect((await showHold(w.deps, w.analyst, holdId)).kept).toMatchObject({
      minor: 430_000_00,
      rules: ['payments-salary'],
    });
    const notProtectedBecause = 'the payer is a person, not an employer';
    const view = await w.act(holdId, { kind: 'place', reason, notProtectedBecause });
    expect(view).toMatchObject({ state: 'placed', heldMinor: 430_000_00 });
  });
});
