import { beforeAll, expect, it } from 'vitest';
import { createRandom } from '../../../domain/random.ts';
import type { Store } from '../../../store/store.ts';
import { describeOnStores } from '../../../store/test-stores.ts';
import type { CaseReach, ReachedAccount } from './case-reach.ts';
import { type CaseFlowRow, flowsOfCase, flowsQuery, transfersOfCase } from './case-transfers.ts';

const ACCOUNTS = 8;
const ROWS = 160;
const PURCHASE = 2;
const NOTHING = {
  ...{ alert: [], network: [], account: [], customer: [], transfer: [], post: [], campaign: [] },
  ...{ report: [], hold: [], takedown: [], package: [], statement: [] },
};

describeOnStores('transfers of a case', (open) => {
  const random = createRandom(11);
  let store: Store;
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const payer = random.int(0, ACCOUNTS - 1);
    return {
      ...{ seq: i + 1, institution_id: 1, transfer_id: `t${i}`, at: random.int(0, 60) },
      ...{ received_at: 0, payer, payee: (payer + random.int(1, ACCOUNTS - 1)) % ACCOUNTS },
      ...{ amount_minor: random.int(1, 9), channel: random.int(1, 3), purpose: 0 },
      ...{ score: random.int(0, 100), verdict: random.int(0, 5) === 0 ? 1 : 0, said: null },
    };
  });

  beforeAll(async () => {
    store = await open();
    await store.db.insertInto('transfers').values(rows).execute();
  }, 120_000);

  const reachOf = (): CaseReach => {
    const accounts = new Map<number, ReachedAccount>();
    for (let account = 0; account < ACCOUNTS; account++)
      if (random.int(0, 2) === 0)
        accounts.set(account, {
          role: 'unknown',
          hops: random.int(0, 1) === 0 ? null : 1,
          isFocus: random.int(0, 1) === 0,
        });
    const some = () => Array.from({ length: random.int(0, 3) }, () => random.int(1, ROWS));
    return {
      row: { institution_id: 1 } as CaseReach['row'],
      ...{ codes: new Map(), accounts, since: random.int(0, 40), networks: [] },
      refs: { ...NOTHING, transfer: some().map(String) },
      said: { right: some(), wrong: some() },
    };
  };

  /** As the words say it, row by row. */
  const slow = ({ accounts, since, refs, said }: CaseReach, from: number, amountLeast: number) =>
    rows
      .filter(({ at, amount_minor }) => at >= from && amount_minor >= amountLeast)
      .filter((row) => {
        const [payer, payee] = [accounts.get(row.payer), accounts.get(row.payee)];
        const isOpen = row.at >= since && row.channel !== PURCHASE;
        return (
          refs.transfer.includes(String(row.seq)) ||
          (payer && payee) ||
          ((payer || payee) && row.verdict > 0) ||
          (isOpen && (payer?.isFocus || payee?.isFocus))
        );
      })
      .map((row) => ({
        ...row,
        suspicious:
          !said.wrong.includes(row.seq) &&
          (row.verdict > 0 ||
            refs.transfer.includes(String(row.seq)) ||
            said.right.includes(row.seq) ||
            (typeof accounts.get(row.payer)?.hops === 'number' &&
              typeof accounts.get(row.payee)?.hops === 'number')),
      }));

  it('are those that the words say, page by page, each once', async () => {
    for (let world = 0; world < 25; world++) {
      const reach = reachOf();
      const [from, amountLeast] = [random.int(0, 20), random.int(1, 4)];
      const wanted = slow(reach, from, amountLeast).sort((a, b) => a.at - b.at || a.seq - b.seq);
      await store.read({ institutionId: 1, seesAll: false }, async (trx) => {
        const found: { at: number; seq: number; suspicious: boolean }[] = [];
        for (;;) {
          const after = found.at(-1);
          const page = await transfersOfCase(trx, reach, {
            ...{ from, amountLeast, after, order: 'oldest', limit: 7 },
          });
          found.push(...page);
          if (page.length < 7) break;
        }
        const plain = (list: typeof found) => list.map(({ seq, suspicious }) => [seq, suspicious]);
        expect(plain(found)).toEqual(plain(wanted));
        const newest = await transfersOfCase(trx, reach, {
          ...{ from, amountLeast, order: 'newest', limit: 9, suspiciousOnly: true },
        });
        const back = wanted.filter(({ suspicious }) => suspicious).toReversed();
        expect(plain(newest)).toEqual(plain(back.slice(0, 9)));
        const gravest = await transfersOfCase(trx, reach, {
          ...{ from, amountLeast, order: 'gravest', limit: 5 },
        });
        expect(gravest.filter(({ suspicious }) => suspicious)).toHaveLength(
          Math.min(5, back.length),
        );
      });
    }
  });

  /** Summed by both ends, in the order of the picture. */
  const summed = (list: ReturnType<typeof slow>): CaseFlowRow[] => {
    const flows = Object.values(
      Object.groupBy(list, ({ payer, payee }) => `${payer} ${payee}`),
    ).flatMap((of) => (of === undefined ? [] : [flowOf(of)]));
    return flows.sort(
      (a, b) =>
        Number(b.suspicious) - Number(a.suspicious) ||
        b.amount_minor - a.amount_minor ||
        a.payer - b.payer ||
        a.payee - b.payee,
    );
  };

  it('are summed as the words say, each once, of all of the time and of a part of it', async () => {
    for (let world = 0; world < 50; world++) {
      const reach = reachOf();
      const isWhole = world % 2 === 0;
      const [from, amountLeast] = isWhole ? [0, 0] : [random.int(0, 20), random.int(1, 4)];
      const to = isWhole ? undefined : random.int(30, 61);
      const wanted = slow(reach, from, amountLeast).filter(({ at }) => at < (to ?? 61));
      await store.read({ institutionId: 1, seesAll: false }, async (trx) => {
        const bounds = { rowsMost: 1_000, flowsMost: 1_000 };
        const flows = await flowsOfCase(trx, reach, { from, to, amountLeast }, bounds);
        expect(flows).toEqual(summed(wanted));
      });
    }
  });

  it('are summed by reading each row once, however many ways it comes by', async () => {
    const reach = { ...reachOf(), refs: { ...NOTHING, transfer: ['1'] } };
    const { sql } = flowsQuery(reach, {}, { rowsMost: 1_000, flowsMost: 1_000 }).compile(store.db);
    expect(sql.match(/FROM transfers/g)).toHaveLength(1);
  });
});

/** One sum of rows of the same two ends. */
const flowOf = (
  of: readonly (Pick<CaseFlowRow, 'payer' | 'payee' | 'amount_minor' | 'suspicious'> & {
    readonly at: number;
    readonly channel: number;
  })[],
): CaseFlowRow => ({
  payer: of[0].payer,
  payee: of[0].payee,
  amount_minor: of.reduce((sum, { amount_minor }) => sum + amount_minor, 0),
  count: of.length,
  first_at: Math.min(...of.map(({ at }) => at)),
  last_at: Math.max(...of.map(({ at }) => at)),
  channels: of.reduce((bits, { channel }) => bits | (1 << channel), 0),
  suspicious: of.some(({ suspicious }) => suspicious),
});
