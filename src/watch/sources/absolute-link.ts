const MOST_LINK = 2048;

/**
 * Where a link of a page leads to: absolute, http, https or tg only, without a fragment; undefined for everything else
 * (mail, scripts, places of the same page).
 */
export function absoluteLink(href: string | undefined, base: string): string | undefined {
  const told = href?.trim();
  if (!told || told.length > MOST_LINK || told.startsWith('#')) return undefined;
  if (!URL.canParse(told, base)) return undefined;
  const url = new URL(told, base);
  if (!['http:', 'https:', 'tg:'].includes(url.protocol)) return undefined;
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href.length <= MOST_LINK ? url.href : undefined;
}
