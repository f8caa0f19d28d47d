import { Link } from '@tanstack/react-router';
import { type JSX, memo } from 'react';
import type { Case } from '../../../src/client/cases.ts';
import { useFormat } from '../format.ts';
import { CaseState, NextDue } from './case-marks.tsx';
import { useCaseWords, useQueueTexts } from './texts.ts';

const CELLS = ['reach', 'harm', 'name', 'deadline', 'who', 'state', 'act'];
export const CASE_COLUMNS = CELLS.length;

/** Names of the columns; the same grid as the rows. */
export function CaseHead(): JSX.Element {
  const words = useCaseWords();
  const t = useQueueTexts();
  const names = [
    words('reach'),
    words('harm'),
    words('case'),
    words('nextDue'),
    words('assignee'),
    t('state'),
    t('act'),
  ];
  return (
    <div className="alert-head" role="rowgroup">
      <div className="case-row" role="row" aria-rowindex={1}>
        {names.map((name, i) => (
          <span key={name} role="columnheader" className={CELLS[i]} title={name}>
            {name}
          </span>
        ))}
      </div>
    </div>
  );
}

/** One case: a line of the table, or a card on a telephone. The whole of it leads to its page. */
export const CaseRow = memo(function CaseRow({
  one,
  mayTake,
  now,
  onTake,
  onOpen,
}: {
  one: Case;
  mayTake: boolean;
  now: number;
  onTake: (one: Case) => void;
  onOpen: (one: Case) => void;
}): JSX.Element {
  const words = useCaseWords();
  const t = useQueueTexts();
  const format = useFormat();
  const { caseId, assignee, outcome, state } = one;
  return (
    <div className={`case-row${one.overdue ? ' is-overdue' : ''}`}>
      <span role="cell" className="reach number">
        <small className="only-narrow muted">{words('reach')}</small>
        <b>{format.moneyShort(one.reachMinor)}</b>
      </span>
      <span role="cell" className="harm number">
        <small className="only-narrow muted">{words('harm')}</small>
        <span>{format.moneyShort(one.harmMinor)}</span>
      </span>
      <span role="cell" className="name">
        <Link
          className="row-link"
          to="/cases/$caseId"
          params={{ caseId: String(caseId) }}
          search={{}}
          data-row-focus
          data-case={caseId}
          onClick={() => onOpen(one)}
        >
          {one.title}
        </Link>
        <small className="muted">
          <span className="number">{one.number}</span> · {words(`source.${one.openedFrom}`)} ·{' '}
          {format.date(one.openedAt)}
        </small>
      </span>
      <span role="cell" className="deadline">
        <NextDue dueAt={one.nextDueAt} now={now} />
      </span>
      <span role="cell" className="who">
        {assignee?.name ?? <span className="muted">{words('nobody')}</span>}
      </span>
      <span role="cell" className="state">
        <CaseState state={state} />
        {outcome !== null && <small className="muted">{words(`outcome.${outcome}`)}</small>}
      </span>
      <span role="cell" className="act">
        {mayTake && state === 'open' && assignee === null && (
          <button
            type="button"
            className="button"
            aria-label={`${t('take')}: ${one.number}`}
            onClick={() => onTake(one)}
          >
            {t('take')}
          </button>
        )}
      </span>
    </div>
  );
});
