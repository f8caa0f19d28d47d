/** Labelled transfers in time order, as columns. Accounts are indexes. */
export interface LabelledRows {
  readonly count: number;
  /** Epoch ms. */
  readonly at: Float64Array;
  readonly payer: Uint32Array;
  readonly payee: Uint32Array;
  readonly amountMinor: Float64Array;
  /** 1 if confirmed. */
  readonly label: Uint8Array;
  /** Index of the kind of pattern a confirmed transfer belongs to, -1 where none is told. */
  readonly typology: Int32Array;
  /** Number of the labelled pattern, 0 on without gaps; -1 where none is told. */
  readonly pattern: Int32Array;
  readonly patterns: number;
  readonly typologies: readonly string[];
}

/** What was said of each of these rows, seen one way. */
export interface Said {
  readonly score: Float32Array;
  /** 1 where the verdict is review or hold. */
  readonly alarm: Uint8Array;
}

/** At arrival (only what was known then) and in retrospect (all of the file), always apart. */
export interface BothViews<T> {
  readonly arrival: T;
  readonly retrospect: T;
}

export const VIEWS = ['arrival', 'retrospect'] as const;

/** A number with the interval that holds it in 95 of 100 resamples. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
