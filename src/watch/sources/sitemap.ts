import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { absoluteLink } from './absolute-link.ts';
import { sourceTime } from './source-time.ts';
import { EnoughXml, readXml, type XmlSink } from './xml/read-xml.ts';

export interface SitemapEntry {
  readonly url: string;
  readonly changedAt: number | undefined;
}

/** What a sitemap names: pages, or, as an index, other sitemaps. */
export interface Sitemap {
  readonly isIndex: boolean;
  readonly entries: readonly SitemapEntry[];
  /** Addresses of other hosts: sitemaps.org lets a sitemap speak of its own host only. */
  readonly foreign: number;
  /** There were more than MOST_ENTRIES. */
  readonly isMore: boolean;
}

/** sitemaps.org: 50,000 addresses a file. */
export const MOST_ENTRIES = 50_000;

/**
 * Reads a sitemap or an index of sitemaps (sitemaps.org 0.9). One that breaks off gives what stood before the fault.
 * Fails with QRG_WATCH_SITEMAP, QRG_WATCH_XML, QRG_WATCH_XML_DTD.
 */
export function readSitemap(xml: string, url: string): Result<Sitemap> {
  const reader = new SitemapReader(url);
  const problem = readXml(xml, reader);
  const isBad = problem?.code === 'QRG_WATCH_XML_DTD' || reader.entries.length === 0;
  if (problem !== undefined && isBad) return { ok: false, problem };
  if (reader.root === undefined) return fail('QRG_WATCH_SITEMAP');
  const { entries, foreign, isMore } = reader;
  return ok({ isIndex: reader.root === 'sitemapindex', entries, foreign, isMore });
}

class SitemapReader implements XmlSink {
  readonly entries: SitemapEntry[] = [];
  root: 'urlset' | 'sitemapindex' | undefined;
  foreign = 0;
  isMore = false;
  readonly #url: string;
  readonly #host: string;
  readonly #path: string[] = [];
  #loc = '';
  #lastmod = '';

  constructor(url: string) {
    this.#url = url;
    this.#host = new URL(url).host;
  }

  open(name: string): void {
    const depth = this.#path.push(name);
    if (depth > 1) return;
    if (name !== 'urlset' && name !== 'sitemapindex') throw new EnoughXml();
    this.root = name;
  }

  close(): void {
    const depth = this.#path.length;
    this.#path.pop();
    if (depth === 2) this.#finish();
  }

  text(text: string): void {
    if (this.#path.length !== 3) return;
    const name = this.#path[2];
    if (name === 'loc' && this.#loc.length < 4096) this.#loc += text;
    else if (name === 'lastmod' && this.#lastmod.length < 64) this.#lastmod += text;
  }

  #finish(): void {
    const url = absoluteLink(this.#loc, this.#url);
    const changedAt = sourceTime(this.#lastmod);
    this.#loc = '';
    this.#lastmod = '';
    if (url === undefined) return;
    if (new URL(url).host !== this.#host) {
      this.foreign++;
      return;
    }
    if (this.entries.length >= MOST_ENTRIES) {
      this.isMore = true;
      throw new EnoughXml();
    }
    this.entries.push({ url, changedAt });
  }
}
