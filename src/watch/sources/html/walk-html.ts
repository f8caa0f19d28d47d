import { Parser } from 'htmlparser2';

export interface HtmlElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a page is told to, in the order of the page. Elements that were never closed are closed where their parent is. */
export interface HtmlSink {
  /** `depth` counts from 1; `close` of the same element has the same. */
  open(element: HtmlElement, depth: number): void;
  close(name: string, depth: number): void;
  text(text: string): void;
}

/** Real pages stay under 100; the cost of a closing tag grows with the open ones. */
const MOST_DEPTH = 512;
/** A page of 5 MB has at most 1.7 million tags; no real one passes a tenth of this. */
const MOST_TAGS = 300_000;

/** What who reads the page never sees as text. */
const UNSEEN = new Set('script style template noscript svg math iframe select datalist'.split(' '));

class TooMuch extends Error {}

/**
 * Reads a page as a stream of tags and visible text. Nothing runs, nothing is fetched, no tree is built: memory is bounded by
 * the depth. Text inside scripts, styles and elements marked hidden is passed over.
 *
 * @returns false when reading stopped early because the page is nested or tagged beyond any real one
 */
export function walkHtml(html: string, sink: HtmlSink): boolean {
  let depth = 0;
  let tags = 0;
  /** Depth of the outermost unseen element that is open; 0 for none. */
  let unseen = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++;
        if (depth > MOST_DEPTH || ++tags > MOST_TAGS) throw new TooMuch();
        if (unseen === 0 && isUnseen(name, attributes)) unseen = depth;
        if (unseen === 0) sink.open({ name, attributes }, depth);
      },
      onclosetag(name) {
        if (unseen === 0) sink.close(name, depth);
        if (unseen === depth) unseen = 0;
        depth--;
      },
      ontext(text) {
        if (unseen === 0) sink.text(text);
      },
    },
    { decodeEntities: true },
  );
  try {
    parser.write(html);
    parser.end();
    return true;
  } catch (error) {
    if (error instanceof TooMuch) return false;
    throw error;
  }
}

function isUnseen(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return (
    UNSEEN.has(name) ||
    attributes.hidden !== undefined ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? '')
  );
}

/** Words of the class attribute. */
export const classesOf = ({ attributes }: HtmlElement): ReadonlySet<string> =>
  new Set(attributes.class?.split(/\s+/));
