/**
 * Shares `minor` over `capacity` pro rata, in whole minor units, by the largest remainder: each share is
 * its quota rounded down or up, never above its capacity, and together they are `minor` exactly.
 * Of equal remainders the earlier wins. `capacity` is lessened by what was given, so several parts of one
 * payment can be shared one after the other and still fit.
 *
 * minor and capacities: integers >= 0, minor <= their sum <= Number.MAX_SAFE_INTEGER. Fills `shares`.
 */
export function apportion(minor: number, capacity: Float64Array, shares: Float64Array): void {
  const total = capacity.reduce((sum, part) => sum + part, 0);
  if (minor > total) throw new RangeError(`cannot share ${minor} over ${total}`);
  if (minor === total) {
    shares.set(capacity);
    capacity.fill(0);
    return;
  }
  const remainder = new Float64Array(capacity.length);
  let left = minor;
  for (let i = 0; i < capacity.length; i++) {
    shares[i] = quota(minor, capacity[i], total, remainder, i);
    left -= shares[i];
  }
  if (left > 0) {
    const order = Array.from(capacity.keys()).filter((i) => remainder[i] > 0);
    order.sort((a, b) => remainder[b] - remainder[a] || a - b);
    for (let n = 0; n < left; n++) shares[order[n]]++;
  }
  for (let i = 0; i < capacity.length; i++) capacity[i] -= shares[i];
}

/** floor(minor * part / total), exactly; notes the remainder. */
function quota(
  minor: number,
  part: number,
  total: number,
  remainder: Float64Array,
  i: number,
): number {
  const product = minor * part;
  if (product <= Number.MAX_SAFE_INTEGER) {
    remainder[i] = product % total;
    return (product - remainder[i]) / total;
  }
  const exact = BigInt(minor) * BigInt(part);
  remainder[i] = Number(exact % BigInt(total));
  return Number(exact / BigInt(total));
}
