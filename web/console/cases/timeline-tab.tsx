import { Link } from '@tanstack/react-router';
import { type JSX, useMemo, useRef, useState } from 'react';
import type { CaseTimelineEntry } from '../../../src/client/case-views.ts';
import {
  TIMELINE_KINDS,
  type TimelineKind,
} from '../../../src/service/cases/case-timeline/timeline-entry.ts';
import { useFormat } from '../format.ts';
import { CheckField } from '../pieces/check-field.tsx';
import { ChoiceField } from '../pieces/choice-field.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { Verdict } from '../pieces/marks.tsx';
import { useNarrow } from '../pieces/media.ts';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useFetchMore } from '../pieces/use-fetch-more.ts';
import { useKeys } from '../pieces/use-keys.ts';
import { type RowsHandle, WindowedRows } from '../pieces/windowed-rows.tsx';
import { useWords } from '../pieces/words.ts';
import { useThisCase } from './case-desk.tsx';
import { KIND_SIGNS } from './kind-signs.ts';
import { usePageTexts } from './texts.ts';
import { useTimeline } from './use-cases.ts';
import { useWhat } from './use-what.ts';

/** CSS pixels. */
const ROW_HEIGHT = 68;
const CARD_HEIGHT = 132;
/** A text longer than this may not fit its row. */
const LONG = 110;
const COLUMNS = 4;

/** All that happened, in one order of time. */
export function TimelineTab(): JSX.Element {
  const t = usePageTexts();
  const { caseId } = useThisCase();
  const [kinds, setKinds] = useState<readonly TimelineKind[]>([]);
  const [order, setOrder] = useState<'oldest' | 'newest'>('oldest');
  const [isSuspicious, setSuspicious] = useState(false);
  const timeline = useTimeline(caseId, {
    order,
    ...(kinds.length > 0 && { kind: kinds }),
    ...(isSuspicious && { suspicious: true as const }),
  });
  const items = useMemo(
    () => timeline.data?.pages.flatMap((page) => page.items) ?? [],
    [timeline.data],
  );
  const toggle = (kind: TimelineKind): void =>
    setKinds(kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind]);
  return (
    <section data-timeline>
      <p className="muted help">{t('timelineAbout')}</p>
      <form
        className="filters"
        aria-label={t('kinds')}
        onSubmit={(event) => event.preventDefault()}
      >
        <fieldset className="kind-choice">
          <legend>{t('kinds')}</legend>
          {TIMELINE_KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              className="tag"
              aria-pressed={kinds.includes(kind)}
              data-kind={kind}
              onClick={() => toggle(kind)}
            >
              <KindSign kind={kind} />
              {t(`kind.${kind}`)}
            </button>
          ))}
        </fieldset>
        <ChoiceField
          name="order"
          label={t('calledAt')}
          value={order}
          choices={[
            ['oldest', t('oldest')],
            ['newest', t('newest')],
          ]}
          onChange={(next) => setOrder(next as 'oldest')}
        />
        <CheckField
          name="suspicious"
          label={t('suspiciousOnly')}
          checked={isSuspicious}
          onChange={setSuspicious}
        />
      </form>
      {timeline.isPending && <Loading rows={8} />}
      {timeline.isError && <Problem error={timeline.error} retry={() => timeline.refetch()} />}
      {timeline.isSuccess && items.length === 0 && <p className="notice">{t('timelineNone')}</p>}
      {items.length > 0 && <Entries items={items} timeline={timeline} />}
    </section>
  );
}

export function KindSign({ kind }: { kind: TimelineKind }): JSX.Element {
  return (
    <svg className="icon" viewBox="0 0 16 16" width={15} height={15} aria-hidden="true">
      <path d={KIND_SIGNS[kind]} />
    </svg>
  );
}

function Entries({
  items,
  timeline,
}: {
  items: readonly CaseTimelineEntry[];
  timeline: ReturnType<typeof useTimeline>;
}): JSX.Element {
  const t = usePageTexts();
  const words = useWords();
  const format = useFormat();
  const isNarrow = useNarrow();
  const rows = useRef<RowsHandle>(null);
  const [opened, setOpened] = useState<CaseTimelineEntry | null>(null);
  const fetchMore = useFetchMore(timeline);
  const what = useWhat();
  const move = (step: number): void => {
    const here = rows.current?.focused();
    rows.current?.focus(here === null || here === undefined ? 0 : here + step);
  };
  useKeys({ KeyJ: () => move(1), KeyK: () => move(-1) });
  const { hasNextPage, isFetchingNextPage } = timeline;
  return (
    <>
      <p className="shown">
        {t(hasNextPage ? 'entries' : 'entriesAll', { n: format.number(items.length) })}
      </p>
      <WindowedRows
        ref={rows}
        label={t('tab.timeline')}
        items={items}
        keyOf={({ entryId }) => entryId}
        rowHeight={isNarrow ? CARD_HEIGHT : ROW_HEIGHT}
        isWhole={!hasNextPage}
        onNearEnd={fetchMore}
        columns={COLUMNS}
        head={
          <div className="unseen" role="rowgroup">
            <div role="row" aria-rowindex={1}>
              {[words('when'), t('itemKind'), words('reason'), words('sum')].map((name) => (
                <span key={name} role="columnheader">
                  {name}
                </span>
              ))}
            </div>
          </div>
        }
        draw={(entry) => <Entry entry={entry} onOpen={setOpened} />}
      />
      {isFetchingNextPage && <Loading rows={2} />}
      {opened !== null && (
        <Dialog opened onClose={() => setOpened(null)} title={what(opened)} size="lg">
          <p className="muted">
            {format.moment(opened.at)} {opened.by}
          </p>
          <p className="as-written">{opened.text}</p>
        </Dialog>
      )}
    </>
  );
}

function Entry({
  entry,
  onOpen,
}: {
  entry: CaseTimelineEntry;
  onOpen: (entry: CaseTimelineEntry) => void;
}): JSX.Element {
  const t = usePageTexts();
  const format = useFormat();
  const what = useWhat();
  const { kind, at, text, by, amountMinor, from, to, verdict, suspicious } = entry;
  const isLong = text !== null && text.length > LONG;
  return (
    <div className={`entry-row${suspicious ? ' is-suspicious' : ''}`} data-entry={kind}>
      <span role="cell" className="when number">
        {format.moment(at)}
      </span>
      <span role="cell" className="what">
        <KindSign kind={kind} />
        <EntryLink entry={entry}>{what(entry)}</EntryLink>
      </span>
      <span role="cell" className="text">
        {from !== null && to !== null && (
          <span className="number">
            {from.name} → {to.name}
          </span>
        )}
        {text !== null && <span className="clamp muted">{text}</span>}
        {(by !== null || isLong) && (
          <span className="muted small by">
            {by}
            {isLong && (
              <button type="button" className="link-button" onClick={() => onOpen(entry)}>
                {t('inFull')}
              </button>
            )}
          </span>
        )}
      </span>
      <span role="cell" className="sum">
        {amountMinor !== null && <b className="number">{format.money(amountMinor)}</b>}
        {verdict !== null && verdict !== 'allow' && <Verdict verdict={verdict} />}
      </span>
    </div>
  );
}

/** Where a line leads, when it has a page; it takes the focus either way. */
function EntryLink({
  entry,
  children,
}: {
  entry: CaseTimelineEntry;
  children: string;
}): JSX.Element {
  const { caseId } = useThisCase();
  const { opens, from } = entry;
  const shared = { 'data-row-focus': true } as const;
  const id = { caseId: String(caseId) };
  switch (opens?.kind) {
    case 'alert':
      return (
        <Link {...shared} to="/alerts/$alertId" params={{ alertId: opens.ref }}>
          {children}
        </Link>
      );
    case 'post':
      return (
        <Link
          {...shared}
          to="/watch/posts/$postId"
          params={{ postId: opens.ref }}
          search={{ state: 'all' }}
        >
          {children}
        </Link>
      );
    case 'hold':
      return (
        <Link {...shared} to="/holds/$holdId" params={{ holdId: opens.ref }}>
          {children}
        </Link>
      );
    case 'task':
      return (
        <Link {...shared} to="/cases/$caseId" params={id} search={{ tab: 'tasks' }}>
          {children}
        </Link>
      );
    case 'file':
    case 'statement':
      return (
        <Link {...shared} to="/cases/$caseId" params={id} search={{ tab: 'files' }}>
          {children}
        </Link>
      );
    case 'filing':
    case 'package':
      return (
        <Link {...shared} to="/cases/$caseId" params={id} search={{ tab: 'exchange' }}>
          {children}
        </Link>
      );
    case 'transfer':
      if (from !== null)
        return (
          <Link
            {...shared}
            to="/cases/$caseId"
            params={id}
            search={{ tab: 'money', node: from.id }}
          >
            {children}
          </Link>
        );
      return (
        <span {...shared} tabIndex={-1}>
          {children}
        </span>
      );
    default:
      return (
        <span {...shared} tabIndex={-1}>
          {children}
        </span>
      );
  }
}
