const VOWELS = /[aeiou]+/g;

/** The consonants of a word of sounds: what stays when vowels are heard differently. */
export const skeletonOf = (sounds: string): string => sounds.replace(VOWELS, '');

/** A skeleton, and it with one consonant left out: skeletons that are one error apart share one of these. */
export function skeletonKeys(skeleton: string): string[] {
  const keys = new Set([skeleton]);
  for (let at = 0; at < skeleton.length; at++)
    keys.add(skeleton.slice(0, at) + skeleton.slice(at + 1));
  return [...keys];
}

/** Whether two skeletons are the same but for one consonant changed, lost, added, or two neighbours swapped. */
export function isOneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let endA = a.length;
  let endB = b.length;
  while (endA > from && endB > from && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const [leftA, leftB] = [endA - from, endB - from];
  if (leftA <= 1 && leftB <= 1) return true;
  return leftA === 2 && leftB === 2 && a[from] === b[from + 1] && a[from + 1] === b[from];
}
