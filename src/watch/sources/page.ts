import { absoluteLink } from './absolute-link.ts';
import { TextGatherer } from './html/text-gatherer.ts';
import { type HtmlElement, type HtmlSink, walkHtml } from './html/walk-html.ts';
import { MOST_LINKS } from './source-post.ts';
import { sourceTime } from './source-time.ts';

/** What a reader sees of a page. */
export interface Page {
  readonly title: string;
  /** Of its article or main part where it has one, else of all of it; navigation apart. May exceed MOST_TEXT a little. */
  readonly text: string;
  readonly links: readonly string[];
  /** Address by which the page wants to be known, on the same host; else undefined. */
  readonly canonical: string | undefined;
  readonly publishedAt: number | undefined;
  readonly author: string | undefined;
  readonly hasMedia: boolean;
}

/** A part of a page with less is a frame whose words stand elsewhere. */
const LEAST_MAIN = 40;

/** Reads one HTML page. Never fails: what is no HTML is a page with its text. */
export function readPage(html: string, url: string): Page {
  const reader = new PageReader(url);
  walkHtml(html, reader);
  return reader.page();
}

class Region {
  readonly text = new TextGatherer();
  readonly links: string[] = [];
  hasMedia = false;
}

class PageReader implements HtmlSink {
  readonly #url: string;
  #base: string;
  readonly #title = new TextGatherer();
  readonly #whole = new Region();
  readonly #main = new Region();
  readonly #meta = new Map<string, string>();
  #titleDepth = 0;
  #mainDepth = 0;
  #frameDepth = 0;
  #canonical: string | undefined;
  #time: number | undefined;

  constructor(url: string) {
    this.#url = url;
    this.#base = url;
  }

  page(): Page {
    const isMain = this.#main.text.length >= LEAST_MAIN;
    const { text, links, hasMedia } = isMain ? this.#main : this.#whole;
    const meta = (names: readonly string[]) =>
      names.map((name) => this.#meta.get(name)).find((told) => told);
    return {
      title: meta(['og:title']) ?? this.#title.toString(),
      text: text.toString(),
      links,
      canonical: this.#canonical,
      publishedAt: sourceTime(meta(PUBLISHED)) ?? this.#time,
      author: meta(['author', 'article:author']),
      hasMedia,
    };
  }

  open(element: HtmlElement, depth: number): void {
    const { name, attributes } = element;
    if (name === 'title' && this.#titleDepth === 0) this.#titleDepth = depth;
    if (name === 'nav' && this.#frameDepth === 0) this.#frameDepth = depth;
    if ((name === 'main' || name === 'article') && this.#mainDepth === 0) this.#mainDepth = depth;
    if (name === 'meta') this.#keepMeta(attributes);
    if (name === 'base') this.#base = absoluteLink(attributes.href, this.#url) ?? this.#base;
    if (name === 'link' && attributes.rel?.toLowerCase() === 'canonical')
      this.#canonical ??= this.#sameHost(attributes.href);
    if (name === 'time') this.#time ??= sourceTime(attributes.datetime);
    for (const region of this.#regions()) {
      region.text.edge(name);
      if (name === 'a') keepLink(region, absoluteLink(attributes.href, this.#base));
      if (name === 'img' || name === 'video' || name === 'audio') region.hasMedia = true;
    }
  }

  close(name: string, depth: number): void {
    for (const region of this.#regions()) region.text.edge(name);
    if (depth === this.#titleDepth) this.#titleDepth = 0;
    if (depth === this.#mainDepth) this.#mainDepth = 0;
    if (depth === this.#frameDepth) this.#frameDepth = 0;
  }

  text(text: string): void {
    if (this.#titleDepth > 0) this.#title.add(text);
    else for (const region of this.#regions()) region.text.add(text);
  }

  /** Where the present place of the page belongs. */
  #regions(): readonly Region[] {
    if (this.#frameDepth > 0) return [];
    return this.#mainDepth > 0 ? [this.#whole, this.#main] : [this.#whole];
  }

  #keepMeta(attributes: Readonly<Record<string, string>>): void {
    const name = (attributes.property ?? attributes.name ?? attributes.itemprop)?.toLowerCase();
    const { content } = attributes;
    if (name && content && KEPT.has(name) && !this.#meta.has(name))
      this.#meta.set(name, content.slice(0, 500));
  }

  /** A page may not pass for one of another site. */
  #sameHost(href: string | undefined): string | undefined {
    const link = absoluteLink(href, this.#base);
    return link !== undefined && new URL(link).host === new URL(this.#url).host ? link : undefined;
  }
}

const PUBLISHED = ['article:published_time', 'datepublished', 'date', 'pubdate', 'dc.date'];
const KEPT = new Set([...PUBLISHED, 'og:title', 'author', 'article:author']);

function keepLink(region: Region, link: string | undefined): void {
  if (link !== undefined && region.links.length < MOST_LINKS) region.links.push(link);
}

/** The words of a piece of HTML, as a feed holds it, and where its links lead. */
export function readFragment(html: string, url: string): Pick<Page, 'text' | 'links' | 'hasMedia'> {
  const { text, links, hasMedia } = readPage(html, url);
  return { text, links, hasMedia };
}
