import type { AccountFlows } from './account-flows.ts';
import { Evidence } from './evidence.ts';
import type { MoneyLinks } from './fifo.ts';
import type { Suspect } from './model.ts';
import { ramp } from './ramp.ts';
import { type Suspicion, weighSuspicion } from './suspicion.ts';

/** From this score an account is a suspect that rings are built from; below it, at most a bridge between them. */
export const SUSPECT_SCORE_MIN = 50;

/** From this score the engine has something to say of an account, if not enough to build a ring from it. */
export const DOUBT_SCORE_MIN = 40;

/** A score counts for nothing at lo and fully at hi. */
const STRENGTH = { lo: 40, hi: 90 };

/** Everything one search for networks looks at, built once. */
export interface Scene {
  readonly links: MoneyLinks;
  readonly index: AccountFlows;
  readonly suspicion: Suspicion;
  readonly evidence: Evidence;
  /** Accounts that rings are built from, by index; never hubs. */
  readonly suspects: readonly number[];
  isHub(account: number): boolean;
  /** What the engine concluded about the account; nothing for most. */
  suspectOf(account: number): Suspect | undefined;
}

/** Of an account told twice the higher score counts. `index` is that of the transfers in `links`. */
export function buildScene(
  links: MoneyLinks,
  index: AccountFlows,
  told: readonly Suspect[],
): Scene {
  const { flows, hubs } = links;
  const known = new Map<number, Suspect>();
  for (const suspect of told)
    if (suspect.score > (known.get(suspect.account)?.score ?? -1))
      known.set(suspect.account, suspect);
  const suspects = [...known.values()]
    .filter(
      ({ account, score }) =>
        score >= SUSPECT_SCORE_MIN && account < links.accounts && !hubs.has(account),
    )
    .map(({ account }) => account)
    .sort((a, b) => a - b);
  const isSuspect = new Uint8Array(links.accounts);
  const strength = new Float32Array(links.accounts);
  for (const account of suspects) isSuspect[account] = 1;
  for (const { account, score } of known.values())
    if (account < links.accounts) strength[account] = ramp(score, STRENGTH);
  const suspicion = weighSuspicion(links, index, isSuspect);
  return {
    links,
    index,
    suspicion,
    evidence: new Evidence(flows, index, suspicion, strength),
    suspects,
    isHub: (account) => hubs.has(account),
    suspectOf: (account) => known.get(account),
  };
}
