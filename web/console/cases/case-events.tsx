import type { JSX } from 'react';
import type { CaseEvent } from '../../../src/client/cases.ts';
import { useFormat } from '../format.ts';
import { CaseState } from './case-marks.tsx';
import { CASE_WORDS, useCaseWords } from './texts.ts';

/** What an act is called when it has happened; its own name where it is a new one. */
export function useDid(): (act: string) => string {
  const words = useCaseWords();
  return (act) => {
    const key = `did.${act}`;
    return key in CASE_WORDS ? words(key as 'did.take') : act;
  };
}

/** Steps of a case: when, who, what and why; the state where it became another. */
export function CaseEvents({ events }: { events: readonly CaseEvent[] }): JSX.Element {
  const words = useCaseWords();
  const did = useDid();
  const format = useFormat();
  const states = new Map(events.map(({ version, state }) => [version, state]));
  return (
    <ol className="events">
      {events.map(({ version, at, by, act, state, note }) => (
        <li key={version} data-event={act}>
          <span className="number">{format.moment(at)}</span>
          <div>
            <span className="machine-head">
              <b>{did(act)}</b>
              {states.get(version - 1) !== state && <CaseState state={state} />}
              <span className="muted">{by?.name ?? words('qorgan')}</span>
            </span>
            {note !== null && note !== '' && <blockquote>{note}</blockquote>}
          </div>
        </li>
      ))}
    </ol>
  );
}
