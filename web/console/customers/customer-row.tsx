import { Link } from '@tanstack/react-router';
import { type JSX, memo } from 'react';
import type { Customer } from '../api.ts';
import { useFormat } from '../format.ts';
import { useWords } from '../pieces/words.ts';
import { LevelMark, Points } from '../risk/level-mark.tsx';
import { useRiskTexts } from '../risk/texts.ts';
import { useCustomerTexts } from './texts.ts';

export const CUSTOMER_COLUMNS = 8;

/** Names of the columns; the same grid as the rows. */
export function CustomerHead(): JSX.Element {
  const t = useCustomerTexts();
  const tr = useRiskTexts();
  const words = useWords();
  const names = [
    ['points', t('points')],
    ['level', tr('level')],
    ['name', words('name')],
    ['kind', t('kind')],
    ['accounts', t('accounts')],
    ['hits', t('openHits')],
    ['review', t('reviewAt')],
    ['approval', t('approval')],
  ] as const;
  return (
    <div className="alert-head" role="rowgroup">
      <div className="customer-row" role="row" aria-rowindex={1}>
        {names.map(([cell, name]) => (
          <span key={cell} role="columnheader" className={cell}>
            {name}
          </span>
        ))}
      </div>
    </div>
  );
}

/** One customer: a line of the table, or a card on a telephone. The whole of it leads to its page. */
export const CustomerRow = memo(function CustomerRow({
  customer,
  now,
  onOpen,
}: {
  customer: Customer;
  now: number;
  onOpen: (customer: Customer) => void;
}): JSX.Element {
  const t = useCustomerTexts();
  const format = useFormat();
  const { customerId, openHits, reviewAt, approval } = customer;
  const isDue = reviewAt !== null && reviewAt <= now;
  return (
    <div className="customer-row">
      <span role="cell" className="points">
        <Points points={customer.points} />
      </span>
      <span role="cell" className="level">
        <LevelMark level={customer.level} />
      </span>
      <span role="cell" className="name">
        <Link
          className="row-link"
          to="/customers/$customerId"
          params={{ customerId: String(customerId) }}
          data-row-focus
          data-customer={customerId}
          onClick={() => onOpen(customer)}
        >
          {customer.name}
        </Link>
        <small className="muted">{customer.externalId}</small>
      </span>
      <span role="cell" className="kind">
        {t(`kind.${customer.kind}`)}
      </span>
      <span role="cell" className="accounts number">
        {format.number(customer.accounts)}
        <span className="only-narrow"> · {t('accounts')}</span>
      </span>
      <span role="cell" className="hits number">
        {openHits === 0 ? (
          <span className="muted">—</span>
        ) : (
          <span className="due">
            {format.number(openHits)}
            <span className="only-narrow"> · {t('openHits')}</span>
          </span>
        )}
      </span>
      <span role="cell" className="review number">
        {reviewAt === null ? '—' : format.date(reviewAt)}
        {isDue && <small className="due">{t('reviewDue')}</small>}
      </span>
      <span role="cell" className="approval">
        {approval === 'not_needed' ? (
          <span className="muted">—</span>
        ) : (
          <span className={`state-tag approval-${approval}`}>{t(`approval.${approval}`)}</span>
        )}
      </span>
    </div>
  );
});
