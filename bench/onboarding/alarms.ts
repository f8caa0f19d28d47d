import type { Rated } from './rated-town.ts';

/** Of honest customers and of droppers, the share that a sign speaks against. */
export interface Alarms {
  /** False alarms: honest customers. */
  readonly honest: number;
  readonly droppers: number;
}

/** What a yes or no says. */
export function alarmsOf(rated: readonly Rated[], speaks: (one: Rated) => boolean): Alarms {
  const share = (dropper: boolean): number => {
    const of = rated.filter((one) => one.dropper === dropper);
    return of.filter(speaks).length / Math.max(1, of.length);
  };
  return { honest: share(false), droppers: share(true) };
}

/**
 * The share of droppers found where so many honest customers may be alarmed, the highest points first. Where a rate falls
 * among equals, they are drawn by lot: so many of them count as the rate leaves room for.
 */
export function foundAt(
  rated: readonly Rated[],
  rate: number,
  pointsOf: (one: Rated) => number,
): number {
  const all = { honest: 0, droppers: 0 };
  const byPoints = new Map<number, { honest: number; droppers: number }>();
  for (const one of rated) {
    const step = byPoints.get(pointsOf(one)) ?? { honest: 0, droppers: 0 };
    byPoints.set(pointsOf(one), step);
    const side = one.dropper ? 'droppers' : 'honest';
    step[side]++;
    all[side]++;
  }
  let room = rate * all.honest;
  let found = 0;
  for (const [, step] of [...byPoints].sort(([a], [b]) => b - a)) {
    const share = step.honest === 0 ? 1 : Math.min(1, room / step.honest);
    found += share * step.droppers;
    room -= share * step.honest;
    if (share < 1) break;
  }
  return found / Math.max(1, all.droppers);
}
