import { MOST_TEXT } from '../source-post.ts';

const BLOCKS = new Set(
  'address article aside blockquote br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th tr ul'.split(
    ' ',
  ),
);

/** Blanks of HTML; a no-break space is a letter of the text. */
const BLANKS = /[ \t\n\r\f]+/g;

/** Puts the text of elements together as a reader sees it: blanks are one, a block begins a line. Holds MOST_TEXT and a bit. */
export class TextGatherer {
  #text = '';

  add(text: string): void {
    if (this.#text.length > MOST_TEXT) return;
    const folded = text.replace(BLANKS, ' ');
    const joins = this.#text === '' || this.#text.endsWith('\n') || this.#text.endsWith(' ');
    this.#text += joins && folded.startsWith(' ') ? folded.slice(1) : folded;
  }

  /** The element begins or ends here: a block stands on lines of its own. */
  edge(name: string): void {
    if (BLOCKS.has(name)) this.line();
  }

  line(): void {
    if (this.#text !== '' && !this.#text.endsWith('\n') && this.#text.length <= MOST_TEXT)
      this.#text = `${this.#text.trimEnd()}\n`;
  }

  get length(): number {
    return this.#text.length;
  }

  /** At most MOST_TEXT and one text of the page more: boundedPost cuts it and says so. */
  toString(): string {
    return this.#text.trim();
  }
}
