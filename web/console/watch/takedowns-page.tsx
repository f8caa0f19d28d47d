import { useNavigate, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useFormat } from '../format.ts';
import { CheckField } from '../pieces/check-field.tsx';
import { ChoiceField } from '../pieces/choice-field.tsx';
import { Heading } from '../pieces/heading.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { useNow } from '../pieces/time-left.tsx';
import { byUrgency, TAKEDOWN_COLUMNS, type TakedownColumn } from './takedown-columns.ts';
import { parseTakedownFilter, type TakedownFilter } from './takedown-filter.ts';
import { TakedownCard } from './takedown-marks.tsx';
import { TakedownMeasures } from './takedown-measures.tsx';
import { useTakedownTexts, useWatchWords } from './texts.ts';
import { useChannels, useMeasures, useTakedowns } from './use-takedowns.ts';
import { WatchTabs } from './watch-tabs.tsx';

/** Requests by how far they have come; what is overdue stands first in its column. */
export function TakedownsPage(): JSX.Element {
  const t = useTakedownTexts();
  const words = useWatchWords();
  const filter = useSearch({ from: '/watch/takedowns' });
  const hasNone = useMeasures(undefined).data?.drafted === 0;
  const columns = TAKEDOWN_COLUMNS.filter(
    ({ id }) => id !== 'withdrawn' || filter.withdrawn === true,
  );
  return (
    <main id="content" className="watch-page">
      <WatchTabs here="takedowns" />
      <Heading title={words('takedowns')} />
      <p className="muted">{t('boardAbout')}</p>
      {hasNone ? (
        <Empty title={t('boardEmpty')}>
          <p>{t('boardEmptyAbout')}</p>
        </Empty>
      ) : (
        <>
          <TakedownMeasures channel={filter.channel} />
          <Filters filter={filter} />
          <div className="board">
            {columns.map((column) => (
              <BoardColumn key={column.id} column={column} filter={filter} />
            ))}
          </div>
        </>
      )}
    </main>
  );
}

function Filters({ filter }: { filter: TakedownFilter }): JSX.Element {
  const t = useTakedownTexts();
  const words = useWatchWords();
  const navigate = useNavigate();
  const channels = useChannels();
  const set = (part: Record<string, unknown>): void => {
    const search = parseTakedownFilter({ ...filter, ...part });
    void navigate({ to: '/watch/takedowns', search, replace: true });
  };
  return (
    <form
      className="filters"
      aria-label={words('filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <ChoiceField
        name="channel"
        label={t('channel')}
        value={filter.channel}
        any={words('any')}
        choices={(channels.data?.items ?? []).map(({ channel, title }) => [channel, title])}
        onChange={(channel) => set({ channel })}
      />
      <CheckField
        name="overdue"
        label={t('overdueOnly')}
        checked={filter.overdue === true}
        onChange={(overdue) => set({ overdue })}
      />
      <CheckField
        name="withdrawn"
        label={t('withdrawnToo')}
        checked={filter.withdrawn === true}
        onChange={(withdrawn) => set({ withdrawn })}
      />
    </form>
  );
}

function BoardColumn({
  column,
  filter: { channel, overdue },
}: {
  column: TakedownColumn;
  filter: TakedownFilter;
}): JSX.Element {
  const t = useTakedownTexts();
  const format = useFormat();
  const now = useNow();
  const takedowns = useTakedowns({
    state: column.states,
    ...(channel !== undefined && { channel }),
    ...(overdue === true && { overdue }),
  });
  const items = byUrgency(takedowns.data?.pages.flatMap((page) => page.items) ?? []);
  const count = format.number(items.length) + (takedowns.hasNextPage ? '+' : '');
  return (
    <section className="board-column" data-column={column.id}>
      <h2>
        {t(`column.${column.id}`)} <span className="muted">{takedowns.isSuccess && count}</span>
      </h2>
      {takedowns.isPending && <Loading rows={2} />}
      {takedowns.isError && <Problem error={takedowns.error} retry={() => takedowns.refetch()} />}
      {takedowns.isSuccess && items.length === 0 && (
        <p className="muted small board-empty">{t('columnEmpty')}</p>
      )}
      <ol>
        {items.map((takedown) => (
          <TakedownCard key={takedown.takedownId} takedown={takedown} now={now} />
        ))}
      </ol>
      <MoreButton query={takedowns} />
    </section>
  );
}
