/** Where the reader is, as the part of the address after '#': '/network/N1?lang=kk'. */
export interface Route {
  page: PageName;
  /** Network id or account name; '' for pages about everything. */
  id: string;
  query: URLSearchParams;
}

export const PAGES = [
  'networks',
  'accounts',
  'gaps',
  'rejects',
  'rules',
  'glossary',
  'network',
  'account',
] as const;
export type PageName = (typeof PAGES)[number];

/** An address nobody knows leads to the list of networks. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = split(hash.replace(/^#\/?/, ''), '?');
  const [name = '', id = ''] = split(path, '/');
  const page = PAGES.find((p) => p === name) ?? 'networks';
  return { page, id: decode(id), query: new URLSearchParams(query) };
}

export function hrefOf(page: PageName, id = '', query: URLSearchParams | string = ''): string {
  const tail = String(query);
  return `#/${page}${id === '' ? '' : `/${encodeURIComponent(id)}`}${tail === '' ? '' : `?${tail}`}`;
}

function split(text: string, at: string): [string, string] {
  const i = text.indexOf(at);
  return i < 0 ? [text, ''] : [text.slice(0, i), text.slice(i + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
