/**
 * The one-time token of a link, from behind the '#': that part never reaches a server or its log. It is taken out of the
 * address at once, so that it stays in no history and on no screen. '' when there is none.
 */
export function takeToken(): string {
  const token = location.hash.slice(1);
  if (token !== '') history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
