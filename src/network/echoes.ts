import type { Network } from './model.ts';
import { SUSPECT_SCORE_MIN } from './scene.ts';

/** A network this much smaller than another of the same suspects is its echo. */
const ECHO_PART = 0.05;

/**
 * Ranked networks without the echoes of others: a suspect's small change to a friend before or after the ring was at
 * work. An echo has no suspect of its own, and at most a twentieth of the harm of one better-ranked network that
 * each of its suspects is in.
 */
export function withoutEchoes(ranked: readonly Network[]): Network[] {
  const harmOf = new Map<number, number>();
  return ranked.filter((network) => {
    const suspects = network.members
      .filter((m) => m.role !== 'victim' && m.score >= SUSPECT_SCORE_MIN)
      .map((m) => m.account);
    const isEcho =
      suspects.length > 0 &&
      suspects.every((a) => network.harmMinor <= ECHO_PART * (harmOf.get(a) ?? 0));
    if (isEcho) return false;
    for (const a of suspects) harmOf.set(a, Math.max(network.harmMinor, harmOf.get(a) ?? 0));
    return true;
  });
}
