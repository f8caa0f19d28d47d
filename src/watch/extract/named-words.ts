/** A bank, brand or city as people write it. */
export interface NamedEntry {
  readonly id: string;
  /**
   * Words or phrases in lower case. 'алмат-': a word that begins so, whatever its ending (Russian cases, Kazakh suffixes).
   * Words of a phrase stand side by side.
   */
  readonly words: readonly string[];
  /** Such that mean something else too ('семей', 'орал'): they count only as a name amid a sentence. */
  readonly capital?: readonly string[] | undefined;
  /** Such that count only with letters hidden ('ме*а'): plain, they are everyday words. */
  readonly hidden?: readonly string[] | undefined;
}

/** Words of a text with their places. */
export interface TextWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface WordPattern {
  readonly id: string;
  readonly words: readonly { readonly text: string; readonly isStem: boolean }[];
  readonly needs: 'nothing' | 'capital' | 'hidden';
}

export function patternsOf(entries: readonly NamedEntry[]): WordPattern[] {
  return entries.flatMap(({ id, words, capital = [], hidden = [] }) => [
    ...words.map((phrase) => patternOf(id, phrase, 'nothing')),
    ...capital.map((phrase) => patternOf(id, phrase, 'capital')),
    ...hidden.map((phrase) => patternOf(id, phrase, 'hidden')),
  ]);
}

function patternOf(id: string, phrase: string, needs: WordPattern['needs']): WordPattern {
  const words = phrase
    .replaceAll('ё', 'е')
    .split(' ')
    .map((word) => ({ text: word.replace(/-$/, ''), isStem: word.endsWith('-') }));
  return { id, words, needs };
}
