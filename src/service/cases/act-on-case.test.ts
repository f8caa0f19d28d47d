import { beforeAll, expect, it } from 'vitest';
import { describeOnStores } from '../../store/test-stores.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { actOnCase } from './act-on-case.ts';
import { caseChanges } from './case-changes.ts';
import { findCase } from './case-row.ts';
import {
  CaseWorld,
  codeOf,
  DAY,
  HOUR,
  local,
  MINUTE,
  reason,
  START,
} from './case-world.fixture.ts';
import { editCase } from './edit-case.ts';
import { listCases } from './list-cases.ts';
import { reachOf } from './load-case-file/case-reach.ts';
import { openCase } from './open-case.ts';

describeOnStores('cases', (open) => {
  let w: CaseWorld;
  let analyst: Principal;
  let second: Principal;
  let supervisor: Principal;
  let liaison: Principal;
  let auditor: Principal;
  let stranger: Principal;
  beforeAll(async () => {
    w = await CaseWorld.make(await open());
    analyst = await w.person(['analyst']);
    second = await w.person(['analyst']);
    supervisor = await w.person(['supervisor']);
    liaison = await w.person(['liaison']);
    auditor = await w.person(['auditor']);
    stranger = await w.person(['analyst'], w.other);
  });

  /** A case of the analyst with an alert of 430,000 tenge. */
  async function caseOfAlert() {
    const [victim, dropper] = [await w.account(), await w.account()];
    const seq = await w.transfer(victim, dropper, 430_000, { rules: ['pass_through'] });
    const alert = await w.alert(dropper, seq, 430_000);
    w.rest.set(dropper, 100_000_00);
    const items = [{ kind: 'alert', ref: String(alert) }] as const;
    const { caseId } = await w.open(analyst, { from: 'alert', items });
    return { caseId, victim, dropper, seq, alert };
  }

  it('opens one with what it is about, a number of the year and a place in the queue', async () => {
    const { caseId, alert } = await caseOfAlert();
    const detail = await w.show(analyst, caseId);
    expect(detail).toMatchObject({
      version: 1,
      state: 'in_work',
      openedFrom: 'alert',
      openedBy: { userId: analyst.id },
      assignee: { userId: analyst.id },
      institution: 'alpha',
      title: 'Дропперы у вокзала',
      reachMinor: 100_000_00,
      harmMinor: 430_000_00,
      // In reach, and a tenth of the harm.
      priority: 143_000_00,
    });
    expect(detail.number).toMatch(/^KZ-2026-\d{6}$/);
    expect(detail.items).toMatchObject([{ kind: 'alert', ref: String(alert), cameFrom: null }]);
    expect(detail.figures).toEqual({
      reach: [{ id: 'rest', amountMinor: 100_000_00 }],
      harm: [{ id: 'alerts', amountMinor: 430_000_00 }],
    });
    expect(detail.events).toMatchObject([{ version: 1, act: 'open', note: reason }]);
    expect(await w.audited(caseId)).toEqual(['case.open', 'case.look']);
  });

  it('counts a wage on a dropper’s account as a wage', async () => {
    const { caseId, dropper } = await caseOfAlert();
    await w.transfer(await w.account(), dropper, 900_000);
    w.rest.set(dropper, 1_330_000_00);
    await w.act(analyst, caseId, {
      ...{ kind: 'add_item', reason },
      items: [{ kind: 'account', ref: String(dropper) }],
    });
    expect((await w.show(analyst, caseId)).reachMinor).toBe(430_000_00);
  });

  it('counts numbers on without a gap, and from one again in another year of Almaty', async () => {
    const one = await w.open(analyst);
    const two = await w.open(analyst);
    expect(Number(two.number.slice(-6))).toBe(Number(one.number.slice(-6)) + 1);
    w.now = local('2027-01-01T00:01');
    expect((await w.open(analyst)).number).toBe('KZ-2027-000001');
    w.now = START;
  });

  it('opens none on what is not there, or another institution’s', async () => {
    const { alert, seq } = await caseOfAlert();
    const from = (by: Principal, kind: 'alert' | 'transfer', ref: string | number) =>
      codeOf(w.open(by, { from: 'hand', items: [{ kind, ref: String(ref) }] }));
    expect(await from(analyst, 'alert', 999_999)).toBe('QRG_CASE_ITEM_UNKNOWN');
    expect(await from(analyst, 'alert', 'x')).toBe('QRG_CASE_ITEM_UNKNOWN');
    expect(await from(stranger, 'alert', alert)).toBe('QRG_CASE_ITEM_UNKNOWN');
    expect(await from(stranger, 'transfer', seq)).toBe('QRG_CASE_ITEM_UNKNOWN');
    expect(await from(auditor, 'alert', alert)).toBe('QRG_CASE_ROLE');
  });

  it('is another institution’s case to nobody', async () => {
    const { caseId } = await w.open(analyst);
    expect(await codeOf(w.show(stranger, caseId))).toBe('QRG_CASE_UNKNOWN');
    expect(await codeOf(w.act(stranger, caseId, { kind: 'take' }))).toBe('QRG_CASE_UNKNOWN');
    const fiu = { ...stranger, seesAll: true };
    expect((await w.show(fiu, caseId)).acts).toEqual([]);
    expect(await codeOf(w.act(fiu, caseId, { kind: 'note', note: 'x' }))).toBe('QRG_CASE_UNKNOWN');
  });

  it('a request of another body brings its term; who answers late is late', async () => {
    const receivedAt = local('2026-11-26T09:00');
    const request = {
      ...{
        from: 'Агентство по финансовому мониторингу',
        number: '7-12/345',
        text: 'Просим сообщить',
      },
      receivedAt,
      term: 'afm-request',
    } as const;
    const opened = await w.open(liaison, { from: 'request', request, assignee: 'me' });
    // A liaison hands it on.
    expect(opened).toMatchObject({ assignee: null, state: 'open' });
    const due = local('2026-12-02T00:00');
    expect(opened.nextDueAt).toBe(due);
    const { caseId } = opened;
    const detail = await w.show(liaison, caseId);
    expect(detail.request).toEqual(request);
    expect(detail.tasks).toMatchObject([
      { term: { id: 'afm-request', value: 3 }, eventAt: receivedAt, dueAt: due, standing: 'open' },
    ]);
    const [{ taskId }] = detail.tasks;
    w.now = due;
    expect(await w.tick()).toMatchObject({ overdue: 1 });
    expect(await w.tick()).toMatchObject({ overdue: 0 });
    expect((await w.show(analyst, caseId)).tasks[0].standing).toBe('overdue');
    const page = { order: 'due', limit: 50 } as const;
    const late = await listCases(w.deps, analyst, { ...page, due: 'overdue' });
    expect(late.items.map((item) => item.caseId)).toContain(caseId);
    await w.act(analyst, caseId, { kind: 'task_done', task: taskId });
    expect(await w.show(analyst, caseId)).toMatchObject({
      nextDueAt: null,
      tasks: [{ standing: 'late', endedBy: { userId: analyst.id } }],
    });
    w.now = START;
    expect(await w.audited(caseId)).toContain('case.overdue');
  });

  it('says that a duty was met when it was, and takes no time to come', async () => {
    const { caseId } = await w.open(analyst);
    const term = { kind: 'task_add', title: 'Сообщить', term: 'suspicious-activity' } as const;
    expect(await codeOf(w.act(analyst, caseId, { ...term, eventAt: w.now + 1 }))).toBe(
      'QRG_CASE_TIME',
    );
    await w.act(analyst, caseId, { ...term, eventAt: START - 2 * HOUR });
    await w.act(liaison, caseId, { kind: 'task_add', title: 'Позвонить', dueAt: START + HOUR });
    const shown = await w.show(analyst, caseId);
    expect(shown.tasks.map(({ title }) => title)).toEqual(['Позвонить', 'Сообщить']);
    expect(shown.nextDueAt).toBe(START + HOUR);
    const [call, report] = shown.tasks.map(({ taskId }) => taskId);
    const done = { kind: 'task_done', task: report } as const;
    expect(await codeOf(w.act(analyst, caseId, { ...done, doneAt: w.now + 1 }))).toBe(
      'QRG_CASE_TIME',
    );
    expect(await codeOf(w.act(analyst, caseId, { ...done, doneAt: START - 3 * HOUR }))).toBe(
      'QRG_CASE_TIME',
    );
    await w.act(analyst, caseId, { ...done, doneAt: START - HOUR, note: 'отправлено' });
    expect(await codeOf(w.act(analyst, caseId, done))).toBe('QRG_CASE_TASK_UNKNOWN');
    await w.act(analyst, caseId, { kind: 'task_drop', task: call, reason });
    const standings = (await w.show(analyst, caseId)).tasks.map(({ standing }) => standing);
    expect(standings).toEqual(['met', 'stopped']);
  });

  it('a duty of law is dropped by a supervisor alone', async () => {
    const { caseId } = await w.open(analyst);
    await w.act(analyst, caseId, { kind: 'task_add', title: 'Сообщить', term: 'le-answer' });
    const [{ taskId }] = (await w.show(analyst, caseId)).tasks;
    const drop = { kind: 'task_drop', task: taskId, reason } as const;
    expect(await codeOf(w.act(analyst, caseId, drop))).toBe('QRG_CASE_ROLE');
    expect(await codeOf(w.act(supervisor, caseId, drop))).toBe('done');
  });

  it('whoever acts on an older version hears the newer one, and what was done meanwhile', async () => {
    const { caseId, version } = await w.open(analyst);
    await w.act(second, caseId, { kind: 'note', note: 'Звонил в банк' });
    const stale = { kind: 'note', note: 'моё' } as const;
    await expect(actOnCase(w.deps, analyst, caseId, version, stale)).rejects.toMatchObject({
      problem: { code: 'QRG_CASE_VERSION', args: { version: 2 } },
    });
    const { events, version: now } = await caseChanges(w.deps, analyst, caseId, version, 'full');
    expect(now).toBe(2);
    expect(events).toMatchObject([
      { version: 2, act: 'note', by: { userId: second.id }, note: 'Звонил в банк' },
    ]);
  });

  it('of many who act at once on one version, one wins', async () => {
    const { caseId, version } = await w.open(analyst);
    const codes = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        codeOf(actOnCase(w.deps, analyst, caseId, version, { kind: 'note', note: `${i}` })),
      ),
    );
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(codes.filter((code) => code === 'QRG_CASE_VERSION')).toHaveLength(7);
    expect(await w.versionOf(caseId)).toBe(2);
  });

  it('is run by one person; a supervisor hands it over', async () => {
    const { caseId } = await w.open(analyst);
    expect(await codeOf(w.act(second, caseId, { kind: 'take' }))).toBe('QRG_CASE_TAKEN');
    expect(await codeOf(w.act(second, caseId, { kind: 'return', reason }))).toBe('QRG_CASE_TAKEN');
    const assign = { kind: 'assign', reason } as const;
    expect(await codeOf(w.act(supervisor, caseId, { ...assign, to: liaison.id }))).toBe(
      'QRG_CASE_USER',
    );
    expect(await codeOf(w.act(supervisor, caseId, { ...assign, to: stranger.id }))).toBe(
      'QRG_CASE_USER',
    );
    expect(await codeOf(w.act(analyst, caseId, { ...assign, to: second.id }))).toBe(
      'QRG_CASE_ROLE',
    );
    const { view } = await w.act(supervisor, caseId, { ...assign, to: second.id });
    expect(view.assignee).toMatchObject({ userId: second.id });
    await w.act(second, caseId, { kind: 'wait', reason });
    expect(await codeOf(w.act(second, caseId, { kind: 'wait', reason }))).toBe('QRG_CASE_STATE');
    await w.act(second, caseId, { kind: 'resume', reason });
    expect((await w.act(second, caseId, { kind: 'return', reason })).view).toMatchObject({
      state: 'open',
      assignee: null,
    });
  });

  it('a hold that one proposes is placed when another decides, all at once', async () => {
    const { caseId, seq, dropper } = await caseOfAlert();
    const grounds = [{ kind: 'internal_rules', subject: 'payee' }] as const;
    const propose = {
      kind: 'propose_hold',
      transfer: seq,
      incoming: true,
      grounds,
      reason,
    } as const;
    expect(await codeOf(w.act(analyst, caseId, { ...propose, transfer: 9_999 }))).toBe(
      'QRG_HOLD_TRANSFER',
    );
    await w.act(analyst, caseId, propose);
    expect(await codeOf(w.act(second, caseId, propose))).toBe('QRG_CASE_PROPOSAL_OPEN');
    const [{ proposalId, problem }] = (await w.show(analyst, caseId)).proposals;
    expect(problem).toMatchObject({ code: 'QRG_CASE_ROLE' });
    const decide = {
      kind: 'decide_proposal',
      proposal: proposalId,
      approve: true,
      reason,
    } as const;
    expect(await codeOf(w.act(second, caseId, decide))).toBe('QRG_CASE_ROLE');
    await w.act(supervisor, caseId, decide);
    const { proposals, items, reachMinor } = await w.show(analyst, caseId);
    const hold = items.find(({ kind }) => kind === 'hold')?.ref;
    expect(proposals).toMatchObject([
      { decision: 'approved', decidedBy: { userId: supervisor.id }, result: `hold:${hold}` },
    ]);
    expect(items.map(({ kind }) => kind)).toEqual(['alert', 'hold', 'transfer']);
    const row = await w.store.db
      .selectFrom('holds')
      .selectAll()
      .where('hold_id', '=', Number(hold))
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: 'placed', account_no: dropper, placed_by: supervisor.id });
    // What is held is more than what had rested.
    expect(reachMinor).toBe(430_000_00);
    expect(await codeOf(w.act(supervisor, caseId, decide))).toBe('QRG_CASE_PROPOSAL_UNKNOWN');
    expect(await codeOf(w.act(analyst, caseId, propose))).toBe('QRG_HOLD_EXISTS');
  });

  it('nobody decides what they proposed, whatever their roles', async () => {
    const both = await w.person(['analyst', 'supervisor']);
    const { caseId } = await w.open(both);
    await w.act(both, caseId, { kind: 'propose_close', outcome: 'confirmed', reason });
    const [{ proposalId, problem }] = (await w.show(both, caseId)).proposals;
    expect(problem).toMatchObject({ code: 'QRG_CASE_SAME_PERSON' });
    const decide = {
      kind: 'decide_proposal',
      proposal: proposalId,
      approve: true,
      reason,
    } as const;
    expect(await codeOf(w.act(both, caseId, decide))).toBe('QRG_CASE_SAME_PERSON');
    expect(
      await codeOf(
        w.act(supervisor, caseId, { kind: 'withdraw_proposal', proposal: proposalId, reason }),
      ),
    ).toBe('QRG_CASE_ROLE');
    const { view } = await w.act(supervisor, caseId, decide);
    expect(view).toMatchObject({ state: 'closed', outcome: 'confirmed', closedAt: w.now });
  });

  it('ends alone only where nobody is harmed, with nothing left to do, and is opened again', async () => {
    const { caseId } = await w.open(analyst);
    await w.act(analyst, caseId, { kind: 'task_add', title: 'Проверить' });
    const close = (outcome: 'confirmed' | 'handed_over' | 'not_confirmed') =>
      codeOf(w.act(analyst, caseId, { kind: 'close', outcome, reason }));
    expect(await close('confirmed')).toBe('QRG_CASE_FOUR_EYES');
    expect(await close('handed_over')).toBe('QRG_CASE_FOUR_EYES');
    expect(await close('not_confirmed')).toBe('QRG_CASE_TASKS_OPEN');
    const [{ taskId }] = (await w.show(analyst, caseId)).tasks;
    await w.act(analyst, caseId, { kind: 'task_done', task: taskId });
    await w.act(analyst, caseId, { kind: 'propose_close', outcome: 'confirmed', reason });
    expect(await close('not_confirmed')).toBe('QRG_CASE_PROPOSAL_OPEN');
    const [{ proposalId }] = (await w.show(analyst, caseId)).proposals;
    await w.act(analyst, caseId, { kind: 'withdraw_proposal', proposal: proposalId, reason });
    expect(await close('not_confirmed')).toBe('done');
    expect(await codeOf(w.act(analyst, caseId, { kind: 'add_item', items: [], reason }))).toBe(
      'QRG_CASE_STATE',
    );
    expect(await codeOf(w.act(analyst, caseId, { kind: 'note', note: 'после' }))).toBe('done');
    expect(await codeOf(w.act(analyst, caseId, { kind: 'reopen', reason }))).toBe('QRG_CASE_ROLE');
    const { view } = await w.act(supervisor, caseId, { kind: 'reopen', reason });
    expect(view).toMatchObject({ state: 'in_work', outcome: null, closedAt: null });
  });

  it('everything moves when two merge, both histories stay, and it can be split off again', async () => {
    const one = await caseOfAlert();
    const two = await caseOfAlert();
    await w.act(analyst, one.caseId, {
      kind: 'add_item',
      items: [{ kind: 'alert', ref: String(two.alert) }],
      reason,
    });
    await w.act(analyst, one.caseId, {
      kind: 'fact_say',
      fact: 'gave_access',
      party: 'c1',
      says: 'yes',
      shownBy: ['t1'],
    });
    await w.act(analyst, one.caseId, { kind: 'task_add', title: 'Позвонить', dueAt: START + HOUR });
    const intoVersion = await w.versionOf(two.caseId);
    const merge = { kind: 'merge', into: two.caseId, intoVersion, reason } as const;
    expect(await codeOf(w.act(analyst, one.caseId, { ...merge, intoVersion: 99 }))).toBe(
      'QRG_CASE_VERSION',
    );
    expect(
      await codeOf(
        w.act(analyst, one.caseId, {
          ...merge,
          into: one.caseId,
          intoVersion: await w.versionOf(one.caseId),
        }),
      ),
    ).toBe('QRG_CASE_MERGE');
    const { view, other } = await w.act(analyst, one.caseId, merge);
    expect(other).toBe(two.caseId);
    expect(view).toMatchObject({ state: 'merged', mergedInto: two.caseId, nextDueAt: null });

    const old = await w.show(analyst, one.caseId);
    expect(old.items).toEqual([]);
    expect(old.events.map(({ act }) => act)).toEqual([
      'merge',
      'task_add',
      'fact_say',
      'add_item',
      'open',
    ]);
    for (const { problem } of old.acts) expect(problem?.code).toMatch(/^QRG_CASE_(STATE|ROLE)$/);
    const now = await w.show(analyst, two.caseId);
    expect(now.mergedFrom).toEqual([one.caseId]);
    expect(now.items.map(({ ref, cameFrom }) => [ref, cameFrom])).toEqual([
      [String(one.alert), one.caseId],
      [String(two.alert), null],
    ]);
    expect(now.facts).toHaveLength(1);
    expect(now.nextDueAt).toBe(START + HOUR);
    expect(now.events[0]).toMatchObject({ act: 'merge_in', detail: { from: one.caseId } });

    const items = now.items.filter(({ cameFrom }) => cameFrom !== null).map(({ itemId }) => itemId);
    const back = {
      kind: 'split',
      title: 'Снова отдельно',
      items,
      files: [],
      facts: now.facts.map(({ factId }) => factId),
      tasks: now.tasks.map(({ taskId }) => taskId),
      reason,
    } as const;
    const every = now.items.map(({ itemId }) => itemId);
    expect(await codeOf(w.act(analyst, two.caseId, { ...back, items: every }))).toBe(
      'QRG_CASE_SPLIT',
    );
    expect(await codeOf(w.act(analyst, two.caseId, { ...back, tasks: [999_999] }))).toBe(
      'QRG_CASE_SPLIT',
    );
    const split = await w.act(analyst, two.caseId, back);
    const fresh = await w.show(analyst, split.other!);
    expect(fresh).toMatchObject({
      openedFrom: 'split',
      splitFrom: two.caseId,
      nextDueAt: START + HOUR,
      items: [{ ref: String(one.alert) }],
      facts: [{ kind: 'gave_access' }],
      harmMinor: 430_000_00,
    });
    expect(await w.show(analyst, two.caseId)).toMatchObject({
      splitInto: [split.other],
      nextDueAt: null,
      items: [{ ref: String(two.alert) }],
    });
    expect(await w.audited(split.other!)).toEqual(['case.open', 'case.look']);
  });

  it('says facts as they fit their kind, and withdraws them', async () => {
    const { caseId } = await w.open(analyst);
    const say = (fact: object) =>
      codeOf(
        w.act(analyst, caseId, {
          ...{ kind: 'fact_say', fact: 'reward_paid', party: 'c2', says: 'yes', shownBy: [] },
          ...(fact as object),
        } as never),
      );
    const money = { type: 'money', amountMinor: 30_000_00, currency: 'KZT' };
    expect(await say({})).toBe('QRG_CASE_FACT');
    expect(await say({ value: { type: 'count', count: 3 } })).toBe('QRG_CASE_FACT');
    expect(await say({ fact: 'gave_access', value: money })).toBe('QRG_CASE_FACT');
    expect(await say({ fact: 'drug_size', value: { type: 'word', word: 'huge' } })).toBe(
      'QRG_CASE_FACT',
    );
    expect(await say({ value: money, actAt: w.now + 1 })).toBe('QRG_CASE_TIME');
    expect(await say({ value: money, actAt: START - DAY, note: 'переписка' })).toBe('done');
    expect(await say({ says: 'no' })).toBe('done');
    const { facts } = await w.show(analyst, caseId);
    expect(facts).toMatchObject([
      { value: money, note: 'переписка' },
      { says: 'no', value: null },
    ]);
    await w.act(analyst, caseId, { kind: 'fact_withdraw', fact: facts[0].factId, reason });
    expect((await w.show(analyst, caseId)).facts[0].withdrawnAt).toBe(w.now);
    expect(
      await codeOf(
        w.act(analyst, caseId, { kind: 'fact_withdraw', fact: facts[0].factId, reason }),
      ),
    ).toBe('QRG_CASE_FACT_UNKNOWN');
  });

  it('is found by what belongs to it, by who has it and by what is due today', async () => {
    const { caseId, alert } = await caseOfAlert();
    await w.act(analyst, caseId, {
      kind: 'task_add',
      title: 'Сегодня',
      dueAt: local('2026-11-26T23:59'),
    });
    const { caseId: tomorrow } = await w.open(second);
    await w.act(second, tomorrow, {
      kind: 'task_add',
      title: 'Завтра',
      dueAt: local('2026-11-27T00:00'),
    });
    const found = async (filter: object) => {
      const page = { order: 'newest', limit: 100, ...filter } as const;
      return (await listCases(w.deps, analyst, page)).items.map((item) => item.caseId);
    };
    expect(await found({ has: { kind: 'alert', ref: String(alert) } })).toEqual([caseId]);
    const today = await found({ due: 'today' });
    expect(today).toContain(caseId);
    expect(today).not.toContain(tomorrow);
    expect(await found({ assignee: second.id })).toContain(tomorrow);
    expect(await found({ assignee: 'nobody' })).not.toContain(caseId);
    for (const order of ['priority', 'due', 'newest'] as const) {
      const all = await found({ order });
      let paged: number[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await listCases(w.deps, analyst, { order, limit: 3, cursor });
        paged = [...paged, ...page.items.map((item) => item.caseId)];
        if (page.next === null) break;
        cursor = page.next;
      }
      expect(paged, order).toEqual(all);
    }
  });

  it('a mark is made stricter by anybody, less strict by a supervisor', async () => {
    const { caseId } = await w.open(analyst);
    const mark = async (by: Principal, tlp: 'red' | 'green') =>
      codeOf(editCase(w.deps, by, caseId, await w.versionOf(caseId), { tlp }));
    expect(await mark(liaison, 'red')).toBe('done');
    expect(await mark(analyst, 'green')).toBe('QRG_CASE_TLP');
    expect(await mark(supervisor, 'green')).toBe('done');
    expect(
      await codeOf(
        editCase(w.deps, liaison, caseId, await w.versionOf(caseId), { title: 'Новое' }),
      ),
    ).toBe('QRG_CASE_ROLE');
  });

  it('masks numbers of people in lists and for an auditor, and writes none into the record of acts', async () => {
    const iin = '990101350123';
    const { caseId } = await w.open(analyst, { title: `Дело ${iin}` });
    await w.act(analyst, caseId, { kind: 'note', note: `Клиент ${iin} по имени Тестов` });
    await w.act(analyst, caseId, {
      ...{ kind: 'call', calledAt: w.now - MINUTE, reached: true },
      note: `Мать клиента Тестова ${iin}`,
    });
    const page = { order: 'newest', limit: 1 } as const;
    const [listed] = (await listCases(w.deps, analyst, page)).items;
    expect(listed.title).not.toContain(iin);
    const inFull = await w.show(analyst, caseId);
    expect(inFull.title).toContain(iin);
    const masked = JSON.stringify(await w.show(auditor, caseId));
    expect(masked).not.toContain(iin);
    const record = await w.auditText();
    for (const said of [iin, 'Тестов']) expect(record).not.toContain(said);
  });

  it('a network that is certain and harmful becomes one case of the bank most concerned', async () => {
    const [a, b, c] = [await w.account(), await w.account(w.other), await w.account(w.other)];
    await w.network('n900', [a, b, c], { institutions: [w.bank, w.other] });
    await w.network('n901', [a, b], { certainty: 79 });
    await w.network('n902', [a, b], { harmTenge: 999_999 });
    expect(await w.tick()).toMatchObject({ opened: 1 });
    expect(await w.tick()).toMatchObject({ opened: 0 });
    const page = { order: 'newest', limit: 10, network: 'n900' } as const;
    const { items } = await listCases(w.deps, stranger, page);
    expect(items).toMatchObject([
      { openedBy: null, openedFrom: 'network', fromNetwork: 'n900', state: 'open', assignee: null },
    ]);
    expect((await listCases(w.deps, analyst, page)).items).toEqual([]);
    // A person who takes the network out is not overruled.
    const [{ caseId }] = items;
    const [{ itemId }] = (await w.show(stranger, caseId)).items;
    await w.act(stranger, caseId, { kind: 'remove_item', item: itemId, reason });
    expect(await w.tick()).toMatchObject({ opened: 0 });
  });

  it('keeps its network when the next search finds others in its place', async () => {
    const [victim, dropper] = [await w.account(), await w.account()];
    await w.transfer(victim, dropper, 2_000_000, { at: START - HOUR });
    const network = await w.network('n950', [victim, dropper], { certainty: 10 });
    w.rest.set(dropper, 500_000_00);
    const items = [{ kind: 'network', ref: network }] as const;
    const { caseId } = await w.open(analyst, { from: 'network', items });
    const before = await w.show(analyst, caseId);
    expect(before).toMatchObject({ reachMinor: 500_000_00, harmMinor: 2_000_000_00 });
    await w.store.db.deleteFrom('networks').where('network_id', '=', network).execute();
    w.now = START + HOUR;
    await w.tick();
    w.now = START;
    expect((await w.show(analyst, caseId)).figures).toEqual(before.figures);
    const reach = await w.store.read(scopeOf(analyst), async (trx) =>
      reachOf(trx, await findCase(trx, caseId)),
    );
    expect(reach.networks).toMatchObject([{ network_id: network, certainty: 10 }]);
    expect([...reach.accounts.keys()]).toEqual([victim, dropper]);
  });

  it('a ring that is found again under another name goes to the case that has it', async () => {
    const ring = [];
    for (let i = 0; i < 5; i++) ring.push(await w.account(w.other));
    await w.network('n960', ring.slice(0, 4));
    await w.tick();
    const page = { order: 'newest', limit: 1, network: 'n960' } as const;
    const [{ caseId }] = (await listCases(w.deps, stranger, page)).items;
    await w.store.db.deleteFrom('networks').where('network_id', '=', 'n960').execute();
    // Of its four members that work two are those of before.
    await w.network('n961', [
      await w.account(),
      ring[2],
      ring[3],
      ring[4],
      await w.account(w.other),
    ]);
    expect(await w.tick()).toMatchObject({ opened: 1 });
    expect((await w.show(stranger, caseId)).items.map(({ ref }) => ref)).toEqual(['n960', 'n961']);
    await w.act(stranger, caseId, { kind: 'take' });
    await w.act(stranger, caseId, { kind: 'close', outcome: 'not_confirmed', reason });
    await w.network('n962', [ring[0], ring[2], ring[3]]);
    expect(await w.tick()).toMatchObject({ opened: 0 });
    await w.store.db.deleteFrom('networks').execute();
  });

  it('opens so many a day and no more', async () => {
    for (let i = 0; i < 25; i++)
      await w.network(`m${i}`, [await w.account(), await w.account(w.other)]);
    let opened = 0;
    for (let tick = 0; tick < 5; tick++) opened += (await w.tick()).opened;
    // Two of the bank's twenty were opened by the tests before.
    expect(opened).toBe(18);
    w.now = START + DAY;
    expect((await w.tick()).opened).toBe(7);
    w.now = START;
  });

  it('a program opens none', async () => {
    const key: Principal = { ...analyst, kind: 'key' };
    const wish = {
      title: 'x y z',
      from: 'hand',
      items: [],
      tlp: 'amber',
      assignee: 'nobody',
      reason,
    } as const;
    expect(await codeOf(openCase(w.deps, key, wish))).toBe('QRG_CASE_PERSON');
  });
});
