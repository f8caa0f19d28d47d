import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useFormat } from '../format.ts';
import { AccountLink } from '../pieces/account-link.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { PostLink } from './campaign-tables.tsx';
import { LabelTag } from './post-marks.tsx';
import { useCampaignTexts, useWatchWords } from './texts.ts';
import { useCampaignsOfNetwork } from './use-campaigns.ts';

/** More posts than these the campaign's own page shows. */
const POSTS_SHOWN = 12;

/** Who recruited the people of a network: campaigns whose posts name its accounts. */
export function CampaignsOfNetwork({ networkId }: { networkId: string }): JSX.Element {
  const t = useCampaignTexts();
  const words = useWatchWords();
  const format = useFormat();
  const campaigns = useCampaignsOfNetwork(networkId);
  const items = campaigns.data?.items ?? [];
  return (
    <section data-recruited>
      <h2>{t('recruited')}</h2>
      {campaigns.isPending && <Loading rows={1} />}
      {campaigns.isError && <Problem error={campaigns.error} retry={() => campaigns.refetch()} />}
      {campaigns.isSuccess && items.length === 0 && <p className="muted">{t('recruitedNone')}</p>}
      {items.length > 0 && (
        <ul className="hits">
          {items.map(({ campaign, accounts, posts }) => (
            <li key={campaign.campaignId}>
              <div className="hit-head">
                <Link
                  to="/watch/campaigns/$campaignId"
                  params={{ campaignId: String(campaign.campaignId) }}
                >
                  <b>{words('campaign', { id: campaign.campaignId })}</b>
                </Link>
                {campaign.labels.length > 0 && (
                  <LabelTag label={campaign.labels[0].label} isSaid={false} />
                )}
                <span className="muted">
                  {words('postsCount', { n: format.number(campaign.posts) })} ·{' '}
                  {format.period(campaign.firstAt, campaign.lastAt)}
                </span>
              </div>
              <dl className="told">
                <div>
                  <dt>{t('recruitedNames')}</dt>
                  <dd>
                    {accounts.map((account) => (
                      <AccountLink key={account.ref} account={account} />
                    ))}
                  </dd>
                </div>
                <div>
                  <dt>{t('recruitedPosts')}</dt>
                  <dd className="post-links">
                    {posts.slice(0, POSTS_SHOWN).map((postId) => (
                      <PostLink key={postId} postId={postId} />
                    ))}
                    {posts.length > POSTS_SHOWN && (
                      <span className="muted">+{format.number(posts.length - POSTS_SHOWN)}</span>
                    )}
                  </dd>
                </div>
              </dl>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
