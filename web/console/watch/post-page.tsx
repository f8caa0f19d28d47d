import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type JSX, useEffect, useMemo, useState } from 'react';
import type { PostDetail } from '../api.ts';
import { CasesOf } from '../cases/cases-of.tsx';
import { useFormat } from '../format.ts';
import { Announcements, announce } from '../pieces/announce.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Icon } from '../pieces/icon.tsx';
import { KeysButton } from '../pieces/keys-button.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { FailedReviews } from './failed-reviews.tsx';
import { rememberPost } from './opened-post.ts';
import { PostSheet } from './post-pane.tsx';
import { usePostTexts, useWatchWords } from './texts.ts';
import { TriageHelp } from './triage-help.tsx';
import { useTriageKeys } from './triage-keys.ts';
import { useComing, usePost, usePosts } from './use-posts.ts';
import { type Triage, useTriage } from './use-triage.ts';
import { POST_REVIEWERS } from './watch-roles.ts';

const AHEAD = 2;

/** One post as a page: what a telephone shows, and what a link leads to. */
export function PostPage(): JSX.Element {
  const { postId } = useParams({ from: '/watch/posts/$postId' });
  const triage = useTriage();
  return (
    <main id="content" className="post-page">
      <PostOf key={postId} postId={Number(postId)} triage={triage} />
      <Announcements />
    </main>
  );
}

function PostOf({ postId, triage }: { postId: number; triage: Triage }): JSX.Element {
  const t = usePostTexts();
  const words = useWatchWords();
  const format = useFormat();
  const me = useMe();
  const navigate = useNavigate();
  const filter = useSearch({ from: '/watch/posts/$postId' });
  const posts = usePosts(filter);
  const comeAhead = useComing();
  const [help, setHelp] = useState(false);
  const items = useMemo(() => posts.data?.pages.flatMap((page) => page.items) ?? [], [posts.data]);
  const place = items.findIndex((item) => item.postId === postId);
  const post = usePost(postId).data;
  useEffect(() => {
    rememberPost(postId);
    comeAhead(items.slice(place + 1, place + 1 + AHEAD).map((item) => item.postId));
  }, [comeAhead, items, place, postId]);
  const go = (next: number): void =>
    void navigate({
      to: '/watch/posts/$postId',
      params: { postId: String(next) },
      search: filter,
      replace: true,
    });
  const goTo = (index: number): void => {
    const next = items[index];
    if (next !== undefined && index >= 0) go(next.postId);
  };
  const save = (one: PostDetail): void => {
    if (!triage.save(one)) return;
    if (place + 1 < items.length) goTo(place + 1);
    else if (!posts.hasNextPage) announce(t('queueEnd'));
  };
  const isAsking = useTriageKeys({
    post,
    mayReview: hasRole(me, POST_REVIEWERS),
    triage,
    onMove: (step) => goTo(place + step),
    onSave: save,
    onUndo: () => {
      const undone = triage.undo();
      if (undone !== null) go(undone);
    },
    onHelp: () => setHelp(true),
  });
  const where = { n: format.number(place + 1), all: format.number(items.length) };
  return (
    <>
      <nav className="trail">
        <Link className="back" to="/watch" search={filter}>
          <Icon name="back" />
          {t('toQueue')}
        </Link>
        {place >= 0 && (
          <span className="trail-side">
            <button
              type="button"
              className="number-link"
              disabled={place === 0}
              onClick={() => goTo(place - 1)}
            >
              {t('previous')}
            </button>
            <span className="muted">
              {t(posts.hasNextPage ? 'positionMore' : 'position', where)}
            </span>
            <button
              type="button"
              className="number-link"
              disabled={place + 1 >= items.length}
              onClick={() => goTo(place + 1)}
            >
              {t('next')}
            </button>
          </span>
        )}
      </nav>
      <Heading title={words('post', { id: postId })}>
        <KeysButton onOpen={() => setHelp(true)} />
      </Heading>
      <CasesOf
        origin={{ kind: 'post', ref: String(postId), title: words('post', { id: postId }) }}
      />
      <FailedReviews triage={triage} onOpen={go} />
      <PostSheet postId={postId} triage={triage} isAsking={isAsking} onSave={save} />
      {help && <TriageHelp onDone={() => setHelp(false)} />}
    </>
  );
}
