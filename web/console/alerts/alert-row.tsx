import { Link } from '@tanstack/react-router';
import { type JSX, memo } from 'react';
import type { Alert } from '../api.ts';
import { shortMoment, useFormat } from '../format.ts';
import { Meter, Verdict } from '../pieces/marks.tsx';
import { useRules } from '../pieces/use-rules.ts';
import { useWords } from '../pieces/words.ts';
import { useAlertTexts } from './texts.ts';

export const ALERT_COLUMNS = 9;

/** A name that its institution gave stands without the institution, which stands under it. */
const ownName = ({ account: { name }, institution }: Alert): string =>
  name.startsWith(`${institution}:`) ? name.slice(institution.length + 1) : name;

/** Names of the columns; the same grid as the rows. */
export function AlertHead(): JSX.Element {
  const words = useWords();
  const t = useAlertTexts();
  const names = [
    words('score'),
    words('verdict'),
    words('account'),
    words('reason'),
    t('latest'),
    words('transfersCount'),
    words('sum'),
    words('status'),
    t('act'),
  ];
  return (
    <div className="alert-head" role="rowgroup">
      <div className="alert-row" role="row" aria-rowindex={1}>
        {names.map((name, i) => (
          <span key={name} role="columnheader" className={CELLS[i]}>
            {name}
          </span>
        ))}
      </div>
    </div>
  );
}

const CELLS = ['score', 'advice', 'account', 'why', 'latest', 'count', 'sum', 'state', 'act'];

/** One alert: a line of the table, or a card on a telephone. The whole of it leads to its page. */
export const AlertRow = memo(function AlertRow({
  alert,
  mayTake,
  isOwn,
  onTake,
  onClose,
  onOpen,
  now,
}: {
  alert: Alert;
  mayTake: boolean;
  isOwn: boolean;
  onTake: (alert: Alert) => void;
  onClose: (alert: Alert) => void;
  onOpen: (alert: Alert) => void;
  now: number;
}): JSX.Element {
  const format = useFormat();
  const words = useWords();
  const t = useAlertTexts();
  const rules = useRules();
  const { alertId, status, assignee, outcome } = alert;
  const byList = alert.verdict === 'hold' ? t('byList') : '';
  const why = alert.rules.map(rules.rule).join('; ') || byList;
  const who = status === 'closed' ? outcome && words(outcome) : assignee?.name;
  return (
    <div className={`alert-row is-${status}`}>
      <span role="cell" className="score">
        <Meter value={alert.score} />
      </span>
      <span role="cell" className="advice">
        <Verdict verdict={alert.verdict} />
      </span>
      <span role="cell" className="account">
        <Link
          className="row-link number"
          to="/alerts/$alertId"
          params={{ alertId: String(alertId) }}
          data-row-focus
          data-alert={alertId}
          onClick={() => onOpen(alert)}
        >
          {ownName(alert)}
        </Link>
        <small className="muted">{alert.institution}</small>
      </span>
      <span role="cell" className="why" title={why}>
        {why}
      </span>
      <span role="cell" className="latest number" title={format.moment(alert.lastAt)}>
        {shortMoment(format, alert.lastAt, now)}
      </span>
      <span role="cell" className="count number">
        {format.number(alert.transfers)}
        <span className="only-narrow"> × </span>
      </span>
      <span role="cell" className="sum number">
        {format.money(alert.amountMinor)}
      </span>
      <span role="cell" className="state">
        <span className={`state-tag state-${status}`}>{words(status)}</span>
        {who && <small className="muted">{who}</small>}
      </span>
      <span role="cell" className="act">
        {mayTake && status === 'open' && (
          <button type="button" className="button" onClick={() => onTake(alert)}>
            {t('take')}
          </button>
        )}
        {isOwn && status === 'in_work' && (
          <button type="button" className="button" onClick={() => onClose(alert)}>
            {t('close')}
          </button>
        )}
      </span>
    </div>
  );
});
