import { useSyncExternalStore } from 'react';

/** As the style sheets have it: narrower than this a row is a card. */
const NARROW = matchMedia('(max-width: 759px)');

function onNarrow(listener: () => void): () => void {
  NARROW.addEventListener('change', listener);
  return () => NARROW.removeEventListener('change', listener);
}

export const useNarrow = (): boolean => useSyncExternalStore(onNarrow, () => NARROW.matches);
