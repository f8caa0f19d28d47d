import type { JSX } from 'react';
import type { HoldDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { TimeLeft, useNow } from '../pieces/time-left.tsx';
import { useHoldTexts } from './texts.ts';

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
