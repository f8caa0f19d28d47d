import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { Rating, RiskParameters } from '../api.ts';
import { useFormat } from '../format.ts';
import { LIST_TEXTS, useListTexts } from '../lists/texts.ts';
import { factorAnchor, StepWords, useLimitWord } from '../risk/factor-list.tsx';
import { SourceMark, SourceNote } from '../risk/source-note.tsx';
import { useRiskTexts } from '../risk/texts.ts';
import { CUSTOMER_TEXTS, useCustomerTexts } from './texts.ts';

type RiskReason = Rating['reasons'][number];

/** Why the customer is rated so: every reason opens to its figures, its parameter and its source. */
export function CustomerRating({
  rating,
  parameters,
}: {
  rating: Rating | null;
  parameters: RiskParameters | undefined;
}): JSX.Element {
  const t = useCustomerTexts();
  const format = useFormat();
  return (
    <section>
      <h2>{t('rating')}</h2>
      {rating === null && <p className="muted">{t('ratingNone')}</p>}
      {rating !== null && (
        <>
          {rating.reasons.length === 0 ? (
            <p className="muted">{t('reasonsNone')}</p>
          ) : (
            <ol className="reasons">
              {rating.reasons.map((reason) => (
                <ReasonItem key={reason.factor} reason={reason} parameters={parameters} />
              ))}
            </ol>
          )}
          <p className="muted small">
            {parameters !== undefined && t('addUp', { n: parameters.levels.circumstancesMost })}
            <br />
            {t('ratedBy', { when: format.moment(rating.ratedAt), version: rating.parameters })}
            {parameters !== undefined && parameters.version !== rating.parameters && (
              <>
                <br />
                {t('otherParameters', { version: parameters.version })}
              </>
            )}
          </p>
        </>
      )}
    </section>
  );
}

function ReasonItem({
  reason,
  parameters,
}: {
  reason: RiskReason;
  parameters: RiskParameters | undefined;
}): JSX.Element {
  const t = useCustomerTexts();
  const tr = useRiskTexts();
  const factor = parameters?.factors.find((one) => one.factor === reason.factor);
  return (
    <li>
      <span className="reason-points">+{reason.points}</span>
      <div>
        <b>{reason.text}</b>{' '}
        <span className="tags">
          {reason.source !== null && <SourceMark source={reason.source} />}
          {factor !== undefined && <span className="muted">{tr(factor.weighs)}</span>}
        </span>
        <details className="provision">
          <summary>{t('opensTo')}</summary>
          <h4>{t('figures')}</h4>
          <FactList facts={reason.facts} />
          <h4>{t('parameter')}</h4>
          {factor !== undefined && <Parameter factor={factor} points={reason.points} />}
          <p>
            <Link to="/risk" hash={factorAnchor(reason.factor)}>
              {t('toParameter')}
            </Link>
          </p>
          <h4>{tr('source')}</h4>
          {reason.source !== null && <SourceNote source={reason.source} />}
        </details>
      </div>
    </li>
  );
}

function Parameter({
  factor: { steps, limits },
  points,
}: {
  factor: RiskParameters['factors'][number];
  points: number;
}): JSX.Element {
  const format = useFormat();
  const limitWord = useLimitWord();
  return (
    <>
      <p>
        <StepWords steps={steps} reached={points} />
      </p>
      {Object.keys(limits).length > 0 && (
        <dl className="told">
          {Object.entries(limits).map(([name, value]) => (
            <div key={name}>
              <dt>{limitWord(name)}</dt>
              <dd className="number">{format.number(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** Figures that a reason counted, each by its name. */
function FactList({ facts }: { facts: RiskReason['facts'] }): JSX.Element {
  const t = useCustomerTexts();
  const tell = useFact();
  const entries = Object.entries(facts);
  if (entries.length === 0) return <p className="muted">{t('figuresNone')}</p>;
  return (
    <dl className="told">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>
            {inTexts(`fact.${name}`) ? t(`fact.${name}` as keyof typeof CUSTOMER_TEXTS) : name}
          </dt>
          <dd className="number">{tell(name, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

const inTexts = (key: string): key is keyof typeof CUSTOMER_TEXTS => key in CUSTOMER_TEXTS;

/** The end of a name says what the number is, as everywhere. */
function useFact(): (name: string, value: number | string) => string {
  const t = useCustomerTexts();
  const tl = useListTexts();
  const format = useFormat();
  return (name, value) => {
    if (typeof value === 'string') {
      const list = `kind.${value}`;
      if (list in LIST_TEXTS) return tl(list as keyof typeof LIST_TEXTS);
      const word = `word.${value}`;
      return inTexts(word) ? t(word) : value;
    }
    if (name.endsWith('Minor')) return format.money(value);
    if (name.endsWith('At')) return format.date(value);
    return format.number(value);
  };
}
