import { href } from '../router.ts';

/** Pages beneath /portal/class/. */
export const CLASS_PAGES = { join: 'join', desk: 'teach', screen: 'screen' } as const;

/** The key stands behind '#': a browser sends that part to nobody. */
export const deskPlace = (key: string): string => `${href('class', CLASS_PAGES.desk)}#${key}`;
export const screenPlace = (key: string): string => `${href('class', CLASS_PAGES.screen)}#${key}`;

/** What pupils open, with the code in it. */
export const joinPlace = (code: string): string =>
  `${href('class', CLASS_PAGES.join)}?code=${code}`;

const KEY = /^[\w-]{43}$/;

/**
 * The key of a page that a whole class sees: taken out of the address, where everybody would read it, and kept with this entry of the
 * tab's history, so that the page may be loaded anew.
 */
export function takeKeyOfPlace(): string {
  const key = keyOfPlace();
  if (key !== '') history.replaceState({ classKey: key }, '', location.pathname + location.search);
  const kept: unknown = history.state?.classKey;
  return typeof kept === 'string' && KEY.test(kept) ? kept : '';
}

/** The teacher's key of this address; '' where there is none, or a piece of one: a link that was not copied whole. */
export const keyOfPlace = (): string => {
  const key = location.hash.slice(1);
  return KEY.test(key) ? key : '';
};
