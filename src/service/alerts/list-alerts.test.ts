import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Store } from '../../store/store.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { type AlertOrder, askedAlerts } from './list-alerts.ts';

const LARGE = 1;
const SMALL = 2;

/** Of every hundred alerts one is the small bank's; nine of ten are closed. */
const ALERTS = `INSERT INTO alerts (institution_id, account_no, opened_at, last_at, score, verdict, transfers, amount_minor,
    last_seq, status)
  SELECT CASE WHEN i % 100 = 0 THEN ${SMALL} ELSE ${LARGE} END, i, i, i, 100 - i % 97, 1, 1, 1, i,
    CASE WHEN i / 100 % 10 = 0 THEN 'open' ELSE 'closed' END
  FROM generate_series(1, 20000) AS i`;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

describeOnStores('the queue of alerts', (open) => {
  /** How the page of the small bank's queue was read: the index, and how many alerts were looked at. */
  async function readBy(store: Store, order: AlertOrder) {
    const scope = { institutionId: SMALL, seesAll: false };
    const [told] = await store.read(scope, (trx) => {
      const query = { status: ['open', 'in_work'], order, limit: 10 } as const;
      const asked = askedAlerts(trx, scope, query);
      return asked.explain<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
        'json',
        sql`analyze`,
      );
    });
    const plan = told['QUERY PLAN'][0].Plan;
    const scan = nodesOf(plan).find((node) => node['Relation Name'] === 'alerts')!;
    return {
      index: scan['Index Name'],
      looked: scan['Actual Rows'] + (scan['Rows Removed by Filter'] ?? 0),
    };
  }

  test('of a small bank is read without looking at the alerts of the large one', async () => {
    const store = await open();
    await store.pool.query(`INSERT INTO institutions (code, name, kind, created_at)
      VALUES ('large', 'Large', 'bank', 0), ('small', 'Small', 'bank', 0)`);
    await store.pool.query(ALERTS);
    await store.pool.query('ANALYZE alerts');
    const gravest = await readBy(store, 'score');
    expect(gravest.index).toBe('alerts_of_institution_unclosed');
    expect(gravest.looked).toBeLessThanOrEqual(20);
    const newest = await readBy(store, 'newest');
    expect(newest.looked).toBeLessThanOrEqual(200);
  });
});

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
