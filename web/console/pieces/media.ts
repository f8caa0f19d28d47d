import { useSyncExternalStore } from 'react';

/** As the style sheets have it: narrower than this a row is a card. */
const NARROW = matchMedia('(max-width: 759px)');

/** A list and what is opened of it stand side by side. */
const ROOMY = matchMedia('(min-width: 1024px)');

const onChange = (query: MediaQueryList) => (listener: () => void) => {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};
const onNarrow = onChange(NARROW);
const onRoomy = onChange(ROOMY);

export const useNarrow = (): boolean => useSyncExternalStore(onNarrow, () => NARROW.matches);
export const useRoomy = (): boolean => useSyncExternalStore(onRoomy, () => ROOMY.matches);
