import type { JSX } from 'react';
import type { TraceEnd } from '../../../src/network/trace.ts';
import type { Trace } from '../api.ts';
import { useFormat } from '../format.ts';
import { AccountLink } from '../pieces/account-link.tsx';
import type { Column } from '../pieces/data-table.tsx';
import { Rows } from '../pieces/rows.tsx';
import { useWords } from '../pieces/words.ts';
import { useNetworkTexts } from './texts.ts';

type Visit = Trace['accounts'][number];
type Traced = Trace['transfers'][number];

export function TracedAccounts({
  trace,
  direction,
}: {
  trace: Trace;
  direction: 'down' | 'up';
}): JSX.Element {
  const t = useNetworkTexts();
  const words = useWords();
  const format = useFormat();
  const endName = (end: TraceEnd) =>
    end === 'rests' ? (`end.rests.${direction}` as const) : (`end.${end}` as const);
  const columns: Column<Visit>[] = [
    {
      id: 'account',
      title: words('account'),
      cell: ({ account }) => <AccountLink account={account} />,
    },
    { id: 'hop', title: t('hop'), numeric: true, cell: ({ hop }) => hop },
    {
      id: 'sum',
      title: t('tracedMinor'),
      numeric: true,
      cell: ({ minor }) => <b>{format.money(minor)}</b>,
    },
    { id: 'first', title: t('first'), numeric: true, cell: (v) => format.moment(v.firstAt) },
    { id: 'last', title: t('last'), numeric: true, cell: (v) => format.moment(v.lastAt) },
    {
      id: 'ended',
      title: t('ended'),
      wide: true,
      cell: ({ ended }) =>
        Object.entries(ended)
          .filter(([, minor]) => minor > 0)
          .map(([end, minor]) => `${t(endName(end as TraceEnd))}: ${format.moneyShort(minor)}`)
          .join('; ') || null,
    },
  ];
  return (
    <section>
      <h2>
        {t('accounts')} · {format.number(trace.accounts.length)}
      </h2>
      <Rows
        caption={t('accounts')}
        columns={columns}
        items={trace.accounts.toSorted((a, b) => a.hop - b.hop || b.minor - a.minor)}
        keyOf={({ account }) => account.ref}
      />
    </section>
  );
}

export function TracedTransfers({
  trace,
  names,
}: {
  trace: Trace;
  names: ReadonlyMap<string, string>;
}): JSX.Element | null {
  const t = useNetworkTexts();
  const words = useWords();
  const format = useFormat();
  const link = (ref: number): JSX.Element => (
    <AccountLink account={{ ref, name: names.get(String(ref)) ?? String(ref) }} />
  );
  const columns: Column<Traced>[] = [
    { id: 'at', title: words('when'), cell: ({ at }) => format.moment(at) },
    { id: 'from', title: words('from'), cell: ({ from }) => link(from) },
    { id: 'to', title: words('to'), cell: ({ to }) => link(to) },
    {
      id: 'traced',
      title: t('tracedMinor'),
      numeric: true,
      cell: ({ tracedMinor }) => <b>{format.money(tracedMinor)}</b>,
    },
    {
      id: 'sum',
      title: words('sum'),
      numeric: true,
      cell: ({ amountMinor }) => format.money(amountMinor),
    },
  ];
  if (trace.transfers.length === 0) return null;
  return (
    <section>
      <h2>
        {t('tracedTransfers')} · {format.number(trace.transfers.length)}
      </h2>
      <Rows
        caption={t('tracedTransfers')}
        columns={columns}
        items={trace.transfers.toSorted((a, b) => a.at - b.at || a.seq - b.seq)}
        keyOf={({ seq }) => seq}
      />
    </section>
  );
}
