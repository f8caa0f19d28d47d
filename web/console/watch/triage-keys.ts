import { useState } from 'react';
import { ASKS, POST_LABELS } from '../../../src/domain/post.ts';
import type { PostDetail } from '../api.ts';
import { type KeyActs, useKeys } from '../pieces/use-keys.ts';
import { STANCE_KEYS } from './triage-choice.ts';
import type { Triage } from './use-triage.ts';

interface TriageKeys {
  readonly post: PostDetail | undefined;
  readonly mayReview: boolean;
  readonly triage: Triage;
  readonly onMove: (step: number) => void;
  readonly onSave: (post: PostDetail) => void;
  readonly onUndo: () => void;
  readonly onHelp: () => void;
}

/** Digits of the row above the letters, which on a Kazakh keyboard are letters, and of the block beside them. */
const digit = (n: number, act: () => void): KeyActs => ({
  [`Digit${n}`]: act,
  [`Numpad${n}`]: act,
});

/**
 * Everything of triage by single keys. @returns whether digits choose what is asked for just now
 */
export function useTriageKeys(keys: TriageKeys): boolean {
  const { post, mayReview, triage, onMove, onSave, onUndo, onHelp } = keys;
  const [isAsking, setAsking] = useState(false);
  const say = (act: (post: PostDetail) => void) => () => {
    if (post !== undefined && mayReview) act(post);
  };
  const leave = (act: () => void) => () => {
    setAsking(false);
    act();
  };
  const digits: KeyActs = isAsking
    ? Object.assign(
        {},
        ...ASKS.map((ask, i) =>
          digit(
            i + 1,
            say((one) => triage.ask(one, ask)),
          ),
        ),
      )
    : Object.assign(
        {},
        ...POST_LABELS.map((label, i) =>
          digit(
            i + 1,
            say((one) => triage.label(one, label)),
          ),
        ),
      );
  const stances: KeyActs = Object.fromEntries(
    STANCE_KEYS.map(([key, stance]) => [
      `Key${key.toUpperCase()}`,
      say((one) => triage.stance(one, stance)),
    ]),
  );
  useKeys({
    ...digits,
    ...stances,
    KeyJ: leave(() => onMove(1)),
    KeyK: leave(() => onMove(-1)),
    KeyA: say(() => setAsking(!isAsking)),
    Enter: leave(say(onSave)),
    KeyU: leave(onUndo),
    '?': onHelp,
  });
  return isAsking;
}
