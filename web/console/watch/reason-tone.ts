import { isUnlawful, type PostLabel } from '../../../src/domain/post.ts';

/**
 * Whether a reason makes a post look unlawful. Its weight speaks for or against the label that the machine gave: what speaks
 * for "legitimate" reassures.
 */
export const isAlarming = (weight: number, label: PostLabel): boolean =>
  weight >= 0 === isUnlawful(label);
