/** Markup that is safe to put into a page as it is. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | readonly Markup[];

/** Markup from a template: whatever is put in is text and nothing else, unless it is markup already. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0];
  parts.forEach((part, i) => {
    text += shown(part) + strings[i + 1];
  });
  return new Markup(text);
}

/** An id that may break onto a new line between its words, and nowhere else: gather_scatter, RapidFundMovement. */
export function breakable(id: string): Markup {
  const words = id.split(/(?<=[_-])|(?<=[a-z])(?=[A-Z])/);
  return html`${words.map((word, i) => (i === 0 ? html`${word}` : html`<wbr>${word}`))}`;
}

function shown(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map((one) => one.text).join('');
  return String(part).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
