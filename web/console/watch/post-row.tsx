import { Link } from '@tanstack/react-router';
import { type JSX, type MouseEvent, memo } from 'react';
import type { Post } from '../api.ts';
import { shortMoment, useFormat } from '../format.ts';
import { ShareMeter } from '../pieces/marks.tsx';
import type { PostFilter } from './post-filter.ts';
import { LabelTag, StanceWord } from './post-marks.tsx';
import { usePostTexts, useWatchWords } from './texts.ts';

export const POST_COLUMNS = 4;

/** Names of the columns, for who listens. */
export function PostHead(): JSX.Element {
  const t = usePostTexts();
  const words = useWatchWords();
  const names = [t('likely'), words('label'), t('text'), words('source')];
  return (
    <div className="unseen" role="rowgroup">
      <div role="row" aria-rowindex={1}>
        {names.map((name) => (
          <span key={name} role="columnheader">
            {name}
          </span>
        ))}
      </div>
    </div>
  );
}

/** One post of the queue: how likely, what it is, its first words. */
export const PostRow = memo(function PostRow({
  post,
  filter,
  isOpen,
  now,
  onOpen,
}: {
  post: Post;
  filter: PostFilter;
  isOpen: boolean;
  now: number;
  /** Opens it beside the list; a telephone has no room for that and goes to its page. */
  onOpen: ((post: Post) => void) | undefined;
}): JSX.Element {
  const t = usePostTexts();
  const words = useWatchWords();
  const format = useFormat();
  const { postId, said, hits, contacts, goneAt, edits, hasMedia, repostOf } = post;
  const open = (event: MouseEvent): void => {
    if (onOpen === undefined || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(post);
  };
  const notes = [
    goneAt !== null && words('gone'),
    edits > 0 && t('editedTimes', { n: edits }),
    repostOf !== null && t('repost', { id: repostOf }),
    hasMedia && t('media'),
    contacts > 0 && `${words('contacts')}: ${contacts}`,
  ].filter(Boolean);
  return (
    <div className={`post-row${isOpen ? ' is-open' : ''}${said === null ? '' : ' is-done'}`}>
      <span role="cell" className="score">
        <span className="unseen">{t('likely')} </span>
        <ShareMeter share={post.score} />
      </span>
      <span role="cell" className="label">
        <LabelTag label={post.label} isSaid={said !== null} />
        <StanceWord stance={post.stance} />
      </span>
      <span role="cell" className="words">
        <Link
          className="row-link"
          to="/watch/posts/$postId"
          params={{ postId: String(postId) }}
          search={filter}
          data-row-focus
          data-post={postId}
          aria-current={isOpen ? 'true' : undefined}
          onClick={open}
        >
          {post.text}
        </Link>
      </span>
      <span role="cell" className="from muted">
        <span className="number">{shortMoment(format, post.at, now)}</span>
        <span className="name">{post.source.name}</span>
        {hits > 0 && (
          <b className="due">
            {words('hitsTitle')}: {hits}
          </b>
        )}
        <span className="notes">{notes.join(' · ')}</span>
      </span>
    </div>
  );
});
