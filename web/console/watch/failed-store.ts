import { useSyncExternalStore } from 'react';
import type { PostDetail } from '../api.ts';
import type { Choice } from './triage-choice.ts';

/** A save that was refused; what the person had chosen is kept. */
export interface FailedReview {
  readonly post: PostDetail;
  readonly choice: Choice;
  readonly error: unknown;
}

/** Stands outside of any page: a refusal that comes when its reader has gone elsewhere waits for them here. */
let failed: readonly FailedReview[] = [];
const listeners = new Set<() => void>();

function tell(next: readonly FailedReview[]): void {
  failed = next;
  for (const listener of listeners) listener();
}

export const addFailed = (one: FailedReview): void => tell([...failed, one]);

export const dropFailed = (postId: number): void =>
  tell(failed.filter(({ post }) => post.postId !== postId));

function onFailed(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useFailed = (): readonly FailedReview[] =>
  useSyncExternalStore(onFailed, () => failed);
