import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ListFacts } from './list-hit.ts';
import { ListIndex } from './list-index.ts';
import { type ListedKey, ListSnapshot } from './list-snapshot.ts';

const common: ListFacts = { listId: 1, institutionId: null, kind: 'events' };
const own: ListFacts = { listId: 2, institutionId: 7, kind: 'dropper' };

/** 32 bytes that begin with these 8, as a keyed hash would. */
const hashOf = (high: number, low: number): Uint8Array => {
  const hash = new Uint8Array(32);
  new DataView(hash.buffer).setUint32(0, high);
  new DataView(hash.buffer).setUint32(4, low);
  return hash;
};

const snapshotOf = (facts: ListFacts, keys: readonly ListedKey[]): ListSnapshot => {
  const snapshot = new ListSnapshot(facts, keys.length);
  for (const key of keys) snapshot.add(key);
  return snapshot;
};

const always = { via: 'iin', since: -Infinity, until: Infinity } as const;

describe('ListIndex', () => {
  it('keeps own lists apart and common lists for all', () => {
    const index = new ListIndex();
    const hash = hashOf(1, 2);
    index.swap(snapshotOf(common, [{ ...always, hash, entryId: 10, reason: 'fraud' }]));
    index.swap(snapshotOf(own, [{ ...always, hash, entryId: 20, via: 'phone' }]));
    expect(index.hitsOf(hash, 0, 8)).toEqual([
      { ...common, ...always, entryId: 10, reason: 'fraud', refundDuty: true },
    ]);
    expect(
      index.hitsOf(hash, 0, 7).map(({ entryId, refundDuty }) => [entryId, refundDuty]),
    ).toEqual([
      [10, true],
      [20, false],
    ]);
  });

  it('counts an entry from its first moment to before its last', () => {
    const index = new ListIndex();
    const hash = hashOf(3, 4);
    index.swap(snapshotOf(common, [{ ...always, hash, entryId: 1, since: 100, until: 200 }]));
    const found = [99, 100, 199, 200].map((at) => index.hitsOf(hash, at, 1).length);
    expect(found).toEqual([0, 1, 1, 0]);
    expect(index.collect([hash])).toHaveLength(1);
  });

  it('swaps a list whole', () => {
    const index = new ListIndex();
    const [before, after] = [hashOf(1, 1), hashOf(2, 1)];
    index.swap(snapshotOf(common, [{ ...always, hash: before, entryId: 1 }]));
    index.swap(snapshotOf(common, [{ ...always, hash: after, entryId: 2 }]));
    expect(index.collect([before])).toEqual([]);
    expect(index.collect([after])).toHaveLength(1);
    expect(index.size).toBe(1);
  });
});

test('finds what a plain map finds, however hashes crowd', () => {
  const word = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(0xffffffff, 0x80000000));
  const key = fc.record({ high: word, low: word, entryId: fc.integer({ min: 1, max: 2 ** 40 }) });
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), word, word, (keys, high, low) => {
      const snapshot = snapshotOf(
        common,
        keys.map((k) => ({ ...always, hash: hashOf(k.high, k.low), entryId: k.entryId })),
      );
      const hits: { entryId: number }[] = [];
      snapshot.collect(hashOf(high, low), hits as never);
      const expected = keys.filter((k) => k.high === high && k.low === low);
      expect(hits.map(({ entryId }) => entryId).sort()).toEqual(
        expected.map(({ entryId }) => entryId).sort(),
      );
    }),
  );
});

test('a million identifiers take less than 70 bytes each', () => {
  expect(new ListSnapshot(common, 1_000_000).bytes / 1_000_000).toBeLessThan(70);
});

test('of many reasons the first 4,096 are kept at hand', () => {
  const snapshot = snapshotOf(
    common,
    Array.from({ length: 5000 }, (_, i) => ({
      ...always,
      hash: hashOf(i, i),
      entryId: i,
      reason: `reason ${i}`,
    })),
  );
  const reasonOf = (i: number) => {
    const index = new ListIndex();
    index.swap(snapshot);
    return index.collect([hashOf(i, i)])[0].reason;
  };
  expect([reasonOf(4095), reasonOf(4096)]).toEqual(['reason 4095', undefined]);
});
