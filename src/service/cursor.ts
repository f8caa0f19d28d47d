import { fail, ok, type Result } from '../domain/errors/catalogue.ts';

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next one begins; null after the last. */
  readonly next: string | null;
}

/** Longest text of a cursor that is read. */
const TEXT_MOST = 256;

/**
 * Where a page ends: the values its order goes by, of the last item on it. The next page begins after them, wherever that
 * is by then: rows that came in between are neither shown twice nor make others be passed over.
 */
export const cursorText = (list: string, place: readonly (number | string)[]): string =>
  Buffer.from(JSON.stringify([list, ...place])).toString('base64url');

/** What a value of a place is: a `number` is a safe integer, a `share` any number as small as a score. */
export type CursorKind = 'number' | 'share' | 'string';

/** Reads such a place, of as many values as `kinds` says. Fails with QRG_HTTP_CURSOR. */
export function parseCursor<const K extends readonly CursorKind[]>(
  list: string,
  text: string,
  kinds: K,
): Result<{ -readonly [I in keyof K]: K[I] extends 'string' ? string : number }> {
  const refused = fail('QRG_HTTP_CURSOR');
  if (text.length > TEXT_MOST) return refused;
  let place: unknown;
  try {
    place = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return refused;
  }
  if (!Array.isArray(place) || place.length !== kinds.length + 1 || place[0] !== list)
    return refused;
  const values = place.slice(1);
  return values.every((value, i) => FITS[kinds[i]](value)) ? ok(values as never) : refused;
}

const SHARE_MOST = 1e6;

/** What the columns that places are compared with can hold. */
const FITS: Readonly<Record<CursorKind, (value: unknown) => boolean>> = {
  number: Number.isSafeInteger,
  share: (value) => typeof value === 'number' && Math.abs(value) <= SHARE_MOST,
  string: (value) => typeof value === 'string' && value.isWellFormed() && !value.includes('\0'),
};

/** The page that `limit + 1` rows make: one more than wanted tells that there is a next one. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  toItem: (row: R) => T,
  cursorOf: (last: R) => string,
): Page<T> {
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(toItem),
    next: rows.length > limit ? cursorOf(shown[shown.length - 1]) : null,
  };
}
