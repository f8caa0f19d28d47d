import { DAY_MS } from './clock.ts';
import { Pull } from './evidence.ts';
import type { Flows } from './model.ts';
import type { Scene } from './scene.ts';

/**
 * A stretch of an account's life in which it took part in suspicious transfers without a long pause. One account may
 * serve two rings at two times; years between them join nobody.
 */
export interface Episode {
  account: number;
  /** Epoch ms of its first and last suspicious transfer. */
  from: number;
  to: number;
}

/** What ties two episodes together; a and b index the list of episodes. */
export interface Tie {
  a: number;
  b: number;
  /** 0..1: all evidence on the pair, joined as independent chances. */
  weight: number;
  minor: number;
  /** Of this, what b paid a. */
  toAMinor: number;
}

/**
 * A pause longer than this ends an episode: a weekend does not. Chosen by measuring on simulated towns and on the
 * public simulators' files: with two weeks the ordinary payments in between joined rings that had nothing in common.
 */
const PAUSE_MS = 3 * DAY_MS;
/** A transfer with less evidence is a trifle for both sides and neither begins nor prolongs an episode. */
const EVIDENCE_MIN = 0.2;
/** A tie needs this much to hold two accounts together. */
export const TIE_MIN = 0.25;
/** An account that ties suspects together belongs to them if at least this share of its suspicious money is with them. */
const BRIDGE_SHARE = 0.3;
/** Accounts without a score of their own that may stand in a row between two suspects. */
const BRIDGES_IN_ROW = 2;

export interface Ties {
  episodes: Episode[];
  ties: Tie[];
}

/**
 * The suspects' episodes, those of accounts that join at least two of them, and the ties between all these. Ordered
 * by account and time; nothing depends on the order of the suspects.
 */
export function tieTogether(scene: Scene): Ties {
  const joined = new Set(scene.suspects);
  let all = tiesAround(scene, joined);
  for (let round = 0; round < BRIDGES_IN_ROW; round++) {
    const found = bridges(scene, all, joined);
    if (found.length === 0) break;
    for (const account of found) joined.add(account);
    all = tiesAround(scene, joined);
  }
  return only(all, (episode) => joined.has(episode.account));
}

/** Episodes and ties of all evidence with at least one end in `core`. */
function tiesAround(
  { links: { flows }, index, evidence, suspicion }: Scene,
  core: ReadonlySet<number>,
): Ties {
  const transfers = new Set<number>();
  for (const account of core)
    for (const [list, from] of [
      [index.out, index.outFrom],
      [index.in, index.inFrom],
    ] as const)
      for (let i = from[account]; i < from[account + 1]; i++) {
        const t = list[i];
        if (Math.max(evidence.scored(t), evidence.share(t)) >= EVIDENCE_MIN) transfers.add(t);
      }
  const sorted = [...transfers].sort((a, b) => a - b);
  const { episodes, at } = episodesOf(flows, sorted);
  const pulls = new Map<
    number,
    { a: number; b: number; pull: Pull; minor: number; toAMinor: number }
  >();
  for (const t of sorted) {
    const [x, y] = at(t);
    const a = Math.min(x, y);
    const b = Math.max(x, y);
    const key = a * episodes.length + b;
    const known = pulls.get(key) ?? { a, b, pull: new Pull(), minor: 0, toAMinor: 0 };
    known.pull.add(evidence, t);
    known.minor += suspicion.minor[t];
    if (y === a) known.toAMinor += suspicion.minor[t];
    pulls.set(key, known);
  }
  const ties = [...pulls.values()]
    .map(({ a, b, pull, minor, toAMinor }) => ({ a, b, minor, toAMinor, weight: pull.weight }))
    .filter((tie) => tie.weight >= TIE_MIN)
    .sort((x, y) => x.a - y.a || x.b - y.b);
  return { episodes, ties };
}

/** Cuts the accounts' transfers into episodes; `at` tells those of a transfer's payer and payee. */
function episodesOf(
  flows: Flows,
  sorted: readonly number[],
): { episodes: Episode[]; at: (t: number) => [number, number] } {
  const open = new Map<number, Episode[]>();
  const note = (account: number, at: number): void => {
    const own = open.get(account);
    if (own === undefined) {
      open.set(account, [{ account, from: at, to: at }]);
      return;
    }
    const last = own[own.length - 1];
    if (at - last.to > PAUSE_MS) own.push({ account, from: at, to: at });
    else last.to = at;
  };
  for (const t of sorted) {
    note(flows.payer[t], flows.at[t]);
    note(flows.payee[t], flows.at[t]);
  }
  const episodes = [...open.values()]
    .flat()
    .sort((x, y) => x.account - y.account || x.from - y.from);
  const first = new Map<number, number>();
  episodes.forEach((episode, i) => {
    if (!first.has(episode.account)) first.set(episode.account, i);
  });
  const find = (account: number, at: number): number => {
    let i = first.get(account) ?? 0;
    while (episodes[i].to < at) i++;
    return i;
  };
  return {
    episodes,
    at: (t) => [find(flows.payer[t], flows.at[t]), find(flows.payee[t], flows.at[t])],
  };
}

/**
 * Accounts outside with ties to two or more inside in one episode, of which some paid it, and little business elsewhere.
 * Who only pays is a customer or a victim of both: that joins two shops no more than their street does.
 */
function bridges(
  { evidence }: Scene,
  { episodes, ties }: Ties,
  core: ReadonlySet<number>,
): number[] {
  const found = new Map<number, { accounts: Set<number>; minor: number; gotMinor: number }>();
  for (const tie of ties) {
    const inA = core.has(episodes[tie.a].account);
    if (inA === core.has(episodes[tie.b].account)) continue;
    const [inside, outside] = inA ? [tie.a, tie.b] : [tie.b, tie.a];
    const known = found.get(outside) ?? { accounts: new Set(), minor: 0, gotMinor: 0 };
    known.accounts.add(episodes[inside].account);
    known.minor += tie.minor;
    known.gotMinor += inA ? tie.minor - tie.toAMinor : tie.toAMinor;
    found.set(outside, known);
  }
  const joins = new Set<number>();
  for (const [i, known] of found) {
    const { account, from, to } = episodes[i];
    const business = evidence.business(account, from, to);
    if (known.accounts.size >= 2 && known.gotMinor > 0 && known.minor >= BRIDGE_SHARE * business)
      joins.add(account);
  }
  return [...joins];
}

function only({ episodes, ties }: Ties, keep: (episode: Episode) => boolean): Ties {
  const number = new Map<number, number>();
  const kept: Episode[] = [];
  episodes.forEach((episode, i) => {
    if (keep(episode)) number.set(i, kept.push(episode) - 1);
  });
  const between: Tie[] = [];
  for (const tie of ties) {
    const a = number.get(tie.a);
    const b = number.get(tie.b);
    if (a !== undefined && b !== undefined) between.push({ ...tie, a, b });
  }
  return { episodes: kept, ties: between };
}
