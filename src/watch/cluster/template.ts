/** Words of a text that are remembered, by their hashes. */
const WORDS_MOST = 120;
/** So many of a template's words may be others: a city, a sum's unit, a name. */
const OTHER_SHARE = 0.2;

/** Hashes of the words of a masked text. */
export function wordHashes(text: string): Uint32Array {
  return Uint32Array.from(text.split(' ').slice(0, WORDS_MOST), (word) => {
    let hash = 0x811c9dc5;
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    return hash >>> 0;
  });
}

/** True when two texts are the same but for single words in their places. */
export function isTemplate(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== b.length) return false;
  let other = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) other++;
  return other <= Math.max(1, Math.floor(a.length * OTHER_SHARE));
}
