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

/** Reads such a place, of as many values as `kinds` says. Fails with QRG_HTTP_CURSOR. */
export function parseCursor<const K extends readonly ('number' | 'string')[]>(
  list: string,
  text: string,
  kinds: K,
): Result<{ -readonly [I in keyof K]: K[I] extends 'number' ? number : string }> {
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
  const fits = values.every((value, i) =>
    kinds[i] === 'number' ? Number.isFinite(value) : isPlain(value),
  );
  return fits ? ok(values as never) : refused;
}

const isPlain = (value: unknown): boolean =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0');

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
