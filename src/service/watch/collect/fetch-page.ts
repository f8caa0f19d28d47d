import { fail, QorganError, type Result } from '../../../domain/errors/catalogue.ts';
import { type Fetched, headerOf } from '../../../watch/sources/fetched.ts';
import type { Fetcher, Validators } from '../fetch/fetcher.ts';
import type { CollectDeps } from './collected.ts';
import { cursorOf, textIn } from './collected.ts';

export const PAGE_TYPES = ['text/html', 'application/xhtml+xml', 'text/plain', 'application/json'];
export const XML_TYPES = ['text/xml', 'application/', 'text/html', 'text/plain'];

/** An answer that has a page. Fails as `Fetcher.fetch` does, and with QRG_WATCH_STATUS. */
export async function fetchPage(
  { fetcher, signal }: CollectDeps,
  url: string,
  accepts: readonly string[],
  more: { readonly known?: Validators; readonly mostBytes?: number } = {},
): Promise<Result<Fetched>> {
  const answer = await fetcher.fetch({ url, accepts, ...(signal && { signal }), ...more });
  if (!answer.ok) return answer;
  const { status } = answer.value;
  const isPage = (status >= 200 && status < 300) || (status === 304 && more.known !== undefined);
  return isPage ? answer : fail('QRG_WATCH_STATUS', { status });
}

/** Any answer to an address, for a sealed copy of it. Throws QorganError with what `Fetcher.fetch` fails with. */
export async function fetchedPage(
  fetcher: Fetcher,
  url: string,
  signal?: AbortSignal,
): Promise<Fetched> {
  const answer = await fetcher.fetch({ url, accepts: PAGE_TYPES, ...(signal && { signal }) });
  if (!answer.ok) throw new QorganError(answer.problem.code, answer.problem.args);
  return answer.value;
}

/** What an answer said of itself, to be asked by the next time. */
export function validatorsOf(fetched: Fetched): Validators {
  const etag = headerOf(fetched, 'etag')?.slice(0, 300);
  const lastModified = headerOf(fetched, 'last-modified')?.slice(0, 100);
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) };
}

export function validatorsIn(kept: unknown): Validators {
  const cursor = cursorOf(kept);
  const etag = textIn(cursor, 'etag');
  const lastModified = textIn(cursor, 'lastModified');
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) };
}
