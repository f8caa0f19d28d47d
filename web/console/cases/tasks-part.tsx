import type { JSX } from 'react';
import type { CaseTask } from '../../../src/client/cases.ts';
import { useFormat } from '../format.ts';
import { TimeLeft, useNow } from '../pieces/time-left.tsx';
import { useThisCase } from './case-desk.tsx';
import { useCaseWords, usePageTexts } from './texts.ts';

export const isOpen = ({ standing }: CaseTask): boolean =>
  standing === 'open' || standing === 'overdue';

/** What must be done by when, by law or by word, soonest first. */
export function Deadlines(): JSX.Element {
  const t = usePageTexts();
  const { tasks } = useThisCase();
  const now = useNow();
  const open = tasks.filter((task) => isOpen(task) && task.dueAt !== null);
  if (open.length === 0) return <p className="muted">{t('deadlinesNone')}</p>;
  return (
    <ol className="deadlines">
      {open.map((task) => (
        <Deadline key={task.taskId} task={task} now={now} />
      ))}
    </ol>
  );
}

function Deadline({ task, now }: { task: CaseTask; now: number }): JSX.Element {
  const t = usePageTexts();
  const format = useFormat();
  const { title, term, dueAt, eventAt, uncertain, standing } = task;
  return (
    <li className={standing === 'overdue' ? 'is-overdue' : ''} data-standing={standing}>
      <b>{title}</b>
      <span className="number">{format.moment(dueAt ?? 0)}</span>
      {dueAt !== null && <TimeLeft dueAt={dueAt} now={now} />}
      <span className="muted small deadline-why">
        {[
          eventAt !== null && t('fromEvent', { at: format.moment(eventAt) }),
          term !== null && `${term.act}, ${term.article}`,
          term !== null && term.verified === 'no' && t('unverified'),
          uncertain && t('uncertain'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}

/** How a task stands: its shape and its word. */
export function Standing({ task: { standing } }: { task: CaseTask }): JSX.Element {
  const words = useCaseWords();
  return <span className={`state-tag standing-${standing}`}>{words(`standing.${standing}`)}</span>;
}
