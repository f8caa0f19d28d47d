import { beforeAll, expect, it } from 'vitest';
import { describeOnStores } from '../../store/test-stores.ts';
import { HOUR, HoldWorld, reason, START } from './hold-world.fixture.ts';
import { type HoldQuery, listHolds } from './list-holds.ts';
import { tickHolds } from './tick-holds.ts';

describeOnStores('the queue of holds', (open) => {
  let w: HoldWorld;
  beforeAll(async () => {
    w = await HoldWorld.make(await open());
  });

  async function all(query: Partial<HoldQuery> = {}) {
    const pages = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await listHolds(w.deps, w.analyst, { limit: 2, ...query, cursor });
      pages.push(...page.items);
      cursor = page.next ?? undefined;
      more = page.next !== null;
    }
    return pages;
  }

  it('goes by the term that runs out first, page by page; what has none comes last', async () => {
    const earlier = (hours: number) => ({ at: START - hours * HOUR });
    const proposals = [3, 40, 0, 12].map((hours) => w.proposal(['internal_rules'], earlier(hours)));
    const ids = await w.propose(...proposals);
    const suspicion = await w.placed(['aml_suspicion']);
    const frozen = await w.placed(['sanctions_list']);
    const released = await w.placed(['internal_rules']);
    await w.act(released, { kind: 'release', reason, basis: 'cleared' }, w.supervisor);
    await tickHolds(w.deps);
    const items = await all();
    expect(items.map(({ holdId }) => holdId).toSorted((a, b) => a - b)).toEqual([
      ...ids,
      suspicion,
      frozen,
      released,
    ]);
    const terms = items.map(({ deadlines }) => deadlines[0]?.dueAt ?? Number.POSITIVE_INFINITY);
    expect(terms).toEqual(terms.toSorted((a, b) => a - b));
    expect(new Set(terms).size).toBeGreaterThan(3);
    expect(items.at(-1)?.deadlines).toEqual([]);
    const stored = await w.store.db
      .selectFrom('holds')
      .select(['hold_id', 'next_term_at'])
      .where('hold_id', 'in', [...ids, suspicion, frozen])
      .execute();
    for (const { hold_id, next_term_at } of stored)
      expect(next_term_at).toBe(
        items.find(({ holdId }) => holdId === hold_id)?.deadlines[0]?.dueAt ?? null,
      );
    expect((await all({ states: ['released'] })).map(({ holdId }) => holdId)).toEqual([released]);
  });

  it('shows a proposal before all that have time left, until its own terms are counted', async () => {
    const [fresh] = await w.propose(w.proposal(['internal_rules'], { at: START - 1 }));
    const inTime = async () =>
      (await all({ states: ['proposed'] }))
        .filter(({ deadlines }) => deadlines[0].dueAt > START)
        .map(({ holdId }) => holdId);
    expect((await inTime())[0]).toBe(fresh);
    await tickHolds(w.deps);
    expect((await inTime()).indexOf(fresh)).toBeGreaterThan(0);
  });
});
