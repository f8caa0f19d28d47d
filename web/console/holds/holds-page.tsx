import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { Hold } from '../api.ts';
import { useFormat } from '../format.ts';
import { type Column, DataTable } from '../pieces/data-table.tsx';
import { Heading } from '../pieces/heading.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { TimeLeft, useNow } from '../pieces/time-left.tsx';
import { HoldState } from './hold-box.tsx';
import { useHoldTexts } from './texts.ts';
import { ENDED_STATES, OPEN_STATES, useHolds } from './use-holds.ts';

const STATES = {
  open: OPEN_STATES,
  proposed: ['proposed'],
  ended: ENDED_STATES,
} as const satisfies Record<string, readonly Hold['state'][]>;

/** Money that stands, by what has to be done about it first. */
export function HoldsPage(): JSX.Element {
  const t = useHoldTexts();
  const [state, setState] = useState<keyof typeof STATES>('open');
  const [isOverdue, setOverdue] = useState(false);
  const holds = useHolds({ state: STATES[state], ...(isOverdue && { overdue: true }) });
  const columns = useColumns();
  const items = holds.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <main id="content">
      <Heading title={t('title')} />
      <p className="muted">{t('about')}</p>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <label className="field">
          <span>{t('filterState')}</span>
          <select
            name="state"
            value={state}
            onChange={(event) => setState(event.target.value as keyof typeof STATES)}
          >
            <option value="open">{t('filterOpen')}</option>
            <option value="proposed">{t('filterProposed')}</option>
            <option value="ended">{t('filterEnded')}</option>
          </select>
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={isOverdue}
            onChange={(event) => setOverdue(event.target.checked)}
          />
          {t('overdueOnly')}
        </label>
      </form>
      {holds.isPending && <Loading />}
      {holds.isError && <Problem error={holds.error} retry={() => holds.refetch()} />}
      {holds.isSuccess && items.length === 0 && (
        <Empty title={t('emptyTitle')}>
          <p>{t('emptyAbout')}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <DataTable
          caption={t('title')}
          columns={columns}
          items={items}
          keyOf={({ holdId }) => holdId}
        >
          <MoreButton query={holds} />
        </DataTable>
      )}
    </main>
  );
}

function useColumns(): Column<Hold>[] {
  const t = useHoldTexts();
  const format = useFormat();
  const now = useNow();
  return [
    {
      id: 'hold',
      title: t('title'),
      cell: ({ holdId }) => (
        <Link to="/holds/$holdId" params={{ holdId: String(holdId) }}>
          {t('holdShort', { id: holdId })}
        </Link>
      ),
    },
    { id: 'state', title: t('filterState'), cell: ({ state }) => <HoldState state={state} /> },
    {
      id: 'sum',
      title: t('heldOf'),
      numeric: true,
      cell: ({ heldMinor }) => <b>{format.money(heldMinor)}</b>,
    },
    {
      id: 'whose',
      title: t('whose'),
      cell: ({ account }) => <span className="number">{account.name}</span>,
    },
    {
      id: 'payee',
      title: t('payee'),
      cell: ({ payee }) => <span className="number">{payee.name}</span>,
    },
    {
      id: 'grounds',
      title: t('grounds'),
      wide: true,
      cell: ({ grounds }) => (
        <span className="reasons-cell">
          {[...new Set(grounds.map(({ kind }) => t(`ground.${kind}`)))].join('; ')}
        </span>
      ),
    },
    {
      id: 'term',
      title: t('nearest'),
      cell: ({ deadlines: [first] }) =>
        first === undefined ? null : (
          <span className="term">
            <span className="number">{format.moment(first.dueAt)}</span>
            <TimeLeft dueAt={first.dueAt} now={now} />
          </span>
        ),
    },
    {
      id: 'by',
      title: t('placedBy'),
      cell: ({ placedBy }) =>
        placedBy?.name ?? <span className="muted">{t('placedByProgram')}</span>,
    },
  ];
}
