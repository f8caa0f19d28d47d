import { describe, expect, it } from 'vitest';
import { withoutEchoes } from './echoes.ts';
import type { Network } from './model.ts';

const network = (rank: number, harmMinor: number, ...members: [account: number, score: number][]) =>
  ({
    rank,
    certainty: 80,
    harmMinor,
    from: 0,
    to: 1,
    members: members.map(([account, score]) => ({
      account,
      role: score > 0 ? 'transit' : 'victim',
      layer: 0,
      inMinor: 1,
      outMinor: 1,
      score,
    })),
    edges: [],
    typologies: [],
    commonSink: null,
  }) satisfies Network;

const kept = (...networks: Network[]): number[] => withoutEchoes(networks).map((n) => n.rank);

describe('withoutEchoes', () => {
  const ring = network(1, 1_000_000, [1, 90], [2, 80], [3, 0]);

  it('drops small change between suspects of one ring and their friends', () => {
    expect(kept(ring, network(2, 20_000, [1, 90], [9, 10], [8, 0]))).toEqual([1]);
  });

  it('keeps a network with a suspect of its own, and one that is not small', () => {
    expect(kept(ring, network(2, 20_000, [1, 90], [4, 60]))).toEqual([1, 2]);
    expect(kept(ring, network(2, 200_000, [1, 90], [9, 10]))).toEqual([1, 2]);
  });

  it('an echo makes no echoes, and a network without suspects is kept', () => {
    expect(kept(ring, network(2, 0, [7, 30], [8, 0]))).toEqual([1, 2]);
    expect(kept(network(1, 50, [5, 70]), network(2, 40, [5, 70]))).toEqual([1, 2]);
  });
});
