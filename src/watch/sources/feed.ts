import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { absoluteLink } from './absolute-link.ts';
import { readFragment } from './page.ts';
import {
  boundedPost,
  cutReject,
  MOST_TEXT,
  type RowReject,
  type SourcePost,
} from './source-post.ts';
import { sourceTime } from './source-time.ts';
import { EnoughXml, readXml, type XmlSink } from './xml/read-xml.ts';

export interface Feed {
  readonly title: string;
  /** As the feed orders them, mostly the newest first. */
  readonly posts: readonly SourcePost[];
  /** Entries that were cut, and the fault at which a broken feed ends. */
  readonly rejects: readonly RowReject[];
}

const MOST_ENTRIES = 1_000;
/** HTML of one entry that is looked at: ten times the text that is kept. */
const MOST_FIELD = 10 * MOST_TEXT;

/**
 * Reads RSS 0.9x, 1.0, 2.0 or Atom. A feed that breaks off gives what stood before the fault.
 * Fails with QRG_WATCH_FEED, QRG_WATCH_XML, QRG_WATCH_XML_DTD.
 *
 * @param at epoch ms of the fetch, for an entry that says no time
 */
export function readFeed(xml: string, url: string, at: number): Result<Feed> {
  const reader = new FeedReader(url, at);
  const problem = readXml(xml, reader);
  if (problem?.code === 'QRG_WATCH_XML_DTD') return { ok: false, problem };
  if (!reader.isFeed)
    return problem === undefined ? fail('QRG_WATCH_FEED') : { ok: false, problem };
  if (problem !== undefined && reader.posts.length === 0) return { ok: false, problem };
  const { title, posts, rejects, entries } = reader;
  const broken: RowReject[] = problem ? [{ ...problem, line: entries + 1, effect: 'refused' }] : [];
  const more: RowReject[] = reader.isMore
    ? [{ line: MOST_ENTRIES, effect: 'cut', code: 'QRG_WATCH_MANY', args: { most: MOST_ENTRIES } }]
    : [];
  return ok({ title, posts, rejects: [...rejects, ...broken, ...more] });
}

const ROOTS = new Set(['rss', 'rdf', 'feed']);
/** Fields of an entry, whichever of the three families it is of. */
const FIELDS = new Set(
  'title link guid id pubdate date published updated description summary content encoded creator author name'.split(
    ' ',
  ),
);

class Entry {
  readonly fields = new Map<string, string>();
  readonly links: string[] = [];
  link: string | undefined;
  hasMedia = false;

  add(field: string, text: string): void {
    const held = this.fields.get(field) ?? '';
    if (held.length < MOST_FIELD) this.fields.set(field, held + text.slice(0, MOST_FIELD));
  }

  first(...names: readonly string[]): string | undefined {
    return names.map((name) => this.fields.get(name)?.trim()).find((text) => text);
  }
}

class FeedReader implements XmlSink {
  readonly posts: SourcePost[] = [];
  readonly rejects: RowReject[] = [];
  title = '';
  entries = 0;
  isFeed = false;
  isMore = false;
  readonly #url: string;
  readonly #at: number;
  readonly #path: string[] = [];
  #entry: Entry | undefined;
  /** Depth at which the present entry and its present field began. */
  #entryDepth = 0;
  #field: string | undefined;
  #fieldDepth = 0;

  constructor(url: string, at: number) {
    this.#url = url;
    this.#at = at;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const depth = this.#path.push(name);
    if (depth === 1) this.#root(name);
    if ((name === 'item' || name === 'entry') && this.#entry === undefined) this.#begin(depth);
    else if (this.#entry !== undefined) this.#inside(this.#entry, name, attributes, depth);
  }

  close(): void {
    const depth = this.#path.length;
    this.#path.pop();
    if (depth === this.#fieldDepth) {
      this.#field = undefined;
      this.#fieldDepth = 0;
    }
    if (this.#entry === undefined || depth !== this.#entryDepth) return;
    this.#finish(this.#entry);
    this.#entry = undefined;
  }

  text(text: string): void {
    if (this.#entry !== undefined && this.#field !== undefined)
      this.#entry.add(this.#field, this.#fieldDepth < this.#path.length ? ` ${text}` : text);
    else if (this.#path.at(-1) === 'title' && this.#path.length <= 3)
      this.title = (this.title + text).slice(0, 300);
  }

  #root(name: string): void {
    if (!ROOTS.has(name)) throw new EnoughXml();
    this.isFeed = true;
  }

  #begin(depth: number): void {
    if (this.entries >= MOST_ENTRIES) {
      this.isMore = true;
      throw new EnoughXml();
    }
    this.entries++;
    this.#entry = new Entry();
    this.#entryDepth = depth;
  }

  #inside(
    entry: Entry,
    name: string,
    attributes: Readonly<Record<string, string>>,
    depth: number,
  ): void {
    if (name === 'enclosure' || name === 'thumbnail' || attributes.medium !== undefined)
      entry.hasMedia = true;
    const isOwnLink =
      (attributes.rel ?? 'alternate') === 'alternate' && depth === this.#entryDepth + 1;
    if (name === 'link' && isOwnLink && attributes.href) entry.link ??= attributes.href;
    if (name === 'a' && attributes.href) entry.links.push(attributes.href);
    // 'author' of Atom holds 'name'; of RSS it is the name itself.
    const isField = FIELDS.has(name) && (this.#field === undefined || this.#field === 'author');
    if (!isField || (this.#field === 'author' && name !== 'name')) return;
    this.#field = name;
    this.#fieldDepth = depth;
  }

  #finish(entry: Entry): void {
    const link = absoluteLink(entry.link ?? entry.first('link'), this.#url);
    const body = readFragment(
      entry.first('encoded', 'content', 'description', 'summary') ?? '',
      this.#url,
    );
    const title = readFragment(entry.first('title') ?? '', this.#url).text;
    const text = body.text.startsWith(title) ? body.text : `${title}\n${body.text}`;
    const externalId = entry.first('guid', 'id') ?? link;
    if (text.trim() === '' || externalId === undefined) {
      this.rejects.push({
        line: this.entries,
        effect: 'refused',
        code: 'QRG_WATCH_ROW_TEXT',
        args: {},
      });
      return;
    }
    const inside = entry.links.map((href) => absoluteLink(href, this.#url));
    const { post, wasCut } = boundedPost({
      externalId,
      url: link,
      at: sourceTime(entry.first('pubdate', 'published', 'date', 'updated')) ?? this.#at,
      author: entry.first('creator', 'name', 'author'),
      text,
      links: [...body.links, ...inside.filter((told) => told !== undefined)],
      hasMedia: entry.hasMedia || body.hasMedia,
    });
    this.posts.push(post);
    if (wasCut) this.rejects.push(cutReject(this.entries));
  }
}
