import type { Scene, SceneNode } from './scene.ts';

export type Step = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';
export const STEPS: readonly string[] = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
];

/** What stands askew of the way one goes counts more than what is far along it. */
const ASKEW = 2.5;

/** The order of Tab and of the table: from left to right, each column from the top. */
export const readingOrder = (nodes: readonly SceneNode[]): SceneNode[] =>
  nodes.toSorted((a, b) => a.x - b.x || a.y - b.y);

/** Whom an arrow key leads to: the nearest on that side; null where there is nobody. */
export function stepFrom(
  { nodes }: Scene,
  here: SceneNode | undefined,
  step: Step,
): SceneNode | null {
  if (here === undefined || step === 'Home' || step === 'End') {
    const order = readingOrder(nodes);
    return (step === 'End' ? order.at(-1) : order[0]) ?? null;
  }
  const isLevel = step === 'ArrowLeft' || step === 'ArrowRight';
  const sign = step === 'ArrowRight' || step === 'ArrowDown' ? 1 : -1;
  let best: SceneNode | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const along = sign * (isLevel ? node.x - here.x : node.y - here.y);
    const aside = Math.abs(isLevel ? node.y - here.y : node.x - here.x);
    if (along <= 0 || (!isLevel && aside > 1)) continue;
    const far = along + ASKEW * aside;
    if (far < least) [best, least] = [node, far];
  }
  return best;
}
