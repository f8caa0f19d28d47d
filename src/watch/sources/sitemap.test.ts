import { describe, expect, it } from 'vitest';
import { MOST_ENTRIES, readSitemap } from './sitemap.ts';

const HERE = 'https://board.example/sitemap.xml';
const urlset = (entries: string) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries}</urlset>`;

describe('a sitemap', () => {
  it('names pages of its own host and when they changed', () => {
    const xml = urlset(
      '<url><loc>https://board.example/1</loc><lastmod>2026-01-01</lastmod></url><url><loc>/2</loc></url><url><loc>https://other.example/3</loc></url>',
    );
    expect(readSitemap(xml, HERE)).toEqual({
      ok: true,
      value: {
        isIndex: false,
        isMore: false,
        foreign: 1,
        entries: [
          { url: 'https://board.example/1', changedAt: Date.UTC(2025, 11, 31, 19) },
          { url: 'https://board.example/2', changedAt: undefined },
        ],
      },
    });
  });

  it('of sitemaps is told apart', () => {
    const xml =
      '<sitemapindex><sitemap><loc>https://board.example/a.xml</loc></sitemap></sitemapindex>';
    expect(readSitemap(xml, HERE)).toMatchObject({ value: { isIndex: true } });
  });

  it('of a million addresses gives the first 50,000 and says there is more', () => {
    const xml = urlset('<url><loc>/p</loc></url>'.repeat(1_000_000));
    const read = readSitemap(xml, HERE);
    expect(read).toMatchObject({ ok: true, value: { isMore: true } });
    expect(read.ok && read.value.entries.length).toBe(MOST_ENTRIES);
  });

  it('with a DOCTYPE, or of another kind, is refused', () => {
    expect(readSitemap('<!DOCTYPE x><urlset/>', HERE)).toMatchObject({
      problem: { code: 'QRG_WATCH_XML_DTD' },
    });
    expect(readSitemap('<rss/>', HERE)).toMatchObject({ problem: { code: 'QRG_WATCH_SITEMAP' } });
  });
});
