import type { JSX } from 'react';
import type { HoldDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { HOLD_TEXTS, useHoldTexts } from './texts.ts';

type ActText = Extract<keyof typeof HOLD_TEXTS, `act.${string}`>;
type StateText = Extract<keyof typeof HOLD_TEXTS, `state.${string}`>;

/** What was done to a hold, by whom, in their words; latest first. */
export function HoldEvents({ hold }: { hold: HoldDetail }): JSX.Element {
  const t = useHoldTexts();
  const format = useFormat();
  const said = (name: string, otherwise: string): string =>
    Object.hasOwn(HOLD_TEXTS, name) ? t(name as ActText | StateText) : otherwise;
  return (
    <section>
      <h2>{t('events')}</h2>
      <ol className="events">
        {hold.events.toReversed().map((event) => (
          <li key={event.version}>
            <span className="number muted">{format.moment(event.at)}</span>
            <div>
              <b>{said(`act.${event.act}`, event.act)}</b>
              <span className="muted">
                {event.by?.name ?? t(event.byClient ? 'byClient' : 'byProgram')} ·{' '}
                {said(`state.${event.state}`, event.state)}
              </span>
              {event.note !== null && <blockquote>{event.note}</blockquote>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
