import { z } from 'zod';

/**
 * Characters that no text of a request holds: control characters (a database takes no NUL, a log no line feed) and halves
 * of a surrogate pair, which are no text at all.
 */
const LINE = /^(?!\s)[^\p{Cc}\p{Cs}]*(?<!\s)$/u;
const PROSE = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;

/** One line as a person or a system writes it: no control characters, no blanks around it. */
export const line = (most: number, least = 1) => z.string().min(least).max(most).regex(LINE);

/** Words of a person, of several lines if need be. */
export const prose = (most: number, least = 1) =>
  z
    .string()
    .min(least)
    .max(most)
    .regex(PROSE)
    .refine((text) => text.trim().length >= least);

/** Why somebody does what they do: kept in the record of acts. */
export const Reason = prose(2_000, 3).meta({
  description: 'Why; kept in the record of acts',
  examples: ['Проверено: клиент подтвердил перевод по телефону'],
});

/** A number in a path or a query. */
export const integerText = (least: number, most: number) =>
  z.coerce.number<number>().int().min(least).max(most);

/** Yes or no in a query. */
export const flagText = z.enum(['true', 'false']).transform((word) => word === 'true');

/** Places in tables: what PostgreSQL takes as integer. */
export const SERIAL_MOST = 2_147_483_647;
/** Numbers that stay exact in JSON. */
export const BIG_SERIAL_MOST = Number.MAX_SAFE_INTEGER;

/** 2000-01-01 and 2100-01-01, UTC: a moment outside is a mistake of units. */
export const MOMENT_LEAST = 946_684_800_000;
export const MOMENT_MOST = 4_102_444_800_000;

/** A moment in a reply: epoch milliseconds, UTC. */
export const Moment = z
  .int()
  .meta({ description: 'Epoch milliseconds, UTC', examples: [1_795_000_000_000] });

/** A moment in a path or a query. */
export const MomentText = integerText(MOMENT_LEAST, MOMENT_MOST).meta({
  description: 'Epoch milliseconds, UTC',
});

/** Money in a reply. A sum beyond what a number of JSON keeps exactly is rounded. */
export const Minor = z.number().meta({
  type: 'integer',
  description: 'Integer minor units (tiyn, cents)',
  examples: [4_300_000_00],
});

/**
 * The largest single transfer taken: a trillion tenge. No real one comes near, and sums of very many of them stay far below
 * what the store and the engine count in exactly.
 */
export const AMOUNT_MOST = 100_000_000_000_000;
