import { useEffect, useRef, useState } from 'preact/hooks';

const EVERY_MS = 4_000;

export interface Polled<T> {
  readonly value: T | undefined;
  readonly error: unknown;
  /** Takes an answer that came another way. */
  readonly put: (value: T) => void;
  /** Asks at once. */
  readonly again: () => void;
}

/**
 * Asks again and again while the page is looked at. One that is not seen does not ask; when it is looked at again it asks at once.
 *
 * @param of what is asked for; another one begins anew
 */
export function usePolled<T>(of: string, ask: () => Promise<T>): Polled<T> {
  const [value, setValue] = useState<T>();
  const [error, setError] = useState<unknown>();
  const [turn, setTurn] = useState(0);
  const asking = useRef(ask);
  asking.current = ask;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn or another thing begins anew
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      clearTimeout(timer);
      if (document.visibilityState === 'hidden') return;
      try {
        const found = await asking.current();
        if (isOver) return;
        setValue(found);
        setError(undefined);
      } catch (problem) {
        if (isOver) return;
        setError(problem);
      }
      timer = setTimeout(look, EVERY_MS);
    };
    const seen = () => void look();
    void look();
    document.addEventListener('visibilitychange', seen);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [of, turn]);
  return { value, error, put: setValue, again: () => setTurn((now) => now + 1) };
}
