import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { CASE_STATES } from '../../domain/case/case-file.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import type { Principal } from '../access/principal.ts';
import type { CaseWish } from './case-wish.ts';
import { CaseWorld, codeOf, HOUR, reason, START } from './case-world.fixture.ts';

const RUNS = 8;
const STEPS = 40;
/** Numbers of wishes below; what needs another act before it comes more often. */
const ACTS = [
  ...Array(24).keys(),
  ...[0, 11, 11, 11, 12, 16, 17, 17, 18, 18, 18, 18, 20, 20, 20, 20, 21, 21, 21, 22],
];

/** A step of a walk: who, on which of the cases, does what; `pick` chooses among what is there. */
interface Step {
  readonly by: number;
  readonly on: number;
  readonly act: number;
  readonly pick: number;
}

const steps = fc.array(
  fc.record({
    by: fc.constantFrom(0, 1, 1, 2, 2, 2, 3, 4, 5),
    on: fc.nat(9),
    act: fc.constantFrom(...ACTS),
    pick: fc.nat(1_000),
  }),
  { minLength: STEPS, maxLength: STEPS },
);

describeOnStores('whatever people do with cases', (open, { kind }) => {
  // Invariants are of our own code, and of statements that the other suites try on both servers.
  if (kind !== 'embedded') {
    it('is tried on the embedded server', () => {});
    return;
  }
  let w: CaseWorld;
  let people: Principal[];
  beforeAll(async () => {
    w = await CaseWorld.make(await open());
    people = [
      await w.person(['analyst']),
      await w.person(['analyst', 'supervisor']),
      await w.person(['supervisor']),
      await w.person(['investigator']),
      await w.person(['liaison']),
      await w.person(['auditor']),
    ];
  });

  it('histories are whole, merged cases rest, nobody decides alone, what is due is told', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (walk) => {
        const cases = await begin();
        for (const step of walk) await take(cases, step);
        for (const caseId of cases) await check(caseId);
      }),
      { numRuns: RUNS, seed: 7 },
    );
    // A walk that never comes so far would hold nothing.
    for (const kind of [
      'decide_proposal',
      'close',
      'reopen',
      'merge',
      'split',
      'withdraw_proposal',
    ])
      expect(counts.get(`${kind} done`) ?? 0, kind).toBeGreaterThan(0);
    expect(counts.get('decide_proposal QRG_CASE_SAME_PERSON') ?? 0).toBeGreaterThan(0);
  });

  /** By act and what came of it. */
  const counts = new Map<string, number>();

  /** Two cases with an alert, a transfer and a task each. */
  async function begin(): Promise<number[]> {
    const cases: number[] = [];
    for (let i = 0; i < 2; i++) {
      const [victim, dropper] = [await w.account(), await w.account()];
      const seq = await w.transfer(victim, dropper, 100_000, { rules: ['pass_through'] });
      const items = [
        { kind: 'transfer', ref: String(seq) },
        { kind: 'account', ref: String(dropper) },
      ] as const;
      const { caseId } = await w.open(people[0], { items, assignee: i === 0 ? 'me' : 'nobody' });
      if (i === 0)
        await w.act(people[0], caseId, { kind: 'task_add', title: 'x y z', dueAt: START + HOUR });
      cases.push(caseId);
    }
    return cases;
  }

  async function take(cases: number[], { by, on, act, pick }: Step): Promise<void> {
    const caseId = cases[on % cases.length];
    const before = await rowOf(caseId);
    const there = await idsOf(caseId);
    const one = (list: readonly number[]): number => list[pick % Math.max(1, list.length)] ?? 1;
    const other = cases[pick % cases.length];
    const wish = wishOf(act, {
      ...{ pick, other, otherVersion: await w.versionOf(other) },
      item: one(there.items),
      items: there.items.slice(0, 1 + (pick % 2)),
      task: one(there.tasks),
      fact: one(there.facts),
      proposal: one(there.proposals),
      transfer: one(there.transfers),
      to: people[pick % people.length].id,
    });
    let made: number | null = null;
    const code = await codeOf(
      w.act(people[by], caseId, wish).then((acted) => {
        made = acted.other;
      }),
    );
    if (made !== null && !cases.includes(made)) cases.push(made);
    counts.set(`${wish.kind} ${code}`, (counts.get(`${wish.kind} ${code}`) ?? 0) + 1);
    const after = await rowOf(caseId);
    expect(after.version, `${wish.kind} ${code}`).toBe(before.version + (code === 'done' ? 1 : 0));
    if (before.state === 'merged') expect(code).not.toBe('done');
    if (people[by].roles.includes('auditor')) expect(code).not.toBe('done');
  }

  /** What belongs to a case now; of proposals and tasks those that are open. */
  async function idsOf(caseId: number) {
    const { rows } = await sql<
      Record<'items' | 'tasks' | 'facts' | 'proposals' | 'transfers', number[]>
    >`
      SELECT array(SELECT item_id FROM case_items WHERE case_id = ${caseId} AND removed_at IS NULL ORDER BY 1) AS items,
        array(SELECT ref::bigint FROM case_items WHERE case_id = ${caseId} AND kind = 'transfer' ORDER BY 1) AS transfers,
        array(SELECT task_id FROM case_tasks WHERE case_id = ${caseId} AND done_at IS NULL AND stopped_at IS NULL ORDER BY 1) AS tasks,
        array(SELECT fact_id FROM case_facts WHERE case_id = ${caseId} ORDER BY 1) AS facts,
        array(SELECT proposal_id FROM case_proposals WHERE case_id = ${caseId} AND decision IS NULL ORDER BY 1) AS proposals`.execute(
      w.store.db,
    );
    return rows[0];
  }

  const rowOf = (caseId: number) =>
    w.store.db
      .selectFrom('cases')
      .selectAll()
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();

  async function check(caseId: number): Promise<void> {
    const row = await rowOf(caseId);
    const detail = await w.show(people[5], caseId);
    // One event a version, none missing, the last one in the state that the case has.
    expect(detail.events.map(({ version }) => version)).toEqual(
      Array.from({ length: row.version }, (_, i) => row.version - i),
    );
    expect(detail.events[0].state).toBe(row.state);
    expect(CASE_STATES).toContain(row.state);
    const left = await w.countOf('case_facts', caseId);
    if (row.state === 'merged') expect([detail.tasks.length, left]).toEqual([0, 0]);
    for (const { decision, proposedBy, decidedBy } of detail.proposals)
      if (decision !== null)
        expect(decidedBy!.userId === proposedBy.userId).toBe(decision === 'withdrawn');
    if (row.state === 'closed')
      expect(detail.proposals.every((one) => one.decision !== null)).toBe(true);
    const harmful = row.outcome === 'confirmed' || row.outcome === 'handed_over';
    if (harmful)
      expect(
        detail.proposals.some((one) => one.what === 'close' && one.decision === 'approved'),
      ).toBe(true);
    const dues = detail.tasks.flatMap(({ endedAt, dueAt }) =>
      endedAt === null && dueAt !== null ? [dueAt] : [],
    );
    expect(dues).toEqual([...dues].sort((a, b) => a - b));
    expect(row.next_due_at).toBe(dues[0] ?? null);
    expect(new Set(detail.items.map(({ kind, ref }) => `${kind}:${ref}`)).size).toBe(
      detail.items.length,
    );
    const written = (await w.audited(caseId)).filter((action) => action !== 'case.look');
    expect(written).toHaveLength(row.version);
  }
});

interface Picked {
  readonly pick: number;
  readonly other: number;
  readonly otherVersion: number;
  readonly item: number;
  readonly items: readonly number[];
  readonly task: number;
  readonly fact: number;
  readonly proposal: number;
  readonly transfer: number;
  readonly to: number;
}

function wishOf(act: number, p: Picked): CaseWish {
  const wishes: CaseWish[] = [
    { kind: 'take' },
    { kind: 'assign', to: p.to, reason },
    { kind: 'return', reason },
    { kind: 'wait', reason },
    { kind: 'resume', reason },
    { kind: 'note', note: 'note' },
    { kind: 'call', calledAt: START, reached: p.pick % 2 === 0, note: 'call' },
    { kind: 'add_item', items: [{ kind: 'transfer', ref: String(p.transfer) }], reason },
    { kind: 'remove_item', item: p.item, reason },
    { kind: 'task_add', title: 'task', dueAt: START + p.pick * HOUR },
    {
      kind: 'task_add',
      title: 'term',
      term: 'suspicious-activity',
      eventAt: START - p.pick * HOUR,
    },
    { kind: 'task_done', task: p.task },
    { kind: 'task_drop', task: p.task, reason },
    { kind: 'fact_say', fact: 'gave_access', party: 'c1', says: 'yes', shownBy: [] },
    { kind: 'fact_withdraw', fact: p.fact, reason },
    {
      kind: 'feedback',
      target: 'transfer',
      ref: String(p.transfer),
      said: 'confirmed',
      why: reason,
    },
    {
      kind: 'propose_hold',
      transfer: p.transfer,
      incoming: true,
      grounds: [{ kind: 'internal_rules', subject: 'payee' }],
      reason,
    },
    { kind: 'propose_close', outcome: p.pick % 2 === 0 ? 'confirmed' : 'handed_over', reason },
    { kind: 'decide_proposal', proposal: p.proposal, approve: p.pick % 3 !== 0, reason },
    { kind: 'withdraw_proposal', proposal: p.proposal, reason },
    { kind: 'close', outcome: p.pick % 2 === 0 ? 'unclear' : 'not_confirmed', reason },
    { kind: 'reopen', reason },
    { kind: 'merge', into: p.other, intoVersion: p.otherVersion, reason },
    { kind: 'split', title: 'part', items: p.items, files: [], facts: [], tasks: [], reason },
  ];
  return wishes[act];
}
