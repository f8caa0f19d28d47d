import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { Takedown } from '../api.ts';
import { useFormat } from '../format.ts';
import { TimeLeft } from '../pieces/time-left.tsx';
import { dueOf } from './takedown-columns.ts';
import { useTakedownTexts, useWatchWords } from './texts.ts';

export function TakedownState({ state }: { state: Takedown['state'] }): JSX.Element {
  const t = useTakedownTexts();
  return <span className={`state-tag takedown-${state}`}>{t(`state.${state}`)}</span>;
}

/** A request as one line that leads to its page. */
export function TakedownLine({ takedown }: { takedown: Takedown }): JSX.Element {
  const words = useWatchWords();
  return (
    <Link
      className="takedown-line"
      to="/watch/takedowns/$takedownId"
      params={{ takedownId: String(takedown.takedownId) }}
    >
      <TakedownState state={takedown.state} />
      <b>{words('takedown', { id: takedown.takedownId })}</b>
      <span className="muted">{takedown.channel.title}</span>
    </Link>
  );
}

/** A request on the board. */
export function TakedownCard({ takedown, now }: { takedown: Takedown; now: number }): JSX.Element {
  const t = useTakedownTexts();
  const words = useWatchWords();
  const format = useFormat();
  const { takedownId, post, channel, state, overdue, appeal, wasWrong, answerDueAt } = takedown;
  const due = dueOf(takedown);
  return (
    <li className={`takedown-card${overdue ? ' is-overdue' : ''}`} data-takedown={takedownId}>
      <div className="takedown-card-head">
        <Link
          className="row-link"
          to="/watch/takedowns/$takedownId"
          params={{ takedownId: String(takedownId) }}
        >
          {words('takedown', { id: takedownId })}
        </Link>
        <TakedownState state={state} />
      </div>
      <p>{words(`label.${post.label}`)}</p>
      {post.url !== null && <p className="muted small address">{post.url}</p>}
      <p className="muted small">{channel.title}</p>
      {due !== null && (
        <p className="small">
          {t(due === answerDueAt ? 'answerDue' : 'nextCheck')}{' '}
          <span className="number">{format.moment(due)}</span> <TimeLeft dueAt={due} now={now} />
        </p>
      )}
      {appeal === 'waits' && <p className="small due">{t('appealWaits')}</p>}
      {wasWrong && <p className="small due">{t('wasWrong')}</p>}
    </li>
  );
}
