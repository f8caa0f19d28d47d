import { useEffect, useState } from 'react';

/** Shorter than a session lasts without a call: a page that nobody touches lets its session end. */
const AWAY_MS = 10 * 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'focus'] as const;

/** Whether nobody has touched the page for ten minutes. */
export function useAway(): boolean {
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    let timer = setTimeout(() => setAway(true), AWAY_MS);
    let lastAt = 0;
    const here = (event: Event): void => {
      // A moving pointer speaks a hundred times a second.
      if (event.timeStamp - lastAt < 1_000) return;
      lastAt = event.timeStamp;
      clearTimeout(timer);
      timer = setTimeout(() => setAway(true), AWAY_MS);
      setAway(false);
    };
    for (const sign of SIGNS) addEventListener(sign, here, { passive: true, capture: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) removeEventListener(sign, here, { capture: true });
    };
  }, []);
  return isAway;
}
