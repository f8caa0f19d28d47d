import type { SitemapEntry } from '../../../watch/sources/sitemap.ts';
import { cursorOf, numberIn, textIn } from './collected.ts';

/** How far the pages of one sitemap were read. */
export interface MapCursor {
  /** Time of change and address of the last dated page that was read; pages are read in this order. */
  readonly since: number;
  readonly url: string;
  /** How many of the pages without a date were read in the present round. */
  readonly undated: number;
}

export interface PagesToRead {
  readonly pages: readonly string[];
  readonly cursor: MapCursor;
  /** Dated pages are left. */
  readonly hasMore: boolean;
}

export function mapCursorOf(kept: unknown): MapCursor {
  const cursor = cursorOf(kept);
  return {
    since: numberIn(cursor, 'since') ?? 0,
    url: textIn(cursor, 'url') ?? '',
    undated: numberIn(cursor, 'undated') ?? 0,
  };
}

/**
 * Which pages of a sitemap are read now: those that changed since the last look, the oldest change first, then some of those
 * that say no date, round and round.
 */
export function pagesToRead(
  entries: readonly SitemapEntry[],
  cursor: MapCursor,
  most: number,
): PagesToRead {
  const dated = entries
    .filter((entry): entry is DatedEntry => entry.changedAt !== undefined && isLater(entry, cursor))
    .sort((a, b) => a.changedAt - b.changedAt || (a.url < b.url ? -1 : 1));
  const read = dated.slice(0, most);
  const last = read.at(-1);
  const undated = entries.filter(({ changedAt }) => changedAt === undefined);
  const from = cursor.undated < undated.length ? cursor.undated : 0;
  const round = undated.slice(from, from + most - read.length);
  return {
    pages: [...read, ...round].map(({ url }) => url),
    cursor: {
      since: last?.changedAt ?? cursor.since,
      url: last?.url ?? cursor.url,
      undated: from + round.length,
    },
    hasMore: dated.length > read.length,
  };
}

type DatedEntry = SitemapEntry & { readonly changedAt: number };

const isLater = ({ changedAt, url }: SitemapEntry, cursor: MapCursor): boolean =>
  changedAt !== undefined &&
  (changedAt > cursor.since || (changedAt === cursor.since && url > cursor.url));
