import type { JSX } from 'react';
import type { PostLabel, Stance } from '../../../src/domain/post.ts';
import { useWatchWords } from './texts.ts';

/** What a post is: a shape and a word; a guess is drawn hollow until a person has said so. */
export function LabelTag({ label, isSaid }: { label: PostLabel; isSaid: boolean }): JSX.Element {
  const t = useWatchWords();
  return (
    <span className={`state-tag label-${label}${isSaid ? ' is-said' : ''}`}>
      {t(`label.${label}`)}
    </span>
  );
}

export function StanceWord({ stance }: { stance: Stance }): JSX.Element {
  const t = useWatchWords();
  return <span className={`stance stance-${stance}`}>{t(`stance.${stance}`)}</span>;
}
