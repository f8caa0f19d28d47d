import { describe, expect, it } from 'vitest';
import { ALWAYS, indexByAccount } from './account-flows.ts';
import { linkMoney } from './fifo.ts';
import { flowsOf, type MadeTransfer } from './made-flows.ts';
import { buildScene } from './scene.ts';
import { findCommonSink } from './sink.ts';

const MINUTE_MS = 60_000;
const MEMBERS = [1, 2, 3, 4];

/** Each member pays `share` of 1,000,000 to account 50, which hands all of it on to 60; the rest goes to hub 0. */
function paidOn(share: number): MadeTransfer[] {
  return MEMBERS.flatMap((member, i) => {
    const at = i * 60 * MINUTE_MS;
    const amountMinor = 1_000_000 * share;
    return [
      { at, payer: 100 + member, payee: member, amountMinor: 1_000_000 },
      { at: at + MINUTE_MS, payer: member, payee: 50, amountMinor, score: 80 },
      {
        at: at + 2 * MINUTE_MS,
        payer: member,
        payee: 70 + member,
        amountMinor: 1_000_000 - amountMinor,
        score: 80,
      },
      { at: at + 3 * MINUTE_MS, payer: 50, payee: 60, amountMinor },
    ];
  });
}

const sceneOf = (rows: MadeTransfer[], hubs: number[]) => {
  const flows = flowsOf(rows);
  return buildScene(
    linkMoney(flows, new Set(hubs), 'exact'),
    indexByAccount(flows),
    MEMBERS.map((account) => ({ account, score: 80, typologies: {} })),
  );
};

describe('findCommonSink', () => {
  it('follows the money past the account that only hands it on, and remembers that one', () => {
    const sink = findCommonSink(sceneOf(paidOn(0.9), [0]), MEMBERS, ALWAYS);
    expect(sink).toEqual({ account: 60, shareOfMoney: 0.9, fromMembers: 4, onTheWay: [50] });
  });

  it('is no hub, and is not looked for behind one', () => {
    const sink = findCommonSink(sceneOf(paidOn(0.9), [0, 60]), MEMBERS, ALWAYS);
    expect(sink?.account).toBe(50);
    expect(findCommonSink(sceneOf(paidOn(0.9), [0, 50]), MEMBERS, ALWAYS)).toBeNull();
  });

  it('is nobody when only a trifle of the money meets', () => {
    expect(findCommonSink(sceneOf(paidOn(0.15), [0]), MEMBERS, ALWAYS)).toBeNull();
  });
});
