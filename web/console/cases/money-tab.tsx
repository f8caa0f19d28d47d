import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type JSX, useEffect, useMemo, useRef, useState } from 'react';
import type { CaseGraph, CaseGraphNode } from '../../../src/client/case-views.ts';
import { api } from '../api.ts';
import { countryName } from '../customers/country-name.ts';
import { useFormat } from '../format.ts';
import { announce } from '../pieces/announce.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useSettings } from '../settings.ts';
import { useThisCase } from './case-desk.tsx';
import { EXPANDED_MOST, expandedOf, parseCasePart } from './case-filter.ts';
import { CaseRoleTag } from './case-marks.tsx';
import { MoneyFilters, type MoneyTime } from './money-filters.tsx';
import { MoneyTables } from './money-tables.tsx';
import { Legend } from './picture/legend.tsx';
import { MoneyPicture, type PictureHandle } from './picture/money-picture.tsx';
import { pngFile, svgFile } from './picture/picture-file.ts';
import { usePictureWords } from './picture/use-picture-words.ts';
import { saveFile } from './save-file.ts';
import { useMoneyTexts } from './texts.ts';

/** Nothing is asked while somebody still moves a handle. */
const PAUSE_MS = 250;

/** The money of the case as a picture and as tables, which point at each other. */
export function MoneyTab(): JSX.Element {
  const t = useMoneyTexts();
  const { caseId } = useThisCase();
  const part = useSearch({ from: '/cases/$caseId' });
  const navigate = useNavigate();
  const expand = useMemo(() => expandedOf(part), [part]);
  const setExpand = (ids: readonly string[]): void =>
    void navigate({
      to: '/cases/$caseId',
      params: { caseId: String(caseId) },
      search: parseCasePart({ ...part, expand: ids.join(',') }),
      replace: true,
      resetScroll: false,
    });
  const [time, setTime] = useState<MoneyTime>({ from: null, to: null, least: 0 });
  const [selected, setSelected] = useState<string | null>(part.node ?? null);
  const [pointed, setPointed] = useState<string | null>(null);
  const picture = useRef<PictureHandle>(null);
  const graph = useGraph(caseId, useRested(time), expand);
  const { data } = graph;
  const toggle = (node: CaseGraphNode): void => {
    if (expand.includes(node.id)) {
      setExpand(expand.filter((id) => id !== node.id));
      announce(t('folded', { name: node.name }));
    } else if (node.expandable && expand.length < EXPANDED_MOST) setExpand([...expand, node.id]);
  };
  useExpansionSaid(data, graph.isPlaceholderData, expand);
  return (
    <section data-money>
      {graph.isPending && <Loading rows={8} />}
      {graph.isError && <Problem error={graph.error} retry={() => graph.refetch()} />}
      {data !== undefined && (
        <>
          <div className="section-head">
            <h2>{t('title')}</h2>
            <SaveButtons picture={picture} graph={data} time={time} />
          </div>
          <MoneyFilters graph={data} time={time} onChange={setTime} />
          <Notices graph={data} />
          {data.nodes.length > 0 && (
            <div className="money-pane">
              <MoneyPicture
                ref={picture}
                graph={data}
                selected={selected}
                pointed={pointed}
                onSelect={setSelected}
                onPoint={setPointed}
                onToggle={toggle}
              />
              <NodeFacts
                node={data.nodes.find(({ id }) => id === selected)}
                canFold={expand.length > 0}
                onToggle={toggle}
                onFoldAll={() => setExpand([])}
              />
            </div>
          )}
          <Legend graph={data} />
          <MoneyTables
            graph={data}
            selected={selected}
            pointed={pointed}
            onPoint={setPointed}
            onGo={(id) => picture.current?.goTo(id)}
          />
        </>
      )}
    </section>
  );
}

function useGraph(caseId: number, time: MoneyTime, expand: readonly string[]) {
  const { language } = useSettings();
  const { from, to, least } = time;
  return useQuery({
    queryKey: ['cases', 'graph', caseId, time, expand, language],
    queryFn: () =>
      api().caseViews.graph(caseId, {
        expand,
        ...(from !== null && { from }),
        ...(to !== null && { to }),
        ...(least > 0 && { amountLeast: least }),
      }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** The value when it has come to rest. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** Whoever does not see the picture hears what an expansion brought; of the answer to it, not of the picture before. */
function useExpansionSaid(
  data: CaseGraph | undefined,
  isOld: boolean,
  expand: readonly string[],
): void {
  const t = useMoneyTexts();
  const before = useRef<{ readonly nodes: number; readonly expand: readonly string[] } | null>(
    null,
  );
  useEffect(() => {
    if (data === undefined || isOld) return;
    const known = before.current;
    before.current = { nodes: data.nodes.length, expand };
    if (known === null || expand.length <= known.expand.length) return;
    const name = data.nodes.find(({ id }) => id === expand.at(-1))?.name;
    if (name !== undefined)
      announce(t('expanded', { name, n: Math.max(0, data.nodes.length - known.nodes) }));
  }, [data, isOld, expand, t]);
}

function SaveButtons({
  picture,
  graph,
  time,
}: {
  picture: { readonly current: PictureHandle | null };
  graph: CaseGraph;
  time: MoneyTime;
}): JSX.Element {
  const t = useMoneyTexts();
  const format = useFormat();
  const { number } = useThisCase();
  const wordsOf = usePictureWords();
  const [error, setError] = useState<unknown>(null);
  const save = async (kind: 'svg' | 'png'): Promise<void> => {
    const handle = picture.current;
    if (handle === null) return;
    const scene = handle.scene();
    const period = format.period(time.from ?? graph.from ?? 0, time.to ?? graph.to ?? 0);
    const shown = [
      period,
      ...(time.least > 0 ? [t('leastIs', { sum: format.money(time.least) })] : []),
      t('counts', { nodes: graph.nodes.length, edges: graph.edges.length }),
    ].join(', ');
    const words = wordsOf(scene, number, shown);
    const name = `${number}-money.${kind}`;
    try {
      const content =
        kind === 'svg'
          ? new Blob([svgFile(scene, words, handle.measure)], { type: 'image/svg+xml' })
          : await pngFile(scene, words);
      saveFile(name, content);
      setError(null);
      announce(t('saved', { name }));
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <div className="tools">
      <button type="button" className="button" data-act="svg" onClick={() => void save('svg')}>
        {t('saveSvg')}
      </button>
      <button type="button" className="button" data-act="png" onClick={() => void save('png')}>
        {t('savePng')}
      </button>
      {error !== null && <Problem error={error} />}
    </div>
  );
}

/** What of the picture is left out, and which countries the money reaches. */
function Notices({ graph }: { graph: CaseGraph }): JSX.Element {
  const t = useMoneyTexts();
  const format = useFormat();
  const { language } = useSettings();
  const { nodes, edges, moreNodes, complete, countries } = graph;
  return (
    <>
      <p className="shown" role="status">
        {t('counts', { nodes: format.number(nodes.length), edges: format.number(edges.length) })}
        {countries.length > 0 &&
          `. ${t('countries', { names: countries.map((code) => countryName(code, language)).join(', ') })}`}
      </p>
      {edges.length === 0 && <p className="notice">{t('nothing')}</p>}
      {moreNodes > 0 && <p className="notice">{t('more', { n: format.number(moreNodes) })}</p>}
      {!complete && <p className="notice">{t('incomplete')}</p>}
    </>
  );
}

/** What is known of the node that is chosen. It keeps its room, so that nothing moves. */
function NodeFacts({
  node,
  canFold,
  onToggle,
  onFoldAll,
}: {
  node: CaseGraphNode | undefined;
  canFold: boolean;
  onToggle: (node: CaseGraphNode) => void;
  onFoldAll: () => void;
}): JSX.Element {
  const t = useMoneyTexts();
  const format = useFormat();
  const { language } = useSettings();
  const fact = (label: string, value: string | null): JSX.Element | null =>
    value === null ? null : (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    );
  return (
    <aside className="money-facts" aria-label={t('account')} data-facts={node?.id ?? ''}>
      {node === undefined && <p className="muted">{t('chosenNone')}</p>}
      {node !== undefined && (
        <>
          <h3 className="number">{node.name}</h3>
          <p className="facts-line">
            <CaseRoleTag role={node.role} />
            <span className="muted">{t(node.core ? 'ofCase' : 'metOnly')}</span>
          </p>
          <dl className="told">
            {fact(t('bank'), node.institution)}
            {fact(t('country'), node.country === null ? null : countryName(node.country, language))}
            {fact(t('came'), format.money(node.inMinor))}
            {fact(t('left'), format.money(node.outMinor))}
            {fact(t('rest'), node.restMinor > 0 ? format.money(node.restMinor) : null)}
            {fact(t('held'), node.heldMinor > 0 ? format.money(node.heldMinor) : null)}
            {fact(t('hops'), node.hops === null ? null : String(node.hops))}
          </dl>
          {node.hub && <p className="muted small">{t('hub')}</p>}
          <div className="act-buttons">
            {(node.expandable || node.expanded) && (
              <button
                type="button"
                className="button"
                data-act="toggle"
                onClick={() => onToggle(node)}
              >
                {t(node.expanded ? 'fold' : 'expand')}
              </button>
            )}
            {node.ref !== null && (
              <Link className="button" to="/accounts/$ref" params={{ ref: String(node.ref) }}>
                {t('openAccount')}
              </Link>
            )}
          </div>
        </>
      )}
      {canFold && (
        <button type="button" className="button quiet fold-all" onClick={onFoldAll}>
          {t('foldAll')}
        </button>
      )}
    </aside>
  );
}
