import type { Random } from '../../domain/random.ts';
import type { Stage } from '../stage.ts';
import { shamLoan } from './company-loans.ts';
import { drugShop } from './drug-shop.ts';
import { fraudChain } from './fraud-chain.ts';
import { cycle, dormantWoken, layeredChain, scatterGather } from './layers.ts';
import { smurfing } from './smurfing.ts';

type Scheme = (stage: Stage, random: Random, intensity: number) => void;

/** Schemes with many transfers an account, and those with few; weights are our own assumptions. */
const BUSY: readonly Scheme[] = [drugShop, smurfing];
const BUSY_WEIGHTS = [75, 25];
const QUIET: readonly Scheme[] = [
  fraudChain,
  layeredChain,
  shamLoan,
  cycle,
  dormantWoken,
  scatterGather,
];
const QUIET_WEIGHTS = [46, 14, 10, 8, 10, 12];
/** Transfers a ring's account has at intensity 1, about. */
const ROWS_AN_ACCOUNT = 14;

export interface CrimeTargets {
  readonly accounts: number;
  readonly transfers: number;
}

/**
 * Founds rings until the wanted number of accounts works for them; whether the next one is a busy or a
 * quiet scheme is steered by the wanted number of transfers. Each typology occurs at least once, so a
 * small town may have somewhat more.
 */
export function planCrime(stage: Stage, random: Random, targets: CrimeTargets): void {
  if (targets.accounts <= 0) return;
  const intensity = Math.min(
    6,
    Math.max(0.6, targets.transfers / (targets.accounts * ROWS_AN_ACCOUNT)),
  );
  const found = (scheme: Scheme) =>
    scheme(stage, random.fork(`ring ${stage.rings.length + 1}`), intensity);
  for (const scheme of random.shuffle([...BUSY, ...QUIET])) found(scheme);
  while (members(stage) < targets.accounts) {
    const behind = stage.ringRows / targets.transfers < members(stage) / targets.accounts;
    found(behind ? random.weighted(BUSY, BUSY_WEIGHTS) : random.weighted(QUIET, QUIET_WEIGHTS));
  }
}

const members = (stage: Stage): number =>
  stage.rings.reduce((sum, ring) => sum + ring.accounts.length, 0);
