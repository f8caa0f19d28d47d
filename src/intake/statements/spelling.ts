/** Latin letters that look like Cyrillic ones and slip into Russian words typed on two layouts. */
const LATIN_TO_CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/**
 * A text in the form in which spellings are compared: lower case, ё as е, only letters and digits with single
 * spaces between, Latin look-alikes inside a Cyrillic word put right.
 */
export function normalSpelling(text: string): string {
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  const spelled = spell(text);
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(text, spelled);
  return spelled;
}

/** Statements repeat the same few texts in every row: kinds, banks, purposes. */
const KNOWN = new Map<string, string>();
const MOST_KNOWN = 10_000;

function spell(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u);
  return words
    .filter((word) => word !== '')
    .map((word) =>
      /\p{Script=Cyrillic}/u.test(word)
        ? word.replace(/[a-z]/g, (letter) => LATIN_TO_CYRILLIC[letter] ?? letter)
        : word,
    )
    .join(' ');
}
