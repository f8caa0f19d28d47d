import { probit } from './normal.ts';

const TWO_SIDED = 0.05;

/**
 * Half-width of a two-sided 95 % interval in deviations, by Student's t with `df` >= 1 degrees of freedom, which need not be whole.
 * G. W. Hill, "Algorithm 396: Student's t-quantiles", Communications of the ACM 13 (1970) 619; right to 4 digits and more.
 */
export function t95(df: number): number {
  if (!(df >= 1)) throw new RangeError(`no degrees of freedom: ${df}`);
  if (df === 1) return 1 / Math.tan((TWO_SIDED * Math.PI) / 2);
  if (df === 2) return Math.sqrt(2 / (TWO_SIDED * (2 - TWO_SIDED)) - 2);
  const a = 1 / (df - 0.5);
  const b = 48 / (a * a);
  let c = (((20_700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * df;
  let y = (d * TWO_SIDED) ** (2 / df);
  if (y > 0.05 + a) {
    const x = probit(TWO_SIDED / 2);
    y = x * x;
    if (df < 5) c += 0.3 * (df - 4.5) * (x + 0.6);
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
    return Math.sqrt(df * Math.expm1(a * y * y));
  }
  const near = 1 / (((df + 6) / (df * y) - 0.089 * d - 0.822) * (df + 2) * 3) + 0.5 / (df + 4);
  return Math.sqrt(df * (((near * y - 1) * (df + 1)) / (df + 2) + 1 / y));
}
