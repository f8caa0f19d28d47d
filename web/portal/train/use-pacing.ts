import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** One message of a conversation as far as its pace goes. */
export interface Paced {
  /** The player's own words are there at once. */
  readonly isOwn: boolean;
  readonly letters: number;
  /** Days later: a moment to breathe before it. */
  readonly isLater: boolean;
}

interface Pace {
  /** How many messages are there. */
  readonly shown: number;
  /** Shows the next one, where nothing comes by itself. */
  readonly next: () => void;
  /** Shows all of them. */
  readonly hurry: () => void;
}

const LEAST_MS = 700;
const LETTER_MS = 24;
const MOST_MS = 2_000;
const LATER_MS = 900;

const pauseBefore = ({ letters, isLater }: Paced): number =>
  Math.min(MOST_MS, LEAST_MS + letters * LETTER_MS) + (isLater ? LATER_MS : 0);

/**
 * Messages come one at a time, as fast as somebody types.
 *
 * @param given how many were there already when the conversation is taken up again
 * @param byHand each waits until it is asked for: nothing runs away from a slow reader (WCAG 2.2, 2.2.1)
 */
export function usePacing(messages: readonly Paced[], given: number, byHand: boolean): Pace {
  const [reached, setShown] = useState(given);
  const shown = Math.min(reached, messages.length);
  const coming = messages[shown];
  useLayoutEffect(() => {
    if (coming?.isOwn) setShown(shown + 1);
  }, [shown, coming?.isOwn]);
  const pauseMs = coming === undefined || coming.isOwn || byHand ? undefined : pauseBefore(coming);
  useEffect(() => {
    if (pauseMs === undefined) return;
    const timer = setTimeout(() => setShown(shown + 1), pauseMs);
    return () => clearTimeout(timer);
  }, [shown, pauseMs]);
  return {
    shown,
    next: () => setShown(shown + 1),
    hurry: () => setShown(messages.length),
  };
}
