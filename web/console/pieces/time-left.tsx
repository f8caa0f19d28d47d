import { type JSX, useEffect, useState } from 'react';
import { useFormat } from '../format.ts';
import { useWords } from './words.ts';

const MINUTE_MS = 60_000;

/** Now, again every minute: a term that is shown must not go stale. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How long until a term, or since it passed. */
export function TimeLeft({ dueAt, now }: { dueAt: number; now: number }): JSX.Element {
  const t = useWords();
  const format = useFormat();
  const isOver = dueAt <= now;
  const time = format.duration(Math.abs(dueAt - now));
  return (
    <span className={`time-left ${isOver ? 'is-over' : ''}`}>
      {t(isOver ? 'overdueBy' : 'timeLeft', { time })}
    </span>
  );
}
