/** How a list of things is asked for: `cursor` is `next` of the page before. */
export interface PageWish {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** null on the last page. */
  readonly next: string | null;
}

/** Number after which a page begins; a cursor that is none begins anew. */
export const afterOf = ({ cursor }: PageWish, first: number): number => {
  const after = Number(cursor ?? first);
  return Number.isSafeInteger(after) ? after : first;
};

/** One row more than a page was asked for, so that it is known whether there is a next one. */
export const pageOf = <Row, T>(
  rows: readonly Row[],
  { limit }: PageWish,
  cursorOf: (row: Row) => number,
  item: (row: Row) => T,
): Page<T> => ({
  items: rows.slice(0, limit).map(item),
  next: rows.length > limit ? String(cursorOf(rows[limit - 1])) : null,
});
