import { type JSX, useState } from 'react';
import { isUnlawful } from '../../../src/domain/post.ts';
import type { PostDetail } from '../api.ts';
import { hasRole, useMe } from '../session/me.ts';
import { DraftDialog } from './draft-dialog.tsx';
import { TakedownLine } from './takedown-marks.tsx';
import { usePostTexts, useWatchWords } from './texts.ts';
import { useTakedowns } from './use-takedowns.ts';
import { TAKEDOWN_DRAFTERS } from './watch-roles.ts';

/** Requests that there are for a post, and a new one for who may draft it. */
export function TakedownsOfPost({ post }: { post: PostDetail }): JSX.Element {
  const t = usePostTexts();
  const words = useWatchWords();
  const me = useMe();
  const [isDrafting, setDrafting] = useState(false);
  const takedowns = useTakedowns({ post: post.postId });
  const items = takedowns.data?.pages.flatMap((page) => page.items) ?? [];
  const mayDraft = hasRole(me, TAKEDOWN_DRAFTERS);
  const isReady = post.said !== null && isUnlawful(post.said.label) && post.said.stance === 'offer';
  return (
    <section>
      <h3>{words('takedowns')}</h3>
      {items.map((takedown) => (
        <TakedownLine key={takedown.takedownId} takedown={takedown} />
      ))}
      {mayDraft && isReady && (
        <button type="button" className="button" data-act="draft" onClick={() => setDrafting(true)}>
          {t('askRemoval')}
        </button>
      )}
      {!isReady && <p className="muted small">{t('removalFirst')}</p>}
      {isDrafting && <DraftDialog post={post} onDone={() => setDrafting(false)} />}
    </section>
  );
}
