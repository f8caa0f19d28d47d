import { useEffect, useRef, useState } from 'preact/hooks';
import { QorganProblem } from '../api.ts';

const EVERY_MS = 4_000;

export interface Polled<T> {
  readonly value: T | undefined;
  readonly error: unknown;
  /** Takes an answer that came another way. */
  readonly put: (value: T) => void;
}

/**
 * Asks again and again while the page is looked at. One that is not seen does not ask; when it is looked at again it asks at once. What
 * is not there any more is not asked for again: a forgotten page would count as somebody who guesses.
 *
 * @param of what is asked for; another one begins anew
 */
export function usePolled<T>(of: string, ask: () => Promise<T>): Polled<T> {
  const [value, setValue] = useState<T>();
  const [error, setError] = useState<unknown>();
  const asking = useRef(ask);
  asking.current = ask;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thing begins anew
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let latest = 0;
    const look = async () => {
      clearTimeout(timer);
      if (isOver || document.visibilityState === 'hidden') return;
      // One that was asked before and answers later starts no second round.
      latest += 1;
      const mine = latest;
      try {
        const found = await asking.current();
        if (isOver || mine !== latest) return;
        setValue(found);
        setError(undefined);
      } catch (problem) {
        if (isOver || mine !== latest) return;
        setError(problem);
        if (isGone(problem)) return end();
      }
      timer = setTimeout(look, EVERY_MS);
    };
    const seen = () => void look();
    const end = () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
    void look();
    document.addEventListener('visibilitychange', seen);
    return end;
  }, [of]);
  return { value, error, put: setValue };
}

/** There is no such class, pupil or key, and there will be none. */
export const isGone = (problem: unknown): boolean =>
  problem instanceof QorganProblem && problem.status === 404;
