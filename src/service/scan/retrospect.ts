import type { TransferBatch } from '../../domain/transfer.ts';
import type { VerdictBatch } from '../../engine/engine.ts';
import type { Network } from '../../network/model.ts';
import type { Retrospect } from './transfers-csv.ts';

/**
 * What a transfer looks like once the whole file is known. A payment inside a network, in the time the
 * network was at work, is as suspicious as the network is certain and its more suspicious end is: the
 * first payments of a gathering look like nothing until the others arrive. Any other keeps what was
 * said when it came.
 */
export class Hindsight {
  /** Key payer x 2^26 + payee -> index of the network with the greatest certainty on that edge. */
  readonly #edges = new Map<number, number>();
  readonly #networks: readonly Network[];
  readonly #scores: ReadonlyMap<number, number>;
  readonly #verdictOf: (score: number) => number;

  constructor(
    networks: readonly Network[],
    scores: ReadonlyMap<number, number>,
    verdictOf: (score: number) => number,
  ) {
    this.#networks = networks;
    this.#scores = scores;
    this.#verdictOf = verdictOf;
    networks.forEach((network, n) => {
      for (const { from, to } of network.edges) {
        const key = edgeKey(from, to);
        const known = this.#edges.get(key);
        if (known === undefined || networks[known].certainty < network.certainty)
          this.#edges.set(key, n);
      }
    });
  }

  look(batch: TransferBatch, arrival: VerdictBatch, into: Retrospect): void {
    for (let i = 0; i < batch.count; i++) {
      const said = arrival.score[i];
      const score = said < 0 ? 0 : Math.max(said, this.inNetwork(batch, i));
      into.score[i] = score;
      into.verdict[i] = this.#verdictOf(score);
    }
  }

  /** 0..100: how suspicious standing in a network makes transfer `i`; 0 outside of all. */
  inNetwork(batch: TransferBatch, i: number): number {
    if (this.#edges.size === 0) return 0;
    const found = this.#edges.get(edgeKey(batch.payer[i], batch.payee[i]));
    if (found === undefined) return 0;
    const { certainty, from, to } = this.#networks[found];
    if (batch.at[i] < from || batch.at[i] > to) return 0;
    const ends = Math.max(
      this.#scores.get(batch.payer[i]) ?? 0,
      this.#scores.get(batch.payee[i]) ?? 0,
    );
    return Math.round(Math.sqrt(certainty * ends) * 100) / 100;
  }
}

/**
 * What a model that looked back said of each transfer, handed out in their order. A model knows the tactics that it
 * learnt; where networks found by rules alone are sure enough to recommend a hold, their word stands beside it, so that
 * tactics it never saw are not lost. Below that networks of rules are right too seldom to overrule a model
 * (docs/reference/detection.md).
 */
export class LookedBack {
  readonly #scores: Float32Array;
  readonly #byRules: Hindsight;
  readonly #sureFrom: number;
  readonly #verdictOf: (score: number) => number;
  #next = 0;

  constructor(
    scores: Float32Array,
    byRules: Hindsight,
    sureFrom: number,
    verdictOf: (score: number) => number,
  ) {
    this.#scores = scores;
    this.#byRules = byRules;
    this.#sureFrom = sureFrom;
    this.#verdictOf = verdictOf;
  }

  look(batch: TransferBatch, arrival: VerdictBatch, into: Retrospect): void {
    for (let i = 0; i < batch.count; i++) {
      into.score[i] = arrival.score[i] < 0 ? 0 : this.#scoreOf(batch, i);
      into.verdict[i] = this.#verdictOf(into.score[i]);
    }
  }

  #scoreOf(batch: TransferBatch, i: number): number {
    const learned = this.#scores[this.#next++];
    const networks = this.#byRules.inNetwork(batch, i);
    return networks >= this.#sureFrom ? Math.max(learned, networks) : learned;
  }
}

const edgeKey = (payer: number, payee: number): number => payer * 0x4000000 + payee;
