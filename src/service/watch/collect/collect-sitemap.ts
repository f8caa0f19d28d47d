import { type Problem, QorganError, type Result } from '../../../domain/errors/catalogue.ts';
import { readSitemap, type Sitemap } from '../../../watch/sources/sitemap.ts';
import { textOfBody } from '../fetch/text-of-body.ts';
import { unpack } from '../fetch/unpack.ts';
import {
  type CollectDeps,
  type Collected,
  cursorOf,
  Gathering,
  numberIn,
  type SourceToCollect,
} from './collected.ts';
import { fetchPage, PAGE_TYPES, XML_TYPES } from './fetch-page.ts';
import { postOfPage } from './post-of-page.ts';
import { type MapCursor, mapCursorOf, pagesToRead } from './sitemap-cursor.ts';

/** sitemaps.org allows 50 MB; no more of one is read than 10. */
const MOST_BYTES = 10 << 20;
/** Pages of one look: one a second. */
const MOST_PAGES = 20;
/** Sitemaps of an index that are looked at, one with each look. */
const MOST_MAPS = 100;

/**
 * Reads pages that a sitemap names, those that changed first. An index of sitemaps is read one sitemap with each look. A page
 * that cannot be read is a reject and holds up none of the others.
 * Throws QorganError as `fetchPage` and `readSitemap` fail on the sitemap itself.
 */
export async function collectSitemap(
  source: SourceToCollect,
  deps: CollectDeps,
): Promise<Collected> {
  const cursor = cursorOf(source.cursor);
  const root = source.url ?? '';
  const first = orThrow(await fetchMap(deps, root));
  const children = first.isIndex
    ? first.entries.slice(0, MOST_MAPS).map(({ url }) => url)
    : undefined;
  const turn = (numberIn(cursor, 'turn') ?? 0) % Math.max(1, children?.length ?? 1);
  const url = children === undefined ? root : children[turn];
  const map = children === undefined ? first : url && orThrow(await fetchMap(deps, url));
  const gathering = new Gathering();
  if (!map) return gathering.collected({});
  const maps = cursorOf(cursor.maps);
  const wanted = pagesToRead(map.entries, mapCursorOf(maps[url]), MOST_PAGES);
  const problem = await readPages(gathering, deps, wanted.pages);
  tellBounds(gathering, map);
  // What was not read for a site that asks to come later is read then.
  if (problem !== undefined) return gathering.collected(cursor, false, problem);
  const known = Object.entries(maps).filter(([name]) => children?.includes(name));
  const next: Record<string, unknown> = {
    ...Object.fromEntries(known),
    [url]: wanted.cursor satisfies MapCursor,
  };
  const isRound = children !== undefined && turn + 1 < children.length;
  const hasMore = wanted.hasMore || isRound;
  return gathering.collected({ maps: next, turn: wanted.hasMore ? turn : turn + 1 }, hasMore);
}

async function readPages(
  gathering: Gathering,
  deps: CollectDeps,
  pages: readonly string[],
): Promise<Problem | undefined> {
  for (const [i, url] of pages.entries()) {
    if (gathering.isFull) return { code: 'QRG_WATCH_MANY', args: { most: gathering.posts.length } };
    const answer = await fetchPage(deps, url, PAGE_TYPES);
    if (answer.ok) {
      const post = postOfPage(answer.value, gathering.keep(answer.value));
      if (post !== undefined) gathering.addBounded(post, i + 1);
    } else if (STOPS.has(answer.problem.code) || deps.signal?.aborted) return answer.problem;
    else gathering.refuse(answer.problem, i + 1);
  }
  return undefined;
}

/** Problems of the site as a whole, not of one page. */
const STOPS = new Set(['QRG_WATCH_LATER', 'QRG_WATCH_QUEUE']);

async function fetchMap(deps: CollectDeps, url: string): Promise<Result<Sitemap>> {
  const answer = await fetchPage(deps, url, XML_TYPES, { mostBytes: MOST_BYTES });
  if (!answer.ok) return answer;
  const { body, headers, finalUrl } = answer.value;
  // 'sitemap.xml.gz' is a packed file, not a packed answer.
  const isPacked = body[0] === 0x1f && body[1] === 0x8b;
  const text = await unpack(body, isPacked ? 'gzip' : undefined, MOST_BYTES);
  return text.ok ? readSitemap(textOfBody({ headers, body: text.value }), finalUrl) : text;
}

function tellBounds(gathering: Gathering, { isMore, entries }: Sitemap): void {
  if (!isMore) return;
  const args = { most: entries.length };
  gathering.rejects.push({ line: entries.length, effect: 'cut', code: 'QRG_WATCH_MANY', args });
}

function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new QorganError(result.problem.code, result.problem.args);
  return result.value;
}
