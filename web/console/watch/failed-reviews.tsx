import type { JSX } from 'react';
import { Problem } from '../pieces/problem.tsx';
import type { FailedReview } from './failed-store.ts';
import { usePostTexts } from './texts.ts';
import type { Triage } from './use-triage.ts';

/** Saves that were refused while their reader had gone on: each with why, and the way back. */
export function FailedReviews({
  triage,
  onOpen,
}: {
  triage: Triage;
  onOpen: (postId: number) => void;
}): JSX.Element | null {
  const t = usePostTexts();
  if (triage.failed.length === 0) return null;
  const open = (failed: FailedReview): void => {
    triage.reopen(failed);
    onOpen(failed.post.postId);
  };
  return (
    <div className="failed-reviews">
      {triage.failed.map((failed) => (
        <div key={failed.post.postId} data-failed={failed.post.postId}>
          <h2>{t('failedTitle', { id: failed.post.postId })}</h2>
          <Problem error={failed.error} />
          <p className="act-buttons">
            <button type="button" className="button primary" onClick={() => open(failed)}>
              {t('failedOpen')}
            </button>
            <button type="button" className="button" onClick={() => triage.drop(failed)}>
              {t('failedDrop')}
            </button>
          </p>
        </div>
      ))}
    </div>
  );
}
