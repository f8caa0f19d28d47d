import type { JSX } from 'react';
import type { CaseGraph, CaseGraphEdge, CaseGraphNode } from '../../../src/client/case-views.ts';
import { countryName } from '../customers/country-name.ts';
import { useFormat } from '../format.ts';
import type { Column } from '../pieces/data-table.tsx';
import { Rows } from '../pieces/rows.tsx';
import { useSettings } from '../settings.ts';
import { CaseRoleTag } from './case-marks.tsx';
import { useMoneyTexts } from './texts.ts';

const moved = ({ inMinor, outMinor }: CaseGraphNode): number => Math.max(inMinor, outMinor);

/** The same as the picture, as rows: pointing at one lights the other. */
export function MoneyTables({
  graph,
  selected,
  pointed,
  onPoint,
  onGo,
}: {
  graph: CaseGraph;
  selected: string | null;
  pointed: string | null;
  onPoint: (id: string | null) => void;
  onGo: (id: string) => void;
}): JSX.Element {
  const t = useMoneyTexts();
  const format = useFormat();
  const { language } = useSettings();
  const nodes = graph.nodes.toSorted(
    (a, b) => Number(b.core) - Number(a.core) || moved(b) - moved(a),
  );
  const sum = (minor: number): string | null => (minor === 0 ? null : format.money(minor));
  const columns: Column<CaseGraphNode>[] = [
    {
      id: 'account',
      title: t('account'),
      cell: ({ id, name }) => (
        <button
          type="button"
          className="link-button number"
          title={t('showInPicture')}
          data-node-row={id}
          onClick={() => onGo(id)}
        >
          {name}
        </button>
      ),
    },
    { id: 'role', title: t('role'), cell: ({ role }) => <CaseRoleTag role={role} /> },
    {
      id: 'bank',
      title: t('bank'),
      cell: ({ institution, country, foreign }) =>
        institution === null && !foreign ? null : (
          <span className="term">
            <span>{institution ?? '—'}</span>
            {foreign && country !== null && (
              <span className="muted">{countryName(country, language)}</span>
            )}
          </span>
        ),
    },
    { id: 'hops', title: t('hops'), numeric: true, cell: ({ hops }) => hops },
    { id: 'in', title: t('came'), numeric: true, cell: ({ inMinor }) => sum(inMinor) },
    { id: 'out', title: t('left'), numeric: true, cell: ({ outMinor }) => sum(outMinor) },
    { id: 'rest', title: t('rest'), numeric: true, cell: ({ restMinor }) => sum(restMinor) },
    { id: 'held', title: t('held'), numeric: true, cell: ({ heldMinor }) => sum(heldMinor) },
  ];
  return (
    <>
      <section>
        <h2>
          {t('nodesTable')} · {format.number(nodes.length)}
        </h2>
        <Rows
          caption={t('nodesTable')}
          columns={columns}
          items={nodes}
          keyOf={({ id }) => id}
          rowProps={({ id }) => ({
            className: id === selected ? 'is-selected' : id === pointed ? 'is-pointed' : '',
            'data-row': id,
            onMouseEnter: () => onPoint(id),
            onMouseLeave: () => onPoint(null),
            onFocus: () => onPoint(id),
            onBlur: () => onPoint(null),
          })}
        />
      </section>
      <Edges graph={graph} />
    </>
  );
}

function Edges({ graph }: { graph: CaseGraph }): JSX.Element {
  const t = useMoneyTexts();
  const format = useFormat();
  const names = new Map(graph.nodes.map(({ id, name }) => [id, name]));
  const name = (id: string): JSX.Element => <span className="number">{names.get(id) ?? id}</span>;
  const columns: Column<CaseGraphEdge>[] = [
    { id: 'from', title: t('fromWhom'), cell: ({ from }) => name(from) },
    { id: 'to', title: t('toWhom'), cell: ({ to }) => name(to) },
    {
      id: 'sum',
      title: t('sum'),
      numeric: true,
      cell: ({ amountMinor, suspicious }) => (
        <b
          className={suspicious ? 'due' : ''}
          title={t(suspicious ? 'legend.suspicious' : 'legend.plain')}
        >
          {format.money(amountMinor)}
        </b>
      ),
    },
    { id: 'count', title: t('count'), numeric: true, cell: (edge) => format.number(edge.count) },
    { id: 'first', title: t('first'), numeric: true, cell: (edge) => format.moment(edge.firstAt) },
    { id: 'last', title: t('last'), numeric: true, cell: (edge) => format.moment(edge.lastAt) },
  ];
  return (
    <details className="edges">
      <summary>
        {t('edgesTable')} · {format.number(graph.edges.length)}
      </summary>
      <Rows
        caption={t('edgesTable')}
        columns={columns}
        items={graph.edges.toSorted((a, b) => b.amountMinor - a.amountMinor)}
        keyOf={({ from, to, currency }) => `${from} ${to} ${currency}`}
      />
    </details>
  );
}
