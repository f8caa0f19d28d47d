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
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  if (a.length > b.length) return a.slice(from + 1) === b.slice(from);
  if (a.length < b.length) return a.slice(from) === b.slice(from + 1);
  if (a.slice(from + 1) === b.slice(from + 1)) return true;
  const isSwapped = a[from] === b[from + 1] && a[from + 1] === b[from];
  return isSwapped && a.slice(from + 2) === b.slice(from + 2);
}
