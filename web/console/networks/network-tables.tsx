import type { JSX } from 'react';
import type { NetworkDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { AccountLink } from '../pieces/account-link.tsx';
import type { Column } from '../pieces/data-table.tsx';
import { Meter, RoleTag } from '../pieces/marks.tsx';
import { Rows } from '../pieces/rows.tsx';
import { useWords } from '../pieces/words.ts';
import { useNetworkTexts } from './texts.ts';

type Member = NetworkDetail['accounts'][number];
type Edge = NetworkDetail['edges'][number];

/** Those who only paid in are the most and say the least: they come last. */
const paidIn = ({ role }: Member): number => (role === 'victim' ? 1 : 0);
const moved = ({ inMinor, outMinor }: Member): number => Math.max(inMinor, outMinor);

export function MembersTable({ network }: { network: NetworkDetail }): JSX.Element {
  const t = useNetworkTexts();
  const words = useWords();
  const format = useFormat();
  const members = network.accounts.toSorted(
    (a, b) => paidIn(a) - paidIn(b) || a.layer - b.layer || moved(b) - moved(a),
  );
  const sum = (minor: number): string => (minor === 0 ? '—' : format.money(minor));
  const columns: Column<Member>[] = [
    {
      id: 'account',
      title: words('account'),
      cell: ({ account }) => <AccountLink account={account} />,
    },
    { id: 'role', title: words('role'), cell: ({ role }) => <RoleTag role={role} /> },
    { id: 'layer', title: t('hop'), numeric: true, cell: ({ layer }) => layer },
    { id: 'in', title: words('came'), numeric: true, cell: ({ inMinor }) => sum(inMinor) },
    { id: 'out', title: words('left'), numeric: true, cell: ({ outMinor }) => sum(outMinor) },
    {
      id: 'score',
      title: words('score'),
      numeric: true,
      cell: ({ score }) => <Meter value={score} />,
    },
  ];
  return (
    <section>
      <h2>
        {t('members')} · {format.number(members.length)}
      </h2>
      <Rows
        caption={t('members')}
        columns={columns}
        items={members}
        keyOf={({ account }) => account.ref}
      />
    </section>
  );
}

export function EdgesTable({ network }: { network: NetworkDetail }): JSX.Element {
  const t = useNetworkTexts();
  const words = useWords();
  const format = useFormat();
  const names = new Map(network.accounts.map(({ account }) => [account.ref, account]));
  const link = (ref: number): JSX.Element => (
    <AccountLink account={names.get(ref) ?? { ref, name: String(ref) }} />
  );
  const columns: Column<Edge>[] = [
    { id: 'from', title: words('from'), cell: ({ from }) => link(from) },
    { id: 'to', title: words('to'), cell: ({ to }) => link(to) },
    {
      id: 'sum',
      title: words('sum'),
      numeric: true,
      cell: ({ amountMinor }) => <b>{format.money(amountMinor)}</b>,
    },
    {
      id: 'count',
      title: words('transfersCount'),
      numeric: true,
      cell: ({ count }) => format.number(count),
    },
    { id: 'first', title: t('first'), numeric: true, cell: (e) => format.moment(e.firstAt) },
    { id: 'last', title: t('last'), numeric: true, cell: (e) => format.moment(e.lastAt) },
  ];
  return (
    <details className="edges">
      <summary>
        {t('edges')} · {format.number(network.edges.length)}
      </summary>
      <Rows
        caption={t('edges')}
        columns={columns}
        items={network.edges.toSorted((a, b) => b.amountMinor - a.amountMinor)}
        keyOf={({ from, to }) => `${from} ${to}`}
      />
    </details>
  );
}
