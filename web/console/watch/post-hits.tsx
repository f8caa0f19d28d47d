import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { PostHit } from '../api.ts';
import { useFormat } from '../format.ts';
import { AccountLink } from '../pieces/account-link.tsx';
import { announce } from '../pieces/announce.tsx';
import { DecideDialog } from '../pieces/decide-dialog.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { CUSTOMER_SEERS } from '../shell/sections.ts';
import { LabelTag, StanceWord } from './post-marks.tsx';
import { usePostTexts, useWatchWords } from './texts.ts';
import { type HitsOf, useDecidePostHit, usePostHits } from './use-posts.ts';
import { HIT_DECIDERS } from './watch-roles.ts';

/** Accounts and customers that one post names. */
export function HitsOfPost({ postId }: { postId: number }): JSX.Element {
  const t = usePostTexts();
  const words = useWatchWords();
  return (
    <section>
      <h3>{words('hitsTitle')}</h3>
      <HitList of={{ post: postId }} none={t('hitsNone')} isPostTold={false} />
    </section>
  );
}

/** Posts that name an account or a customer; nothing at all where none do. */
export function PostsNaming({ of }: { of: HitsOf }): JSX.Element | null {
  const t = usePostTexts();
  const hits = usePostHits(of);
  if (!hits.isError && (hits.data?.pages[0].items.length ?? 0) === 0) return null;
  return (
    <section>
      <h2>{t('namedTitle')}</h2>
      <HitList of={of} none="" isPostTold />
    </section>
  );
}

function HitList({
  of,
  none,
  isPostTold,
}: {
  of: HitsOf;
  none: string;
  isPostTold: boolean;
}): JSX.Element {
  const hits = usePostHits(of);
  const [deciding, setDeciding] = useState<PostHit | null>(null);
  const items = hits.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {hits.isPending && <Loading rows={1} />}
      {hits.isError && <Problem error={hits.error} retry={() => hits.refetch()} />}
      {hits.isSuccess && items.length === 0 && <p className="muted">{none}</p>}
      {items.length > 0 && (
        <ul className="hits post-hits">
          {items.map((hit) => (
            <HitItem key={hit.hitId} hit={hit} isPostTold={isPostTold} onDecide={setDeciding} />
          ))}
        </ul>
      )}
      <MoreButton query={hits} />
      {deciding !== null && <HitDialog hit={deciding} onDone={() => setDeciding(null)} />}
    </>
  );
}

function HitItem({
  hit,
  isPostTold,
  onDecide,
}: {
  hit: PostHit;
  isPostTold: boolean;
  onDecide: (hit: PostHit) => void;
}): JSX.Element {
  const t = usePostTexts();
  const words = useWatchWords();
  const format = useFormat();
  const me = useMe();
  const { state, via, shown, counts, reason, decidedBy, decidedAt } = hit;
  const mayDecide = hasRole(me, HIT_DECIDERS) && hit.institutionId === me.institution.institutionId;
  return (
    <li data-post-hit={hit.hitId}>
      <div className="hit-head">
        <span className={`state-tag hit-${state}`}>{words(`hit.${state}`)}</span>
        <Whom hit={hit} />
        <span className="muted">{t('via', { kind: words(`contact.${via}`), shown })}</span>
        <span className={counts ? 'due' : 'muted'}>{t(counts ? 'counts' : 'countsNot')}</span>
        {mayDecide && (
          <button
            type="button"
            className={`button${state === 'open' ? ' primary' : ''}`}
            data-act="decide-hit"
            onClick={() => onDecide(hit)}
          >
            {t(state === 'open' ? 'decide' : 'decideAgain')}
          </button>
        )}
      </div>
      {isPostTold && <PostQuote hit={hit} />}
      {decidedBy !== null && decidedAt !== null && (
        <blockquote>
          {reason}
          <footer className="muted">
            {t('decidedBy', { by: decidedBy, when: format.moment(decidedAt) })}
          </footer>
        </blockquote>
      )}
    </li>
  );
}

function Whom({ hit: { account, customerId } }: { hit: PostHit }): JSX.Element | null {
  const t = usePostTexts();
  const me = useMe();
  const customer = customerId === null ? '' : t('customer', { id: customerId });
  return (
    <>
      {account !== null && <AccountLink account={account} />}
      {customerId !== null &&
        (hasRole(me, CUSTOMER_SEERS) ? (
          <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
            {customer}
          </Link>
        ) : (
          <span>{customer}</span>
        ))}
    </>
  );
}

function PostQuote({ hit: { post } }: { hit: PostHit }): JSX.Element {
  const words = useWatchWords();
  const format = useFormat();
  const { postId, campaignId, goneAt } = post;
  return (
    <div className="post-quote">
      <p className="post-quote-head">
        <LabelTag label={post.label} isSaid={post.reviewed} />
        <StanceWord stance={post.stance} />
        <span className="muted">
          <span className="number">{format.moment(post.at)}</span> · {post.sourceName}
          {goneAt !== null && ` · ${words('gone')}`}
        </span>
        <Link
          to="/watch/posts/$postId"
          params={{ postId: String(postId) }}
          search={{ state: 'all' }}
        >
          {words('post', { id: postId })}
        </Link>
        {campaignId !== null && (
          <Link to="/watch/campaigns/$campaignId" params={{ campaignId: String(campaignId) }}>
            {words('campaign', { id: campaignId })}
          </Link>
        )}
      </p>
      <p className="post-quote-text">{post.text}</p>
    </div>
  );
}

const STATES = ['confirmed', 'dismissed'] as const;

/** Says whether the post means this account or customer, and why. */
function HitDialog({ hit, onDone }: { hit: PostHit; onDone: () => void }): JSX.Element {
  const t = usePostTexts();
  const words = useWatchWords();
  const decide = useDecidePostHit();
  const send = (state: (typeof STATES)[number], reason: string): void =>
    decide.mutate(
      { hit, state, reason },
      {
        onSuccess: () => {
          announce(t('hitDecided'));
          onDone();
        },
      },
    );
  return (
    <DecideDialog
      title={t('decideTitle')}
      act={words('save')}
      label={t('decideLabel')}
      choices={STATES.map((value) => ({
        value,
        label: words(`hit.${value}`),
        about: t(`${value}About`),
      }))}
      least={3}
      sending={decide}
      onSend={send}
      onDone={onDone}
    >
      <p>
        {hit.account !== null && <span className="number">{hit.account.name}</span>}{' '}
        <span className="muted">
          {t('via', { kind: words(`contact.${hit.via}`), shown: hit.shown })}
        </span>
      </p>
    </DecideDialog>
  );
}
