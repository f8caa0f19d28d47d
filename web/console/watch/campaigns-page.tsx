import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type JSX, useMemo, useRef } from 'react';
import type { Campaign } from '../api.ts';
import { useFormat } from '../format.ts';
import { Announcements } from '../pieces/announce.tsx';
import { CheckField } from '../pieces/check-field.tsx';
import { ChoiceField } from '../pieces/choice-field.tsx';
import { Heading } from '../pieces/heading.tsx';
import { useNarrow } from '../pieces/media.ts';
import { Problem } from '../pieces/problem.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { useFetchMore } from '../pieces/use-fetch-more.ts';
import { useKeys } from '../pieces/use-keys.ts';
import { type RowsHandle, WindowedRows } from '../pieces/windowed-rows.tsx';
import { type CampaignFilter, parseCampaignFilter } from './campaign-filter.ts';
import { LabelTag } from './post-marks.tsx';
import { StoppedContacts } from './stopped-contacts.tsx';
import { useCampaignTexts, useWatchWords } from './texts.ts';
import { useCampaigns } from './use-campaigns.ts';
import { WatchTabs } from './watch-tabs.tsx';

const ROW_HEIGHT = 46;
const CARD_HEIGHT = 138;
const COLUMNS = 7;
const LEAST = ['2', '5', '10', '50'] as const;

/** Campaigns, as the service ranks them. */
export function CampaignsPage(): JSX.Element {
  const t = useCampaignTexts();
  const words = useWatchWords();
  const filter = useSearch({ from: '/watch/campaigns' });
  const campaigns = useCampaigns(filter);
  const items = useMemo(
    () => campaigns.data?.pages.flatMap((page) => page.items) ?? [],
    [campaigns.data],
  );
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <main id="content" className="alerts-page watch-page">
      <WatchTabs here="campaigns" />
      <Heading title={t('campaignsTitle')} />
      <p className="muted">{t('campaignsAbout')}</p>
      <CampaignFilters filter={filter} />
      {campaigns.isPending && <Loading rows={8} />}
      {campaigns.isError && <Problem error={campaigns.error} retry={() => campaigns.refetch()} />}
      {campaigns.isSuccess && items.length === 0 && (
        <Empty title={isFiltered ? words('nothingFits') : t('campaignsEmpty')}>
          {!isFiltered && <p>{t('campaignsEmptyAbout')}</p>}
        </Empty>
      )}
      {items.length > 0 && <CampaignTable items={items} query={campaigns} />}
      <StoppedContacts />
      <Announcements />
    </main>
  );
}

function CampaignFilters({ filter }: { filter: CampaignFilter }): JSX.Element {
  const t = useCampaignTexts();
  const words = useWatchWords();
  const navigate = useNavigate();
  const set = (part: Record<string, unknown>): void => {
    const search = parseCampaignFilter({ ...filter, ...part });
    void navigate({ to: '/watch/campaigns', search, replace: true });
  };
  return (
    <form
      className="filters"
      aria-label={words('filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <ChoiceField
        name="least"
        label={t('postsLeast')}
        value={filter.least?.toString()}
        any={words('any')}
        choices={LEAST.map((least) => [least, least])}
        onChange={(least) => set({ least })}
      />
      <CheckField
        name="hits"
        label={t('campaignHits')}
        checked={filter.hits === true}
        onChange={(hits) => set({ hits })}
      />
    </form>
  );
}

function CampaignTable({
  items,
  query,
}: {
  items: readonly Campaign[];
  query: ReturnType<typeof useCampaigns>;
}): JSX.Element {
  const t = useCampaignTexts();
  const words = useWatchWords();
  const format = useFormat();
  const isNarrow = useNarrow();
  const rows = useRef<RowsHandle>(null);
  const fetchMore = useFetchMore(query);
  const move = (step: number): void => {
    const here = rows.current?.focused();
    rows.current?.focus(here === null || here === undefined ? 0 : here + step);
  };
  useKeys({ KeyJ: () => move(1), KeyK: () => move(-1) });
  const { hasNextPage, isFetchingNextPage } = query;
  return (
    <>
      <p className="shown">
        {words(hasNextPage ? 'shown' : 'shownAll', { n: format.number(items.length) })}
      </p>
      <WindowedRows
        ref={rows}
        label={t('campaignsTitle')}
        items={items}
        keyOf={({ campaignId }) => campaignId}
        rowHeight={isNarrow ? CARD_HEIGHT : ROW_HEIGHT}
        isWhole={!hasNextPage}
        onNearEnd={fetchMore}
        head={<CampaignHead />}
        columns={COLUMNS}
        draw={(campaign) => <CampaignRow campaign={campaign} />}
      />
      {isFetchingNextPage && <Loading rows={2} />}
    </>
  );
}

function CampaignHead(): JSX.Element {
  const t = useCampaignTexts();
  const words = useWatchWords();
  const names = [
    ['name', words('campaigns')],
    ['label', words('label')],
    ['posts', words('posts')],
    ['up', t('up')],
    ['places', t('places')],
    ['hits', t('namedOurs')],
    ['lived', t('lived')],
  ] as const;
  return (
    <div className="alert-head" role="rowgroup">
      <div className="campaign-row" role="row" aria-rowindex={1}>
        {names.map(([cell, name]) => (
          <span key={cell} role="columnheader" className={cell}>
            {name}
          </span>
        ))}
      </div>
    </div>
  );
}

function CampaignRow({ campaign }: { campaign: Campaign }): JSX.Element {
  const t = useCampaignTexts();
  const words = useWatchWords();
  const format = useFormat();
  const { campaignId, labels, posts, up, sources, hits } = campaign;
  return (
    <div className="campaign-row">
      <span role="cell" className="name">
        <Link
          className="row-link"
          to="/watch/campaigns/$campaignId"
          params={{ campaignId: String(campaignId) }}
          data-row-focus
          data-campaign={campaignId}
        >
          {words('campaign', { id: campaignId })}
        </Link>
      </span>
      <span role="cell" className="label">
        {labels.length > 0 && <LabelTag label={labels[0].label} isSaid={false} />}
      </span>
      <span role="cell" className="posts number">
        <span className="only-narrow">{words('posts')}: </span>
        {format.number(posts)}
      </span>
      <span role="cell" className="up number">
        <span className="only-narrow">{t('up')}: </span>
        {format.number(up)}
      </span>
      <span role="cell" className="places number">
        <span className="only-narrow">{t('placesCount', { n: format.number(sources) })}</span>
        <span className="only-wide">{format.number(sources)}</span>
      </span>
      <span role="cell" className="hits number">
        {hits === 0 ? (
          <span className="muted">—</span>
        ) : (
          <span className="due">
            <span className="only-narrow">{t('namedOurs')}: </span>
            {format.number(hits)}
          </span>
        )}
      </span>
      <span role="cell" className="lived number">
        {format.period(campaign.firstAt, campaign.lastAt)}
      </span>
    </div>
  );
}
