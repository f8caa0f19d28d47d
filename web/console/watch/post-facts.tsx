import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import type { PostDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { usePostTexts, useWatchWords } from './texts.ts';

type Fact = readonly [name: string, value: ReactNode];

/** Where a post stands, since when, and what became of it. */
export function PostFacts({ post }: { post: PostDetail }): JSX.Element {
  const t = usePostTexts();
  const words = useWatchWords();
  const format = useFormat();
  const { source, url, author, links, goneAt, edits, repostOf, campaignId } = post;
  const facts: (Fact | false)[] = [
    [words('source'), `${source.name} · ${words(`source.${source.kind}`)}`],
    url !== null && [t('address'), <PageAddress key="url" url={url} />],
    author !== null && [t('author'), author],
    [
      t('posted'),
      <span key="at" className="number">
        {format.moment(post.at)}
      </span>,
    ],
    [
      t('found'),
      <span key="found" className="number">
        {format.moment(post.foundAt)}
      </span>,
    ],
    goneAt !== null && [
      t('goneSince'),
      <span key="gone" className="number due">
        {format.moment(goneAt)}
      </span>,
    ],
    [words('language'), words(`lang.${post.lang}`)],
    edits > 0 && [t('history'), t('editedTimes', { n: edits })],
    repostOf !== null && [
      words('posts'),
      <Link
        key="repost"
        to="/watch/posts/$postId"
        params={{ postId: String(repostOf) }}
        search={{ state: 'all' }}
      >
        {t('repost', { id: repostOf })}
      </Link>,
    ],
    campaignId !== null && [
      words('campaigns'),
      <Link
        key="campaign"
        to="/watch/campaigns/$campaignId"
        params={{ campaignId: String(campaignId) }}
      >
        {words('campaign', { id: campaignId })}
      </Link>,
    ],
    links.length > 0 && [
      t('links'),
      links.map((link) => (
        <span key={link} className="address">
          {link}
        </span>
      )),
    ],
  ];
  return (
    <dl className="told panel-told post-facts">
      {facts
        .filter((fact) => fact !== false)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The page outside; it learns nothing of who looks but that somebody does. */
export function PageAddress({ url }: { url: string }): JSX.Element {
  if (!/^https?:\/\//i.test(url)) return <span className="address">{url}</span>;
  return (
    <a className="address" href={url} target="_blank" rel="noreferrer noopener">
      {url}
    </a>
  );
}
