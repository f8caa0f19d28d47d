/** First position from `from` on that is not a space or a control character. */
export function skipBlanks(b: Uint8Array, from: number, to: number): number {
  let p = from;
  while (p < to && b[p] <= 32) p++;
  return p;
}

/** Position after the last such character before `to`. */
export function trimBlanks(b: Uint8Array, from: number, to: number): number {
  let p = to;
  while (p > from && b[p - 1] <= 32) p--;
  return p;
}

/** Empty, or one of the words by which databases and programs write an empty value. */
export function isNothing(b: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  if (length === 0) return true;
  if (length > 4 || length < 2) return false;
  const first = b[from] | 32;
  if (first !== 110 && b[from] !== 92) return false;
  const word = Buffer.from(b.buffer, b.byteOffset + from, length)

    .toString('latin1')
    .toLowerCase();
  return word === 'null' || word === 'nan' || word === 'none' || word === '\\n';
}
