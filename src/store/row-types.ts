import pg from 'pg';

/** Types of PostgreSQL's catalogue, by number. */
const INT8 = 20;
const INT8_ARRAY = 1016;

/**
 * A bigint as a number. Times, money in minor units and sequence numbers stay far below 2^53; one past it would be read
 * wrongly in silence, so it throws.
 */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is past 2^53`);
  return value;
}

/** The driver's own parser; its declaration knows fewer types than it has. */
const parserOf = pg.types.getTypeParser as (
  id: number,
  format?: string,
) => (text: string) => unknown;

const numbers = (text: string): (number | null)[] =>
  (parserOf(INT8_ARRAY)(text) as (string | null)[]).map((item) =>
    item === null ? null : safeInteger(item),
  );

/** How values of a row arrive, for `pg`: as it does by itself, but bigint as a checked number. */
export const ROW_TYPES: pg.CustomTypesConfig = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    if (format !== 'binary' && id === INT8) return safeInteger;
    if (format !== 'binary' && id === INT8_ARRAY) return numbers;
    return parserOf(id, format);
  },
};
