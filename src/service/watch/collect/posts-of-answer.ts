import { channelOf, readChannelPage } from '../../../watch/sources/channel-page.ts';
import { readFeed } from '../../../watch/sources/feed.ts';
import type { Fetched } from '../../../watch/sources/fetched.ts';
import { postOfRow } from '../../../watch/sources/row-post.ts';
import { boundedPost } from '../../../watch/sources/source-post.ts';
import { textOfBody } from '../fetch/text-of-body.ts';
import type { Gathering } from './collected.ts';
import { postOfPage } from './post-of-page.ts';
import { cellsOfObject } from './rows-file.ts';

/** Posts of an answer that came from anywhere: a channel's preview, a feed, JSON with texts, or a page. Others give none. */
export function addPostsOf(gathering: Gathering, answer: Fetched, line: number): void {
  const { contentType } = answer;
  if (answer.status < 200 || answer.status >= 300) return;
  if (contentType === 'text/html' || contentType === 'application/xhtml+xml')
    addPage(gathering, answer, line);
  else if (contentType === 'application/json') addJson(gathering, answer, line);
  else if (/^(?:application|text)\/(?:(?:rss|atom)\+)?xml$/.test(contentType))
    addFeed(gathering, answer, line);
}

function addPage(gathering: Gathering, answer: Fetched, line: number): void {
  const html = textOfBody(answer);
  const channel = channelOf(answer.finalUrl) && readChannelPage(html, answer.finalUrl, answer.at);
  const fetched = gathering.keep(answer);
  if (channel) for (const post of channel.posts) gathering.add({ ...post, fetched });
  else {
    const post = postOfPage(answer, fetched);
    if (post !== undefined) gathering.addBounded(post, line);
  }
}

function addFeed(gathering: Gathering, answer: Fetched, line: number): void {
  const feed = readFeed(textOfBody(answer), answer.finalUrl, answer.at);
  if (feed.ok) {
    const fetched = gathering.keep(answer);
    for (const post of feed.value.posts) gathering.add({ ...post, fetched });
  } else gathering.refuse(feed.problem, line);
}

/** An object, or an array of them, with keys that a table of posts would have; its place names it where it has no id. */
function addJson(gathering: Gathering, answer: Fetched, line: number): void {
  const value = parsed(textOfBody(answer));
  if (value === undefined) gathering.refuse({ code: 'QRG_WATCH_ROW_OBJECT', args: {} }, line);
  const fetched = gathering.keep(answer);
  for (const [i, item] of items(value).entries()) {
    const cells = cellsOfObject(item);
    if (!cells?.text) continue;
    const id = cells.id ?? cells.url ?? String(i + 1);
    const post = postOfRow({ ...cells, id: `${answer.finalUrl} ${id}` }, i + 1, answer.at);
    if (!post.ok) gathering.refuse(post.problem, line);
    else gathering.addBounded(boundedPost({ ...post.value, fetched }), line);
  }
}

const MOST_ITEMS = 10_000;

const items = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.slice(0, MOST_ITEMS) : [value];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
