import type { RiskMeasure } from '../risk/rating.ts';

/** A document that has been shown, and the measure of due diligence that asked for it. */
export interface HeldDocument {
  readonly measure: string;
  /** Epoch ms; absent where it does not expire. */
  readonly expiresAt?: number;
}

/** A document that due diligence asks for, and whether it is there. */
export interface ChecklistItem {
  readonly measure: string;
  readonly state: 'present' | 'missing' | 'expired';
  /** Of the one that lasts longest. */
  readonly expiresAt?: number;
}

/** Which documents a rating's due diligence asks for, in its order, and which of them are there at that moment. */
export function documentChecklist(
  measures: readonly RiskMeasure[],
  held: readonly HeldDocument[],
  at: number,
): ChecklistItem[] {
  return measures
    .filter(({ kind }) => kind === 'document')
    .map(({ measure }) => {
      const shown = held.filter((one) => one.measure === measure);
      if (shown.length === 0) return { measure, state: 'missing' };
      const last = Math.max(...shown.map(({ expiresAt }) => expiresAt ?? Infinity));
      if (last === Infinity) return { measure, state: 'present' };
      return { measure, state: last > at ? 'present' : 'expired', expiresAt: last };
    });
}
