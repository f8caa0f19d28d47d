import type { JSX } from 'react';
import { ASKS, POST_LABELS } from '../../../src/domain/post.ts';
import type { PostDetail } from '../api.ts';
import { usePostTexts, useWatchWords } from './texts.ts';
import { STANCE_KEYS } from './triage-choice.ts';
import type { Triage } from './use-triage.ts';

/** What a person says of the post: each choice a button with its key. */
export function Decision({
  post,
  triage,
  isAsking,
  onSave,
}: {
  post: PostDetail;
  triage: Triage;
  /** Digits choose what is asked for. */
  isAsking: boolean;
  onSave: () => void;
}): JSX.Element {
  const t = usePostTexts();
  const words = useWatchWords();
  const choice = triage.choiceFor(post);
  return (
    <section className="decision" aria-label={t('yourWord')}>
      <div className="decision-row labels" role="group" aria-label={words('label')}>
        {POST_LABELS.map((label, i) => (
          <button
            key={label}
            type="button"
            className={`choice label-${label}`}
            aria-pressed={choice.label === label}
            data-label={label}
            onClick={() => triage.label(post, label)}
          >
            <kbd>{i + 1}</kbd>
            {words(`label.${label}`)}
          </button>
        ))}
      </div>
      <div className="decision-row" role="group" aria-label={words('stance')}>
        {STANCE_KEYS.map(([key, stance]) => (
          <button
            key={stance}
            type="button"
            className="choice"
            aria-pressed={choice.stance === stance}
            data-stance={stance}
            onClick={() => triage.stance(post, stance)}
          >
            <kbd>{key}</kbd>
            {words(`stance.${stance}`)}
          </button>
        ))}
      </div>
      <div
        className={`decision-row asks${isAsking ? ' is-asking' : ''}`}
        role="group"
        aria-label={t('askKey')}
      >
        <span className="decision-name">
          <kbd>a</kbd>
          {t('askKey')}
        </span>
        {ASKS.map((ask, i) => (
          <button
            key={ask}
            type="button"
            className="choice small"
            aria-pressed={choice.asks.includes(ask)}
            data-ask={ask}
            onClick={() => triage.ask(post, ask)}
          >
            {isAsking && <kbd>{i + 1}</kbd>}
            {words(`ask.${ask}`)}
          </button>
        ))}
      </div>
      <div className="decision-row decision-end">
        <input
          className="decision-note"
          name="note"
          type="text"
          maxLength={2_000}
          aria-label={t('note')}
          placeholder={t('note')}
          value={choice.note}
          onChange={(event) => triage.note(post, event.target.value)}
        />
        <button type="button" className="button primary" data-act="save" onClick={onSave}>
          {t('saveNext')} <kbd>Enter</kbd>
        </button>
      </div>
    </section>
  );
}
