import { useEffect, useState } from 'preact/hooks';

/** Everything stands beneath this address. */
export const BASE = '/portal';

/** Where the visitor is: the parts of the address beneath BASE, and its query. */
export interface Place {
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
}

const listeners = new Set<() => void>();

function placeNow(): Place {
  const parts = location.pathname.slice(BASE.length).split('/').filter(Boolean).map(decoded);
  return { parts, query: new URLSearchParams(location.search) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // no address of ours
  }
}

/** Address of a place: `href('train', 'card-rent')`. */
export const href = (...parts: readonly string[]): string =>
  `${BASE}/${parts.map(encodeURIComponent).join('/')}`;

/** @param replace the way back does not lead here */
export function go(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  for (const listener of listeners) listener();
}

/** The place, drawn anew when it changes; links of the page lead there without loading it again. */
export function usePlace(): Place {
  const [place, setPlace] = useState(placeNow);
  useEffect(() => {
    const changed = () => setPlace(placeNow());
    listeners.add(changed);
    addEventListener('popstate', changed);
    document.addEventListener('click', followLink);
    return () => {
      listeners.delete(changed);
      removeEventListener('popstate', changed);
      document.removeEventListener('click', followLink);
    };
  }, []);
  return place;
}

/** Plain clicks on links of the portal change the place; all others are the browser's. */
function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const isOurs =
    link.origin === location.origin &&
    (link.pathname === BASE || link.pathname.startsWith(`${BASE}/`));
  if (!isOurs || link.target !== '' || link.hasAttribute('download')) return;
  if (link.hash !== '' && link.pathname === location.pathname) return;
  event.preventDefault();
  go(link.href);
  scrollTo(0, 0);
}
