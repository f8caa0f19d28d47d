import type { JSX } from 'react';
import type { TakedownDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { TimeLeft, useNow } from '../pieces/time-left.tsx';
import { PostLink } from './campaign-tables.tsx';
import { TakedownState } from './takedown-marks.tsx';
import { TAKEDOWN_TEXTS, usePostTexts, useTakedownTexts } from './texts.ts';

const HOUR_MS = 3_600_000;

/** When the page is looked at again, and what was seen. */
export function Checks({ takedown: { checks } }: { takedown: TakedownDetail }): JSX.Element {
  const t = useTakedownTexts();
  const tp = usePostTexts();
  const format = useFormat();
  const now = useNow();
  return (
    <section>
      <h2>{t('checks')}</h2>
      {checks.length === 0 && <p className="muted">{t('checksNone')}</p>}
      {checks.length > 0 && (
        <ol className="deadlines">
          {checks.map(({ hours, dueAt, doneAt, result }) => (
            <li key={hours} className={doneAt === null && dueAt <= now ? 'is-overdue' : ''}>
              <b>{t('checkAfter', { time: format.duration(hours * HOUR_MS) })}</b>
              <span className="number">{format.moment(doneAt ?? dueAt)}</span>
              {doneAt === null ? (
                <TimeLeft dueAt={dueAt} now={now} />
              ) : (
                <span className={`state-tag check-${result}`}>
                  {result === null ? t('checkWaits') : tp(`result.${result}`)}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** All that people did and the program saw, latest first. */
export function Events({ takedown: { events } }: { takedown: TakedownDetail }): JSX.Element {
  const t = useTakedownTexts();
  const format = useFormat();
  const wordOf = (event: string): string => {
    const key = `event.${event}`;
    return key in TAKEDOWN_TEXTS ? t(key as 'event.draft') : event;
  };
  return (
    <section>
      <h2>{t('events')}</h2>
      <ol className="events">
        {events.toReversed().map(({ at, by, event, state, note }) => (
          <li key={`${at} ${event} ${note}`}>
            <span className="number">{format.moment(at)}</span>
            <div>
              <span className="machine-head">
                <b>{wordOf(event)}</b>
                <TakedownState state={state} />
                <span className="muted">{by?.name ?? t('byProgram')}</span>
              </span>
              <Note note={note} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What a person wrote; of what the program saw, the post it saw or how long after the request. Appeals stand apart. */
function Note({ note }: { note: string }): JSX.Element | null {
  const t = useTakedownTexts();
  const format = useFormat();
  if (note === '' || /^appeal:\d+$/.test(note)) return null;
  const post = /^post:(\d+)$/.exec(note);
  if (post !== null) return <PostLink postId={Number(post[1])} />;
  const hours = /^(\d+) h$/.exec(note);
  if (hours !== null)
    return (
      <span className="muted">
        {t('checkAfter', { time: format.duration(Number(hours[1]) * HOUR_MS) })}
      </span>
    );
  return <blockquote>{note}</blockquote>;
}
