import type { Fetched } from '../../../watch/sources/fetched.ts';
import { readPage } from '../../../watch/sources/page.ts';
import { type BoundedPost, boundedPost } from '../../../watch/sources/source-post.ts';
import { textOfBody } from '../fetch/text-of-body.ts';

/** A page as a post: its title and the text of its main part; undefined when it says nothing. */
export function postOfPage(fetched: Fetched, place: number): BoundedPost | undefined {
  const page = readPage(textOfBody(fetched), fetched.finalUrl);
  const { title, text, links, hasMedia, author, canonical, publishedAt } = page;
  const words = text.startsWith(title) ? text : `${title}\n${text}`;
  if (words.trim() === '') return undefined;
  return boundedPost({
    externalId: canonical ?? fetched.url,
    url: fetched.finalUrl,
    at: publishedAt ?? fetched.at,
    author,
    text: words,
    links,
    hasMedia,
    fetched: place,
  });
}
