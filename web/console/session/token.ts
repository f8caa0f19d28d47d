let taken: string | undefined;

/**
 * The one-time token of a link, from behind the '#': that part never reaches a server or its log. It is taken out of the
 * address at once, so that it stays in no history and on no screen. '' when there is none; the same however often it is
 * asked, for a page may be begun to be drawn and begun again.
 */
export function takeToken(): string {
  if (taken !== undefined) return taken;
  taken = location.hash.slice(1);
  if (taken !== '') history.replaceState(history.state, '', location.pathname + location.search);
  return taken;
}
