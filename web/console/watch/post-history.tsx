import type { JSX } from 'react';
import type { PostDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { Tags } from '../pieces/marks.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { LabelTag, StanceWord } from './post-marks.tsx';
import { usePostTexts, useWatchWords } from './texts.ts';
import { useReviews } from './use-posts.ts';

/** What people said of the post, and what the machine had said then. */
export function PostHistory({ post }: { post: PostDetail }): JSX.Element {
  const t = usePostTexts();
  const words = useWatchWords();
  const format = useFormat();
  const reviews = useReviews(post.postId, post.version);
  const items = reviews.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section>
      <h3>{t('history')}</h3>
      {reviews.isPending && <Loading rows={1} />}
      {reviews.isError && <Problem error={reviews.error} retry={() => reviews.refetch()} />}
      {reviews.isSuccess && items.length === 0 && <p className="muted">{t('historyNone')}</p>}
      {items.length > 0 && (
        <ol className="events">
          {items.map(({ reviewId, at, by, label, stance, asks, note, read, sameText }) => (
            <li key={reviewId}>
              <span className="number">{format.moment(at)}</span>
              <div>
                <span className="machine-head">
                  <b>{by}</b>
                  <LabelTag label={label} isSaid />
                  <StanceWord stance={stance} />
                  <Tags words={asks.map((ask) => words(`ask.${ask}`))} />
                </span>
                {note !== null && <blockquote>{note}</blockquote>}
                <span className="muted">
                  {t('machineThen', {
                    label: words(`label.${read.label}`),
                    score: format.share(read.score),
                  })}
                  {!sameText && ` · ${t('textChanged')}`}
                </span>
              </div>
            </li>
          ))}
        </ol>
      )}
      <MoreButton query={reviews} />
    </section>
  );
}
