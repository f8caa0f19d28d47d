import { useNavigate, useSearch } from '@tanstack/react-router';
import { type JSX, useEffect, useMemo, useRef, useState } from 'react';
import type { Case } from '../../../src/client/cases.ts';
import { useFormat } from '../format.ts';
import { Announcements, announce } from '../pieces/announce.tsx';
import { Heading } from '../pieces/heading.tsx';
import { KeysButton } from '../pieces/keys-button.tsx';
import { KeysDialog } from '../pieces/keys-dialog.tsx';
import { useNarrow } from '../pieces/media.ts';
import { Problem } from '../pieces/problem.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { useNow } from '../pieces/time-left.tsx';
import { useFetchMore } from '../pieces/use-fetch-more.ts';
import { useKeys } from '../pieces/use-keys.ts';
import { type RowsHandle, WindowedRows } from '../pieces/windowed-rows.tsx';
import { useWords } from '../pieces/words.ts';
import { hasRole, useMe } from '../session/me.ts';
import { CaseFilters } from './case-filters.tsx';
import { CASE_OPENERS, CASE_WORKERS } from './case-roles.ts';
import { CASE_COLUMNS, CaseHead, CaseRow } from './case-row.tsx';
import { CaseTabs } from './case-tabs.tsx';
import { OpenCaseDialog } from './open-case-dialog.tsx';
import { StatementsDialog } from './statements-dialog.tsx';
import { useCaseWords, useQueueTexts } from './texts.ts';
import { useCases, useQuickAct } from './use-cases.ts';

/** CSS pixels. */
const ROW_HEIGHT = 58;
const CARD_HEIGHT = 172;

/** The case that was opened last: who comes back finds it under the keyboard. */
let opened: number | null = null;

function rememberOpened({ caseId }: Case): void {
  opened = caseId;
}

/** Cases in the order in which they want to be worked on. */
export function CasesPage(): JSX.Element {
  const t = useQueueTexts();
  const words = useCaseWords();
  const general = useWords();
  const me = useMe();
  const filter = useSearch({ from: '/cases' });
  const cases = useCases(filter);
  const search = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState<'keys' | 'open' | 'statements' | null>(null);
  const items = useMemo(() => cases.data?.pages.flatMap((page) => page.items) ?? [], [cases.data]);
  const isFiltered = Object.keys(filter).length > 0;
  const done = (): void => setAsked(null);
  return (
    <main id="content" className="alerts-page cases-page">
      <CaseTabs here="cases" />
      <Heading title={words('cases')}>
        <div className="page-acts">
          {hasRole(me, CASE_OPENERS) && (
            <>
              <button
                type="button"
                className="button"
                data-act="statements"
                onClick={() => setAsked('statements')}
              >
                {t('fromStatements')}
              </button>
              <button
                type="button"
                className="button primary"
                data-act="new"
                onClick={() => setAsked('open')}
              >
                {t('newCase')}
              </button>
            </>
          )}
          <KeysButton onOpen={() => setAsked('keys')} />
        </div>
      </Heading>
      <CaseFilters filter={filter} searchRef={search} />
      {cases.isPending && <Loading rows={10} />}
      {cases.isError && <Problem error={cases.error} retry={() => cases.refetch()} />}
      {cases.isSuccess && items.length === 0 && (
        <Empty title={t(isFiltered ? 'nothingFits' : 'emptyTitle')}>
          {!isFiltered && <p>{t('emptyAbout')}</p>}
        </Empty>
      )}
      {items.length > 0 && (
        <CaseTable
          items={items}
          cases={cases}
          onHelp={() => setAsked('keys')}
          onFind={() => search.current?.focus()}
        />
      )}
      {asked === 'open' && <OpenCaseDialog onDone={done} />}
      {asked === 'statements' && <StatementsDialog onDone={done} />}
      {asked === 'keys' && (
        <KeysDialog
          keys={[
            ['j', general('keysDown')],
            ['k', general('keysUp')],
            ['Enter', t('keysOpen')],
            ['t', t('keysTake')],
            ['/', t('keysFind')],
          ]}
          onDone={done}
        />
      )}
      <Announcements />
    </main>
  );
}

function CaseTable({
  items,
  cases,
  onHelp,
  onFind,
}: {
  items: readonly Case[];
  cases: ReturnType<typeof useCases>;
  onHelp: () => void;
  onFind: () => void;
}): JSX.Element {
  const t = useQueueTexts();
  const words = useCaseWords();
  const format = useFormat();
  const me = useMe();
  const now = useNow();
  const navigate = useNavigate();
  const isNarrow = useNarrow();
  const rows = useRef<RowsHandle>(null);
  const act = useQuickAct();
  const fetchMore = useFetchMore(cases);
  const { hasNextPage, isFetchingNextPage } = cases;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as the page opens
  useEffect(() => {
    const index = items.findIndex(({ caseId }) => caseId === opened);
    if (index >= 0) rows.current?.focus(index);
    opened = null;
  }, []);
  const mayTake = hasRole(me, CASE_WORKERS);
  const take = (one: Case): void => {
    act.mutate(
      { one, act: { kind: 'take' } },
      { onSuccess: () => announce(t('taken', { number: one.number })) },
    );
  };
  const focused = (): Case | undefined => items[rows.current?.focused() ?? -1];
  const move = (step: number): void => {
    const here = rows.current?.focused();
    rows.current?.focus(here === null || here === undefined ? 0 : here + step);
  };
  useKeys({
    KeyJ: () => move(1),
    KeyK: () => move(-1),
    Enter: () => {
      const one = focused();
      if (one === undefined) return;
      rememberOpened(one);
      void navigate({ to: '/cases/$caseId', params: { caseId: String(one.caseId) }, search: {} });
    },
    KeyT: () => {
      const one = focused();
      if (one !== undefined && mayTake && one.state === 'open') take(one);
    },
    '/': onFind,
    '?': onHelp,
  });
  return (
    <>
      <p className="shown">
        {t(hasNextPage ? 'shown' : 'shownAll', { n: format.number(items.length) })}
      </p>
      {act.isError && <Problem error={act.error} />}
      <WindowedRows
        ref={rows}
        label={words('cases')}
        items={items}
        keyOf={({ caseId }) => caseId}
        rowHeight={isNarrow ? CARD_HEIGHT : ROW_HEIGHT}
        isWhole={!hasNextPage}
        onNearEnd={fetchMore}
        head={<CaseHead />}
        columns={CASE_COLUMNS}
        draw={(one) => (
          <CaseRow one={one} mayTake={mayTake} now={now} onTake={take} onOpen={rememberOpened} />
        )}
      />
      {isFetchingNextPage && <Loading rows={2} />}
    </>
  );
}
