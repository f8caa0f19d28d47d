import { useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { type JSX, type Ref, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Post, PostDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { Announcements, announce } from '../pieces/announce.tsx';
import { Heading } from '../pieces/heading.tsx';
import { KeysButton } from '../pieces/keys-button.tsx';
import { useNarrow, useRoomy } from '../pieces/media.ts';
import { Problem } from '../pieces/problem.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { useFetchMore } from '../pieces/use-fetch-more.ts';
import { useKeys } from '../pieces/use-keys.ts';
import { type RowsHandle, WindowedRows } from '../pieces/windowed-rows.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { FailedReviews } from './failed-reviews.tsx';
import { openedPost, rememberPost } from './opened-post.ts';
import type { PostFilter } from './post-filter.ts';
import { PostFilters } from './post-filters.tsx';
import { PostPane } from './post-pane.tsx';
import { POST_COLUMNS, PostHead, PostRow } from './post-row.tsx';
import { usePostTexts, useWatchWords } from './texts.ts';
import { TriageHelp } from './triage-help.tsx';
import { useTriageKeys } from './triage-keys.ts';
import { type PostsQuery, useComing, usePost, usePosts } from './use-posts.ts';
import { useTriage } from './use-triage.ts';
import { POST_READERS, POST_REVIEWERS } from './watch-roles.ts';
import { WatchTabs } from './watch-tabs.tsx';

/** CSS pixels: beside an open post, in a whole line, as a card. */
const ROW_BESIDE = 112;
const ROW_LINE = 74;
const ROW_CARD = 138;
/** Posts that are asked for before they are wanted. */
const AHEAD = 2;

export function QueuePage(): JSX.Element {
  const me = useMe();
  // Whoever keeps sources alone has no business with posts.
  if (!hasRole(me, POST_READERS)) return <Navigate to="/watch/sources" replace />;
  return <Queue />;
}

/** Posts as they want to be looked at: a list, and beside it the one that is open. */
function Queue(): JSX.Element {
  const t = usePostTexts();
  const words = useWatchWords();
  const filter = useSearch({ from: '/watch' });
  const queries = useQueryClient();
  const posts = usePosts(filter);
  const isRoomy = useRoomy();
  const [help, setHelp] = useState(false);
  const items = useMemo(() => posts.data?.pages.flatMap((page) => page.items) ?? [], [posts.data]);
  const isFiltered = Object.keys(filter).length > 0;
  const refresh = (): void => void queries.resetQueries({ queryKey: ['posts', 'list', filter] });
  const List = isRoomy ? SplitList : PlainList;
  return (
    <main id="content" className="alerts-page watch-page">
      <WatchTabs here="queue" />
      <Heading title={t('queueTitle')}>
        <button type="button" className="button quiet" data-act="refresh" onClick={refresh}>
          {t('refresh')}
        </button>
        <KeysButton onOpen={() => setHelp(true)} />
      </Heading>
      <PostFilters filter={filter} />
      {posts.isPending && <Loading rows={8} />}
      {posts.isError && <Problem error={posts.error} retry={refresh} />}
      {posts.isSuccess && items.length === 0 && (
        <Empty title={isFiltered ? words('nothingFits') : t('emptyTitle')}>
          {!isFiltered && <p>{t('emptyAbout')}</p>}
          {!isFiltered && <Link to="/watch/sources">{t('emptySources')}</Link>}
        </Empty>
      )}
      {items.length > 0 && (
        <List items={items} posts={posts} filter={filter} onHelp={() => setHelp(true)} />
      )}
      {help && <TriageHelp onDone={() => setHelp(false)} />}
      <Announcements />
    </main>
  );
}

interface ListProps {
  readonly items: readonly Post[];
  readonly posts: PostsQuery;
  readonly filter: PostFilter;
  readonly onHelp: () => void;
}

function SplitList({ items, posts, filter, onHelp }: ListProps): JSX.Element {
  const t = usePostTexts();
  const format = useFormat();
  const me = useMe();
  const triage = useTriage();
  const comeAhead = useComing();
  const rows = useRef<RowsHandle>(null);
  const [current, setCurrent] = useState<number>(() => openedPost() ?? items[0].postId);
  const place = items.findIndex(({ postId }) => postId === current);
  const go = useCallback((postId: number) => {
    rememberPost(postId);
    setCurrent(postId);
  }, []);
  useEffect(() => {
    comeAhead(items.slice(place + 1, place + 1 + AHEAD).map(({ postId }) => postId));
  }, [comeAhead, items, place]);
  const post = usePost(current).data;
  const goTo = (index: number): void => {
    const next = items[index];
    if (next === undefined) return;
    go(next.postId);
    rows.current?.focus(index);
  };
  const save = (one: PostDetail): void => {
    if (!triage.save(one)) return;
    if (place + 1 < items.length) goTo(place + 1);
    else if (!posts.hasNextPage) announce(t('queueEnd'));
  };
  const undo = (): void => {
    const postId = triage.undo();
    if (postId === null) return;
    go(postId);
    const index = items.findIndex((item) => item.postId === postId);
    if (index >= 0) rows.current?.focus(index);
  };
  const isAsking = useTriageKeys({
    post,
    mayReview: hasRole(me, POST_REVIEWERS),
    triage,
    onMove: (step) => goTo(Math.min(items.length - 1, Math.max(0, place + step))),
    onSave: save,
    onUndo: undo,
    onHelp,
  });
  const where = { n: format.number(place + 1), all: format.number(items.length) };
  return (
    <>
      <FailedReviews triage={triage} onOpen={go} />
      <div className="split">
        <div className="split-list">
          <PostList
            ref={rows}
            items={items}
            posts={posts}
            filter={filter}
            rowHeight={ROW_BESIDE}
            current={current}
            onOpen={({ postId }) => go(postId)}
          />
        </div>
        <section className="post-pane" aria-label={t('text')} data-open={current}>
          <p className="post-pane-head">
            <PostTitle postId={current} />
            <span className="muted">
              {place >= 0 && t(posts.hasNextPage ? 'positionMore' : 'position', where)}
            </span>
          </p>
          <PostPane
            key={current}
            postId={current}
            triage={triage}
            isAsking={isAsking}
            onSave={save}
          />
        </section>
      </div>
    </>
  );
}

function PostTitle({ postId }: { postId: number }): JSX.Element {
  const words = useWatchWords();
  return (
    <Link to="/watch/posts/$postId" params={{ postId: String(postId) }} search={{ state: 'all' }}>
      {words('post', { id: postId })}
    </Link>
  );
}

/** Where there is no room for two, a post has a page of its own. */
function PlainList({ items, posts, filter, onHelp }: ListProps): JSX.Element {
  const isNarrow = useNarrow();
  const rows = useRef<RowsHandle>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as the page opens
  useEffect(() => {
    const index = items.findIndex(({ postId }) => postId === openedPost());
    if (index >= 0) rows.current?.focus(index);
  }, []);
  const move = (step: number): void => {
    const here = rows.current?.focused();
    rows.current?.focus(here === null || here === undefined ? 0 : here + step);
  };
  useKeys({ KeyJ: () => move(1), KeyK: () => move(-1), '?': onHelp });
  return (
    <PostList
      ref={rows}
      items={items}
      posts={posts}
      filter={filter}
      rowHeight={isNarrow ? ROW_CARD : ROW_LINE}
      current={null}
      onOpen={undefined}
    />
  );
}

function PostList({
  ref,
  items,
  posts,
  filter,
  rowHeight,
  current,
  onOpen,
}: {
  ref: Ref<RowsHandle>;
  items: readonly Post[];
  posts: PostsQuery;
  filter: PostFilter;
  rowHeight: number;
  current: number | null;
  onOpen: ((post: Post) => void) | undefined;
}): JSX.Element {
  const t = usePostTexts();
  const words = useWatchWords();
  const format = useFormat();
  const fetchMore = useFetchMore(posts);
  const { hasNextPage, isFetchingNextPage } = posts;
  return (
    <>
      <p className="shown">
        {words(hasNextPage ? 'shown' : 'shownAll', { n: format.number(items.length) })}
      </p>
      <WindowedRows
        ref={ref}
        label={t('queueTitle')}
        items={items}
        keyOf={({ postId }) => postId}
        rowHeight={rowHeight}
        isWhole={!hasNextPage}
        onNearEnd={fetchMore}
        head={<PostHead />}
        columns={POST_COLUMNS}
        draw={(post) => (
          <PostRow
            post={post}
            filter={filter}
            isOpen={post.postId === current}
            now={Date.now()}
            onOpen={onOpen}
          />
        )}
      />
      {isFetchingNextPage && <Loading rows={2} />}
    </>
  );
}
