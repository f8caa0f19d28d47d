import { type JSX, useEffect, useState } from 'react';
import type { HoldDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { useHoldTexts } from './texts.ts';

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

/** Terms that run, soonest first: until when, how long that is, and what it obliges to. */
export function Deadlines({ hold }: { hold: HoldDetail }): JSX.Element {
  const t = useHoldTexts();
  const format = useFormat();
  const now = useNow();
  return (
    <section>
      <h2>{t('terms')}</h2>
      {hold.termsProblem !== null && (
        <p className="notice">
          {t('termsProblem')} <code>{hold.termsProblem}</code>
        </p>
      )}
      {hold.termsProblem === null && hold.deadlines.length === 0 && (
        <p className="muted">{t('termsNone')}</p>
      )}
      <ol className="deadlines">
        {hold.deadlines.map(({ term, title, dueAt, duty, uncertain, beyondHold }) => (
          <li key={term} className={dueAt <= now ? 'is-overdue' : ''}>
            <b>{title}</b>
            <span className="number">{format.moment(dueAt)}</span>
            <TimeLeft dueAt={dueAt} now={now} />
            <span className="muted">
              {[t(`duty.${duty}`), uncertain && t('uncertain'), beyondHold && t('beyondHold')]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function TimeLeft({ dueAt, now }: { dueAt: number; now: number }): JSX.Element {
  const t = useHoldTexts();
  const format = useFormat();
  const isOver = dueAt <= now;
  const time = format.duration(Math.abs(dueAt - now));
  return (
    <span className={`time-left ${isOver ? 'is-over' : ''}`}>
      {t(isOver ? 'overdueBy' : 'left', { time })}
    </span>
  );
}
