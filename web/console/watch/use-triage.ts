import { useCallback, useRef, useState } from 'react';
import type { Ask, PostLabel, Stance } from '../../../src/domain/post.ts';
import type { PostDetail } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { dropFailed, type FailedReview, useFailed } from './failed-store.ts';
import { usePostTexts, useWatchWords } from './texts.ts';
import { type Choice, choiceOf, withAsk } from './triage-choice.ts';
import { useReview } from './use-posts.ts';

export interface Triage {
  readonly choiceFor: (post: PostDetail) => Choice;
  readonly label: (post: PostDetail, label: PostLabel) => void;
  readonly stance: (post: PostDetail, stance: Stance) => void;
  readonly ask: (post: PostDetail, ask: Ask) => void;
  readonly note: (post: PostDetail, note: string) => void;
  /** False where nobody has said yet what it is. */
  readonly save: (post: PostDetail) => boolean;
  /** The post that was saved last, taken back to be said anew; null where there is none. */
  readonly undo: () => number | null;
  readonly failed: readonly FailedReview[];
  /** Forgets a save that was refused. */
  readonly drop: (failed: FailedReview) => void;
  /** The same, with what was chosen put back. */
  readonly reopen: (failed: FailedReview) => void;
}

/** Saved posts one can go back to. */
const UNDO_MOST = 50;

/** What a person chooses of posts, kept while they go to and fro, and saved behind their back while they read the next. */
export function useTriage(): Triage {
  const t = usePostTexts();
  const words = useWatchWords();
  const review = useReview();
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map());
  const failed = useFailed();
  const saved = useRef<number[]>([]);
  const choiceFor = (post: PostDetail): Choice => choices.get(post.postId) ?? choiceOf(post);
  const change = (post: PostDetail, part: Partial<Choice>): void =>
    setChoices((known) =>
      new Map(known).set(post.postId, { ...(known.get(post.postId) ?? choiceOf(post)), ...part }),
    );
  const forget = useCallback(
    (postId: number) => setChoices((known) => new Map([...known].filter(([id]) => id !== postId))),
    [],
  );
  const { mutate } = review;
  const save = (post: PostDetail): boolean => {
    const choice = choiceFor(post);
    if (choice.label === null) {
      announce(t('chooseLabel'));
      return false;
    }
    const { postId } = post;
    saved.current = [...saved.current.filter((id) => id !== postId), postId].slice(-UNDO_MOST);
    dropFailed(postId);
    mutate({ post, choice });
    forget(postId);
    announce(t('savedNow', { id: postId, label: words(`label.${choice.label}`) }));
    return true;
  };
  return {
    choiceFor,
    label: (post, label) => change(post, { label }),
    stance: (post, stance) => change(post, { stance }),
    ask: (post, ask) => change(post, { asks: withAsk(choiceFor(post), ask).asks }),
    note: (post, note) => change(post, { note }),
    save,
    undo: () => {
      const postId = saved.current.at(-1) ?? null;
      saved.current = saved.current.slice(0, -1);
      announce(postId === null ? t('undoNone') : t('undone', { id: postId }));
      return postId;
    },
    failed,
    drop: ({ post }) => dropFailed(post.postId),
    reopen: ({ post, choice }) => {
      dropFailed(post.postId);
      change(post, choice);
    },
  };
}
