import { Link, useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { CampaignDetail, Post } from '../api.ts';
import { CasesOf } from '../cases/cases-of.tsx';
import { useFormat } from '../format.ts';
import { Announcements } from '../pieces/announce.tsx';
import type { Column } from '../pieces/data-table.tsx';
import { Figure, Figures } from '../pieces/figures.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Icon } from '../pieces/icon.tsx';
import { ShareMeter } from '../pieces/marks.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Rows } from '../pieces/rows.tsx';
import { Loading } from '../pieces/states.tsx';
import { useWords } from '../pieces/words.ts';
import { CampaignDays } from './campaign-days.tsx';
import { CampaignPicture } from './campaign-picture.tsx';
import {
  ContactsTable,
  EdgesTable,
  NamedTable,
  PostLink,
  RepostsTable,
} from './campaign-tables.tsx';
import { LabelTag } from './post-marks.tsx';
import { TakedownLine } from './takedown-marks.tsx';
import { useCampaignTexts, usePostTexts, useWatchWords } from './texts.ts';
import { useCampaign } from './use-campaigns.ts';
import { usePostsOf } from './use-posts.ts';
import { useTakedowns } from './use-takedowns.ts';

export function CampaignPage(): JSX.Element {
  const { campaignId } = useParams({ from: '/watch/campaigns/$campaignId' });
  return <CampaignOf key={campaignId} campaignId={Number(campaignId)} />;
}

/** Posts of the same people: over time, tied by what, naming whom. */
function CampaignOf({ campaignId }: { campaignId: number }): JSX.Element {
  const t = useCampaignTexts();
  const words = useWatchWords();
  const campaign = useCampaign(campaignId);
  const { data } = campaign;
  return (
    <main id="content">
      <nav className="trail">
        <Link className="back" to="/watch/campaigns" search={{}}>
          <Icon name="back" />
          {t('toCampaigns')}
        </Link>
        <Link to="/watch" search={{ campaign: campaignId, state: 'all' }}>
          {words('queue')}
        </Link>
      </nav>
      <Heading title={words('campaign', { id: campaignId })} />
      {campaign.isPending && <Loading rows={8} />}
      {campaign.isError && <Problem error={campaign.error} retry={() => campaign.refetch()} />}
      {data !== undefined && (
        <>
          <CampaignFigures campaign={data} />
          <CasesOf
            origin={{
              kind: 'campaign',
              ref: String(campaignId),
              title: words('campaign', { id: campaignId }),
            }}
          />
          <CampaignDays days={data.days} />
          <section>
            <h2>{t('map')}</h2>
            <p className="muted small">{t(data.edges.length === 0 ? 'mapNone' : 'mapAbout')}</p>
            {data.edges.length > 0 && <CampaignPicture campaign={data} />}
            <EdgesTable campaign={data} />
          </section>
          <div className="two-columns">
            <ContactsTable campaign={data} />
            <NamedTable campaign={data} />
          </div>
          <CampaignNetworks campaign={data} />
          <CampaignPosts campaignId={campaignId} />
          <RepostsTable campaign={data} />
          <CampaignTakedowns campaignId={campaignId} />
        </>
      )}
      <Announcements />
    </main>
  );
}

function CampaignFigures({ campaign }: { campaign: CampaignDetail }): JSX.Element {
  const t = useCampaignTexts();
  const words = useWatchWords();
  const format = useFormat();
  const { labels, posts, up, sources, hits } = campaign;
  return (
    <Figures>
      <Figure
        label={words('label')}
        note={labels
          .slice(1)
          .map(({ label, posts: n }) => `${words(`label.${label}`)}: ${format.number(n)}`)
          .join(' · ')}
      >
        {labels.length > 0 && <LabelTag label={labels[0].label} isSaid={false} />}
      </Figure>
      <Figure label={words('posts')}>{format.number(posts)}</Figure>
      <Figure label={t('up')}>
        {t('upOf', { up: format.number(up), all: format.number(posts) })}
      </Figure>
      <Figure label={t('places')}>{format.number(sources)}</Figure>
      <Figure label={t('namedOurs')}>
        <span className={hits > 0 ? 'due' : ''}>{format.number(hits)}</span>
      </Figure>
      <Figure label={t('lived')}>{format.period(campaign.firstAt, campaign.lastAt)}</Figure>
    </Figures>
  );
}

function CampaignNetworks({ campaign: { networks } }: { campaign: CampaignDetail }): JSX.Element {
  const t = useCampaignTexts();
  const common = useWords();
  const format = useFormat();
  return (
    <section>
      <h2>{t('inNetworks')}</h2>
      {networks.length === 0 && <p className="muted">{t('networksNone')}</p>}
      {networks.map(({ networkId, certainty, accounts }) => (
        <Link
          key={networkId}
          className="takedown-line"
          to="/networks/$networkId"
          params={{ networkId }}
          search={{}}
        >
          <b>{common('network', { id: networkId })}</b>
          <ShareMeter share={certainty} />
          <span className="muted">{t('networkAccounts', { n: format.number(accounts) })}</span>
        </Link>
      ))}
    </section>
  );
}

function CampaignPosts({ campaignId }: { campaignId: number }): JSX.Element {
  const tp = usePostTexts();
  const words = useWatchWords();
  const common = useWords();
  const format = useFormat();
  const posts = usePostsOf(campaignId);
  const items = posts.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<Post>[] = [
    { id: 'post', title: words('posts'), cell: ({ postId }) => <PostLink postId={postId} /> },
    {
      id: 'at',
      title: common('when'),
      cell: ({ at, goneAt }) => (
        <span className="term">
          <span className="number">{format.moment(at)}</span>
          <span className="muted">{words(goneAt === null ? 'stillUp' : 'gone')}</span>
        </span>
      ),
    },
    {
      id: 'label',
      title: words('label'),
      cell: ({ label, said }) => <LabelTag label={label} isSaid={said !== null} />,
    },
    {
      id: 'text',
      title: tp('text'),
      wide: true,
      cell: ({ text }) => <span className="clamped">{text}</span>,
    },
    { id: 'source', title: words('source'), cell: ({ source }) => source.name },
  ];
  return (
    <section>
      <h2>{words('posts')}</h2>
      {posts.isPending && <Loading rows={3} />}
      {posts.isError && <Problem error={posts.error} retry={() => posts.refetch()} />}
      {items.length > 0 && (
        <Rows
          caption={words('posts')}
          columns={columns}
          items={items}
          keyOf={({ postId }) => postId}
        >
          <MoreButton query={posts} />
        </Rows>
      )}
    </section>
  );
}

function CampaignTakedowns({ campaignId }: { campaignId: number }): JSX.Element | null {
  const words = useWatchWords();
  const takedowns = useTakedowns({ campaign: campaignId });
  const items = takedowns.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{words('takedowns')}</h2>
      {items.map((takedown) => (
        <TakedownLine key={takedown.takedownId} takedown={takedown} />
      ))}
      <MoreButton query={takedowns} />
    </section>
  );
}
