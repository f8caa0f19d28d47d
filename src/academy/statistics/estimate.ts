/** A value with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** `value` ± `half`, kept within what is possible. */
export function estimate(value: number, half: number, least: number, most: number): Estimate {
  return around(value, value, half, least, most);
}

/** The interval may have another centre than the value: it is then drawn to the middle, and still holds the value. */
export function around(
  value: number,
  centre: number,
  half: number,
  least: number,
  most: number,
): Estimate {
  return {
    value,
    low: Math.max(least, Math.min(value, centre - half)),
    high: Math.min(most, Math.max(value, centre + half)),
  };
}

/** Which side of 0 the whole interval lies on. */
export const signOf = ({ low, high }: Estimate): 'up' | 'down' | 'unclear' =>
  low > 0 ? 'up' : high < 0 ? 'down' : 'unclear';
