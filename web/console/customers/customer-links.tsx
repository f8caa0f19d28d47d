import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { CustomerLinks as Links } from '../api.ts';
import { useFormat } from '../format.ts';
import type { Column } from '../pieces/data-table.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Rows } from '../pieces/rows.tsx';
import { Loading } from '../pieces/states.tsx';
import { LevelMark } from '../risk/level-mark.tsx';
import { useRiskTexts } from '../risk/texts.ts';
import { LinksPicture } from './links-picture.tsx';
import { useCustomerTexts } from './texts.ts';
import { useLinks } from './use-customers.ts';

type Edge = Links['edges'][number];
type Node = Links['nodes'][number];

/** Who shares a phone, a device, an address or an IP with the customer, drawn and told. */
export function CustomerLinks({ customerId }: { customerId: number }): JSX.Element {
  const t = useCustomerTexts();
  const format = useFormat();
  const links = useLinks(customerId);
  const { data } = links;
  return (
    <section>
      <h2>{t('links')}</h2>
      {links.isPending && <Loading rows={3} />}
      {links.isError && <Problem error={links.error} retry={() => links.refetch()} />}
      {data !== undefined && data.edges.length === 0 && <p className="muted">{t('linksNone')}</p>}
      {data !== undefined && data.edges.length > 0 && (
        <>
          <LinksPicture links={data} customerId={customerId} />
          {data.cut > 0 && (
            <p className="muted small">{t('linksCut', { n: format.number(data.cut) })}</p>
          )}
          <LinksTable links={data} customerId={customerId} />
        </>
      )}
    </section>
  );
}

function LinksTable({ links, customerId }: { links: Links; customerId: number }): JSX.Element {
  const t = useCustomerTexts();
  const tr = useRiskTexts();
  const format = useFormat();
  const nodes = new Map(links.nodes.map((node) => [node.customerId, node]));
  const columns: Column<Edge>[] = [
    {
      id: 'a',
      title: t('linkedTo'),
      cell: ({ a }) => <Who node={nodes.get(a)} isSelf={a === customerId} />,
    },
    {
      id: 'b',
      title: t('and'),
      cell: ({ b }) => <Who node={nodes.get(b)} isSelf={b === customerId} />,
    },
    {
      id: 'level',
      title: tr('level'),
      cell: ({ b }) => <LevelMark level={nodes.get(b)?.level ?? null} />,
    },
    { id: 'what', title: t('shares'), cell: ({ kind }) => t(`link.${kind}`) },
    {
      id: 'why',
      title: t('explained'),
      cell: ({ by }) =>
        by === null ? (
          <span className="due">{t('explained.none')}</span>
        ) : (
          <span className="muted">{t(`by.${by}`)}</span>
        ),
    },
  ];
  return (
    <details className="edges" open={links.edges.length <= OPEN_MOST}>
      <summary>
        {t('linksTable')} · {format.number(links.edges.length)}
      </summary>
      <Rows
        caption={t('linksTable')}
        columns={columns}
        items={links.edges}
        keyOf={({ a, b, kind }) => `${a} ${b} ${kind}`}
      />
    </details>
  );
}

/** Rows with which the table is open from the start. */
const OPEN_MOST = 12;

function Who({ node, isSelf }: { node: Node | undefined; isSelf: boolean }): JSX.Element {
  const t = useCustomerTexts();
  if (node === undefined) return <span className="muted">—</span>;
  if (isSelf) return <span className="muted">{t('thisOne')}</span>;
  return (
    <span className="term">
      <Link to="/customers/$customerId" params={{ customerId: String(node.customerId) }}>
        {node.name}
      </Link>
      {node.listed && <span className="due">{t('onList')}</span>}
    </span>
  );
}
