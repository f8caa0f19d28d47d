import { Link, useParams, useSearch } from '@tanstack/react-router';
import { type JSX, lazy, Suspense, useEffect, useRef } from 'react';
import type { CaseDetail } from '../../../src/client/cases.ts';
import { Announcements } from '../pieces/announce.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { CaseDesk } from './case-desk.tsx';
import { CASE_TABS, type CaseTab } from './case-filter.ts';
import { CaseHead } from './case-head.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { useCaseWords, usePageTexts } from './texts.ts';
import { useCase } from './use-cases.ts';

const part = <Name extends string>(
  load: () => Promise<Record<Name, () => JSX.Element>>,
  name: Name,
) => lazy(async () => ({ default: (await load())[name] }));

/** Each part is a file of its own that comes when somebody opens it. */
const PARTS: Readonly<Record<CaseTab, React.ComponentType>> = {
  overview: OverviewTab,
  timeline: part(() => import('./timeline-tab.tsx'), 'TimelineTab'),
  money: part(() => import('./money-tab.tsx'), 'MoneyTab'),
  people: part(() => import('./people-tab.tsx'), 'PeopleTab'),
  tasks: part(() => import('./tasks-tab.tsx'), 'TasksTab'),
  files: part(() => import('./files-tab.tsx'), 'FilesTab'),
  law: part(() => import('./law-tab.tsx'), 'LawTab'),
  exchange: part(() => import('./exchange-tab.tsx'), 'ExchangeTab'),
  history: part(() => import('./history-tab.tsx'), 'HistoryTab'),
};

export function CasePage(): JSX.Element {
  const { caseId } = useParams({ from: '/cases/$caseId' });
  return <CaseOf key={caseId} caseId={Number(caseId)} />;
}

/** One case: what it is, what is next, and its parts. */
function CaseOf({ caseId }: { caseId: number }): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const one = useCase(caseId);
  const { data } = one;
  return (
    <main id="content" className="case-page">
      <nav className="trail">
        <Link className="back" to="/cases" search={{}} activeOptions={{ exact: true }}>
          <Icon name="back" />
          {t('toQueue')}
        </Link>
        {data !== undefined && (
          <Link
            className="back"
            to="/cases/$caseId/print"
            params={{ caseId: String(caseId) }}
            data-act="print-view"
          >
            <Icon name="print" />
            {t('print')}
          </Link>
        )}
      </nav>
      {data === undefined && <h1>{words('case')}</h1>}
      {one.isPending && <Loading rows={8} />}
      {one.isError && <Problem error={one.error} retry={() => one.refetch()} />}
      {data !== undefined && (
        <CaseDesk one={data}>
          <CaseHead />
          <CaseTabs one={data} />
          <CasePart />
        </CaseDesk>
      )}
      <Announcements />
    </main>
  );
}

function CasePart(): JSX.Element {
  const { tab = 'overview' } = useSearch({ from: '/cases/$caseId' });
  const Part = PARTS[tab];
  return (
    <div data-tab={tab}>
      <Suspense fallback={<Loading rows={8} />}>
        <Part />
      </Suspense>
    </div>
  );
}

function CaseTabs({ one }: { one: CaseDetail }): JSX.Element {
  const t = usePageTexts();
  const { tab: here = 'overview' } = useSearch({ from: '/cases/$caseId' });
  const bar = useRef<HTMLElement>(null);
  const counts = countsOf(one);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is what it looks for
  useEffect(() => {
    const tab = bar.current?.querySelector<HTMLElement>('[aria-current]');
    // Sideways only: the page itself stays where it is.
    if (bar.current !== null && tab != null)
      bar.current.scrollLeft = tab.offsetLeft - (bar.current.clientWidth - tab.clientWidth) / 2;
  }, [here]);
  return (
    <nav ref={bar} className="subtabs case-tabs" aria-label={t('parts')}>
      {CASE_TABS.map((tab) => (
        <Link
          key={tab}
          to="/cases/$caseId"
          params={{ caseId: String(one.caseId) }}
          search={tab === 'overview' ? {} : { tab }}
          activeProps={{}}
          activeOptions={{ exact: true, includeSearch: true }}
          resetScroll={false}
          aria-current={tab === here ? 'page' : undefined}
          data-to={tab}
        >
          {t(`tab.${tab}`)}
          {counts[tab] !== undefined && <span className="muted"> {counts[tab]}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** How much there is behind a tab, where the case says so. */
function countsOf({ tasks, files, facts }: CaseDetail): Partial<Record<CaseTab, number>> {
  const open = tasks.filter(({ standing }) => standing === 'open' || standing === 'overdue').length;
  return {
    ...(open > 0 && { tasks: open }),
    ...(files.length > 0 && { files: files.length }),
    ...(facts.length > 0 && { law: facts.length }),
  };
}
