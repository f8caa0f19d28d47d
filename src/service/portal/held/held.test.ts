import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { GroundKind } from '../../../law/grounds.ts';
import { describeOnStores } from '../../../store/test-stores.ts';
import type { Principal } from '../../access/principal.ts';
import { codeOf, DAY, HoldWorld, reason, START } from '../../holds/hold-world.fixture.ts';
import { showHold } from '../../holds/show-hold.ts';
import { tickHolds } from '../../holds/tick-holds.ts';
import { type ClientAct, clientSays } from './client-says.ts';
import { clientCodeOf, giveCode } from './give-code.ts';
import { heldCodeHash, newHeldCode } from './held-code.ts';
import { type HeldDesk, openHeldDesk } from './held-desk.ts';
import { lookUpHeld } from './look-up.ts';

const HOME = '192.0.2.7';
const WORDS = 'Это плата за ремонт, есть договор';

describeOnStores('a held payment by its code', (open) => {
  let w: HoldWorld;
  let desk: HeldDesk;
  let address = 0;

  beforeAll(async () => {
    w = await HoldWorld.make(await open());
  });
  beforeEach(() => {
    w.now = START;
    desk = openHeldDesk({ store: w.store, audit: w.audit, holds: w.deps, now: () => w.now });
  });

  /** From another place each time: what one may ask is tried apart. */
  const look = (code: string) => lookUpHeld(desk, code, `198.51.100.${++address % 250}`);
  const says = (kind: ClientAct, code: string, text = WORDS) =>
    clientSays(desk, kind, { code, text }, `203.0.113.${++address % 250}`);
  const give = async (holdId: number, by: Principal = w.analyst) =>
    (await giveCode(desk, by, holdId)).code;
  const coded = async (kinds: GroundKind[] = ['internal_rules']) => {
    const holdId = await w.placed(kinds);
    return { holdId, code: await give(holdId) };
  };
  /** A code written past the rule, as a defect might. */
  const forced = async (holdId: number): Promise<string> => {
    const code = newHeldCode();
    await w.store.db
      .insertInto('hold_codes')
      .values({
        hold_id: holdId,
        institution_id: w.bank,
        hash: heldCodeHash(w.store.vault, code),
        sealed: w.store.vault.seal(code),
        created_at: w.now,
        created_by: 1,
      })
      .execute();
    return code;
  };
  const auditOf = async (holdId: number) =>
    (
      await w.store.db
        .selectFrom('audit')
        .select(['actor', 'action', 'reason'])
        .where('object', '=', `hold:${holdId}`)
        .orderBy('seq')
        .execute()
    ).map(({ actor, action }) => `${actor} ${action}`);

  it('is given by a worker, told again, and written down both times', async () => {
    const { holdId, code } = await coded();
    expect(code).toMatch(/^(?:[2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
    expect(await give(holdId, w.supervisor)).toBe(code);
    expect(await auditOf(holdId)).toEqual([
      'person-1 hold.place',
      'person-1 hold.give-code',
      'person-2 hold.show-code',
    ]);
    expect(await clientCodeOf(desk, w.analyst, holdId)).toEqual({ allowed: true, givenAt: START });
    const rows = await w.store.db.selectFrom('hold_codes').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(code.slice(0, 4) + code.slice(5, 9));
    expect(await codeOf(giveCode(desk, w.stranger, holdId))).toBe('QRG_HOLD_UNKNOWN');
  });

  it.each([
    ['an AML suspicion', ['aml_suspicion']],
    ['a suspicion beside a ground that is told', ['internal_rules', 'aml_suspicion']],
    ['a freezing', ['terror_list']],
  ] as const)('is never given for %s', async (_, kinds) => {
    const holdId = await w.placed([...kinds]);
    expect(await codeOf(giveCode(desk, w.analyst, holdId))).toBe('QRG_HELD_NO_CODE');
    expect(await clientCodeOf(desk, w.analyst, holdId)).toEqual({ allowed: false, givenAt: null });
  });

  it('is not given for what nobody has looked at yet', async () => {
    const [holdId] = await w.propose(w.proposal(['internal_rules']));
    expect(await codeOf(giveCode(desk, w.analyst, holdId))).toBe('QRG_HELD_NO_CODE');
  });

  it('tells since when, until when at the latest, why, and what remains', async () => {
    const { code } = await coded();
    const held = await look(code.toLowerCase().replaceAll('-', ' '));
    expect(held).toMatchObject({
      bank: 'alpha',
      amountMinor: 430_000_00,
      state: 'checking',
      since: '2026-11-26',
      until: '2026-12-03',
      mayExplain: false,
      mayAppeal: true,
      appeal: null,
    });
    expect(held.reasons[0].ru).toContain('внутренними документами банка');
    expect(held.reasons[0].kk).toMatch(/[әғқңөұүһі]/);
    expect(held.services.map(({ id }) => id)).toContain('receive-protected-income');
    expect(held.income.map(({ id }) => id)).toEqual(['payments-benefit', 'payments-salary']);
    expect(held.services[0].verified).toBe('no');
  });

  it('takes an explanation when one is asked, and only then', async () => {
    const { holdId, code } = await coded();
    expect(await codeOf(says('answer', code))).toBe('QRG_HELD_NOT_ASKED');
    await w.act(holdId, { kind: 'ask', reason: 'За что вы платите и кому?' });
    const asked = await look(code);
    expect(asked).toMatchObject({ state: 'asked', mayExplain: true, explainBy: '2026-12-03' });
    expect(asked.question).toBe('За что вы платите и кому?');
    const after = await says('answer', code);
    expect(after).toMatchObject({
      state: 'checking',
      mayExplain: false,
      explainedOn: '2026-11-26',
    });
    const { events } = await showHold(w.deps, w.analyst, holdId);
    expect(events.at(-1)).toMatchObject({
      act: 'answer',
      actorId: null,
      detail: { by: 'client' },
      note: WORDS,
    });
    expect(await auditOf(holdId)).toContain('client hold.client-answer');
    const { rows } = await w.store.pool.query(
      `SELECT encode(note_sealed, 'escape') AS note FROM hold_events WHERE hold_id = ${holdId}`,
    );
    expect(JSON.stringify(rows)).not.toContain('ремонт');
  });

  it('takes it late too: the account stays closed until it comes', async () => {
    const { holdId, code } = await coded();
    await w.act(holdId, { kind: 'ask', reason });
    w.now = START + 10 * DAY;
    await tickHolds(w.deps);
    expect(await look(code)).toMatchObject({ state: 'blocked', until: null, mayExplain: true });
    expect(await says('answer', code)).toMatchObject({ state: 'checking', until: '2026-12-07' });
  });

  it('keeps a question back that would betray what must not be told', async () => {
    const { holdId, code } = await coded();
    await w.act(holdId, { kind: 'ask', reason: 'Есть подозрение, что это отмывание' });
    expect((await look(code)).question).toBeNull();
  });

  it('takes an appeal that another person decides, and shows the answer', async () => {
    const holdId = (await w.propose(w.proposal(['internal_rules'])))[0];
    await w.act(holdId, { kind: 'place', reason }, w.supervisor);
    const code = await give(holdId);
    expect(await says('appeal', code)).toMatchObject({
      mayAppeal: false,
      appeal: { filedOn: '2026-11-26', decidedOn: null, granted: null },
    });
    expect((await look(code)).appeal?.decideBy).toMatch(/^2026-12-/);
    expect(await codeOf(says('appeal', code))).toBe('QRG_HELD_APPEAL_WAITS');
    const decide = { kind: 'decide_appeal', granted: true, reason } as const;
    expect(await codeOf(w.act(holdId, decide, w.supervisor))).toBe('QRG_HOLD_SAME_PERSON');
    await w.act(holdId, decide, w.second);
    expect(await look(code)).toMatchObject({
      state: 'released',
      mayAppeal: false,
      appeal: { decideBy: null, decidedOn: '2026-11-26', granted: true },
    });
    expect(await codeOf(says('appeal', code))).toBe('QRG_HELD_NO_APPEAL');
    const { events } = await showHold(w.deps, w.analyst, holdId);
    expect(events.map(({ act }) => act)).toEqual(['propose', 'place', 'appeal', 'decide_appeal']);
  });

  it('says so when an appeal is not granted, and nothing of the worker’s own words', async () => {
    const { holdId, code } = await coded();
    await says('appeal', code);
    await w.act(
      holdId,
      { kind: 'decide_appeal', granted: false, reason: 'внутренние слова' },
      w.second,
    );
    const held = await look(code);
    expect(held).toMatchObject({ state: 'checking', appeal: { granted: false }, mayAppeal: true });
    expect(JSON.stringify(held)).not.toContain('внутренние слова');
  });

  it('two appeals at once become one', async () => {
    const { code } = await coded();
    const codes = await Promise.all([codeOf(says('appeal', code)), codeOf(says('appeal', code))]);
    expect(codes.sort()).toEqual(['QRG_HELD_APPEAL_WAITS', 'done']);
  });

  it('answers for an AML hold as for a code that was never given', async () => {
    const code = await forced(await w.placed(['aml_suspicion']));
    const frozen = await forced(await w.placed(['terror_list']));
    for (const one of [code, frozen, newHeldCode()]) {
      expect(await codeOf(look(one))).toBe('QRG_HELD_CODE');
      expect(await codeOf(says('appeal', one))).toBe('QRG_HELD_CODE');
      expect(await codeOf(says('answer', one))).toBe('QRG_HELD_CODE');
    }
  });

  it('refuses both at one place of the code: there is no second path to be told apart', async () => {
    const place = async (code: string): Promise<string | undefined> => {
      try {
        await look(code);
      } catch (error) {
        return error instanceof Error ? error.stack?.split('\n')[1] : undefined;
      }
      return undefined;
    };
    const unknown = await place(newHeldCode());
    expect(unknown).toMatch(/find-held\.ts/);
    expect(await place(await forced(await w.placed(['aml_suspicion'])))).toBe(unknown);
  });

  it('shows nothing of a suspicion that comes later, not even by a term', async () => {
    const { holdId, code } = await coded();
    const before = await look(code);
    await w.act(holdId, {
      kind: 'add_ground',
      reason,
      grounds: [{ kind: 'aml_suspicion', subject: null }],
    });
    await w.act(holdId, { kind: 'report_afm', reason });
    expect(await look(code)).toEqual(before);
    // The Agency stops the account for longer: what the payments law says is over all the same.
    w.now = START + 6 * DAY;
    await w.act(
      holdId,
      { kind: 'afm_decision', outcome: 'account_stop', decidedAt: w.now, reason },
      w.liaison,
    );
    w.now = START + 10 * DAY;
    await tickHolds(w.deps);
    const later = await look(code);
    expect(later).toMatchObject({ state: 'over', reasons: before.reasons });
    const text = JSON.stringify(later);
    expect(text).not.toMatch(/подозр|агентств|191-IV|күдік|suspic|2026-12-1[5-9]/iu);
  });

  it('is asked by one place so often and no more', async () => {
    const tries = Array.from({ length: 25 }, () => codeOf(lookUpHeld(desk, newHeldCode(), HOME)));
    const codes = await Promise.all(tries);
    expect(codes.filter((code) => code === 'QRG_HELD_CODE')).toHaveLength(20);
    expect(codes.filter((code) => code === 'QRG_HELD_OFTEN')).toHaveLength(5);
    w.now += 60_000;
    expect(await codeOf(lookUpHeld(desk, newHeldCode(), HOME))).toBe('QRG_HELD_CODE');
  });

  it('keeps institutions apart', async () => {
    const { holdId } = await coded();
    expect(await clientCodeOf(desk, w.stranger, holdId)).toEqual({ allowed: false, givenAt: null });
  });
});
