import { cursorText, type Page, pageOf, parseCursor } from '../cursor.ts';
import { orThrow } from '../or-throw.ts';

/** How a list of things is asked for: `cursor` is `next` of the page before. */
export interface PageWish {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Pages of things that are in the order of one number, `first` being before them all. */
export class NumberedPages {
  readonly #list: string;
  readonly #first: number;

  constructor(list: string, first: number) {
    this.#list = list;
    this.#first = first;
  }

  /** The number after which a page begins. Throws QRG_HTTP_CURSOR for a cursor of another list. */
  after({ cursor }: PageWish): number {
    if (cursor === undefined) return this.#first;
    return orThrow(parseCursor(this.#list, cursor, ['number']))[0];
  }

  /** The page of rows that were read for it, one more than its limit. */
  of<Row, T>(
    rows: readonly Row[],
    { limit }: PageWish,
    placeOf: (row: Row) => number,
    item: (row: Row) => T,
  ): Page<T> {
    return pageOf(rows, limit, item, (row) => cursorText(this.#list, [placeOf(row)]));
  }
}
