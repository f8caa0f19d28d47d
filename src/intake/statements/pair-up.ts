/** How `a` stands to `b` in time: they may be one, or `a` is too early, or too late, for `b` and all after it. */
export type Standing = 'same' | 'early' | 'late';

/**
 * Pairs two lists one to one, both in time order, in one walk: the first of each that may be one are paired, and
 * of two that may not the earlier is left alone. For a window that does not shrink as time goes on this pairs as many
 * as any pairing could, and pairs never cross.
 */
export function pairUp<A, B>(
  as: readonly A[],
  bs: readonly B[],
  stand: (a: A, b: B) => Standing,
  paired: (a: A, b: B) => void,
): void {
  let a = 0;
  let b = 0;
  while (a < as.length && b < bs.length) {
    const [first, second] = [as[a] as A, bs[b] as B];
    const standing = stand(first, second);
    if (standing === 'same') paired(first, second);
    if (standing !== 'late') a++;
    if (standing !== 'early') b++;
  }
}
