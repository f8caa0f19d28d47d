import { median } from '../measure.ts';

/** With a digit more where the share is small. */
export const percent = (share: number): string =>
  `${(100 * share).toFixed(share >= 0.1 ? 0 : share >= 0.001 ? 1 : 2)} %`;

/** 'median (least–most)' over seeds. */
export function spread(values: readonly number[], word: (value: number) => string): string {
  return `${word(median(values))} (${word(Math.min(...values))}–${word(Math.max(...values))})`;
}
