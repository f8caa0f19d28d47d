import type { JSX } from 'react';
import type { PostDetail } from '../api.ts';
import { ShareMeter, Tags } from '../pieces/marks.tsx';
import { LabelTag, StanceWord } from './post-marks.tsx';
import type { Lit } from './post-text.tsx';
import { isAlarming } from './reason-tone.ts';
import { usePostTexts, useWatchWords } from './texts.ts';

/** What the words look like to the machine, and which of them. */
export function PostMachine({
  post,
  lit,
  onLit,
}: {
  post: PostDetail;
  lit: Lit | null;
  onLit: (lit: Lit | null) => void;
}): JSX.Element {
  const t = usePostTexts();
  const words = useWatchWords();
  const { read, asks, techniques } = post;
  return (
    <section>
      <h3>{t('machine')}</h3>
      <p className="machine-head">
        <LabelTag label={read.label} isSaid={false} />
        <StanceWord stance={read.stance} />
        <ShareMeter share={read.score} />
      </p>
      <p className="muted small">{t('machineAbout')}</p>
      {read.reasons.length === 0 ? (
        <p className="muted">{t('reasonsNone')}</p>
      ) : (
        <ul className="read-reasons">
          {read.reasons.map(({ rule, title, weight, spans }, i) => (
            <li key={rule}>
              <button
                type="button"
                className={`read-reason${isAlarming(weight, read.label) ? '' : ' is-calm'}`}
                aria-pressed={lit !== null && 'reason' in lit && lit.reason === i}
                disabled={spans.length === 0}
                onClick={() =>
                  onLit(lit !== null && 'reason' in lit && lit.reason === i ? null : { reason: i })
                }
              >
                <span className="number" aria-hidden="true">
                  {isAlarming(weight, read.label) ? '+' : '−'}
                </span>
                <span className="unseen">
                  {t(isAlarming(weight, read.label) ? 'alarming' : 'reassuring')}:{' '}
                </span>
                {title}
              </button>
            </li>
          ))}
        </ul>
      )}
      {(asks.length > 0 || techniques.length > 0) && (
        <dl className="told">
          {asks.length > 0 && (
            <div>
              <dt>{words('asks')}</dt>
              <dd>
                <Tags words={asks.map((ask) => words(`ask.${ask}`))} />
              </dd>
            </div>
          )}
          {techniques.length > 0 && (
            <div>
              <dt>{t('techniques')}</dt>
              <dd>
                <Tags words={techniques.map((one) => words(`technique.${one}`))} />
              </dd>
            </div>
          )}
        </dl>
      )}
      <p className="muted small">{t('edition', { edition: read.reader })}</p>
    </section>
  );
}
