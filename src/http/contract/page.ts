import { z } from 'zod';
import { integerText } from './text.ts';

export const PAGE_MOST = 200;
const PAGE_USUAL = 50;

/** Where the next page begins; opaque, from `next` of the page before. */
const Cursor = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[\w-]+$/)
  .meta({ description: '`next` of the page before' });

/** What every list is asked with. Spread it into the list's own query. */
export const pageQuery = {
  limit: integerText(1, PAGE_MOST)
    .default(PAGE_USUAL)
    .meta({ description: `Items a page, at most ${PAGE_MOST}` }),
  cursor: Cursor.optional(),
};

export const PageQuery = z.strictObject(pageQuery);

/** One page of a list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item).max(PAGE_MOST),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last' }),
  });
