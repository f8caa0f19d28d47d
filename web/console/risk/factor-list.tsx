import { useLocation } from '@tanstack/react-router';
import { type JSX, useEffect } from 'react';
import type { RiskParameters } from '../api.ts';
import { useFormat } from '../format.ts';
import { FigureField, type RiskEdit } from './figure-field.tsx';
import { limitPlace, stepPlace } from './risk-draft.ts';
import { SourceMark, SourceNote } from './source-note.tsx';
import { RISK_TEXTS, useRiskTexts } from './texts.ts';

type Factor = RiskParameters['factors'][number];

const VALUE_MOST = 1_000_000;
const LIMIT_MOST = 1e12;

/** Facts of one customer stand in the words of a factor; without a customer there are none. */
const plainWords = (text: string): string => text.replace(/\{\w+\}/g, '…');

/** Where a factor stands on the page. */
export const factorAnchor = (factor: string): string => `factor-${factor}`;

/** Every factor with its points, thresholds, measures and source. */
export function FactorList({
  parameters,
  edit,
}: {
  parameters: RiskParameters;
  edit: RiskEdit | null;
}): JSX.Element {
  const t = useRiskTexts();
  useFactorOfAddress();
  const most = parameters.levels.circumstancesMost;
  return (
    <>
      {(['sign', 'circumstance'] as const).map((weighs) => (
        <section key={weighs}>
          <h2>{t(`${weighs}s`)}</h2>
          <p className="muted">{t(`${weighs}sAbout`, { n: most })}</p>
          <ul className="factors">
            {parameters.factors
              .filter((one) => one.weighs === weighs)
              .map((one) => (
                <FactorItem key={one.factor} factor={one} parameters={parameters} edit={edit} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Brings the factor that the address names into sight. */
function useFactorOfAddress(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const item = hash === '' ? null : document.getElementById(hash);
    item?.scrollIntoView({ block: 'center' });
    item?.focus({ preventScroll: true });
  }, [hash]);
}

function FactorItem({
  factor,
  parameters,
  edit,
}: {
  factor: Factor;
  parameters: RiskParameters;
  edit: RiskEdit | null;
}): JSX.Element {
  const t = useRiskTexts();
  return (
    <li id={factorAnchor(factor.factor)} tabIndex={-1}>
      <div className="factor-words">
        <b>{plainWords(factor.text)}</b>
        <details className="provision">
          <summary>
            {t('source')} <SourceMark source={factor.source} />
            {factor.dueDiligence !== null && (
              <span className="tag">
                {t('dueDiligence')}: {t(`dueDiligence.${factor.dueDiligence}`)}
              </span>
            )}
            {factor.changed && <span className="tag is-changed">{t('changed')}</span>}
          </summary>
          <SourceNote source={factor.source} />
          <FactorMeasures factor={factor} parameters={parameters} />
        </details>
      </div>
      <Steps factor={factor} edit={edit} />
      <Limits factor={factor} edit={edit} />
    </li>
  );
}

function Steps({
  factor: { factor, steps },
  edit,
}: {
  factor: Factor;
  edit: RiskEdit | null;
}): JSX.Element {
  const t = useRiskTexts();
  const isPlain = isOneStep(steps);
  if (edit === null)
    return (
      <p className="steps">
        <StepWords steps={steps} />
      </p>
    );
  return (
    <div className="steps">
      {steps.map(({ from, points }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
        <span className="step" key={i}>
          {!isPlain && (
            <>
              <FigureField
                edit={edit}
                place={stepPlace(factor, i, 'from')}
                label={t('stepOf', { n: i + 1 })}
                value={from}
                max={VALUE_MOST}
              />
              <span aria-hidden="true">→</span>
            </>
          )}
          <span aria-hidden="true">+</span>
          <FigureField
            edit={edit}
            place={stepPlace(factor, i, 'points')}
            label={isPlain ? t('pointsPlain') : t('pointsOf', { n: i + 1 })}
            value={points}
          />
        </span>
      ))}
    </div>
  );
}

/** A factor that is there or not: it counts nothing. */
const isOneStep = (steps: Factor['steps']): boolean => steps.length === 1 && steps[0].from <= 1;

/** From which value how many points; the step that a rating reached stands out. */
export function StepWords({
  steps,
  reached,
}: {
  steps: Factor['steps'];
  reached?: number;
}): JSX.Element {
  const t = useRiskTexts();
  const format = useFormat();
  if (isOneStep(steps)) return <b>+{steps[0].points}</b>;
  return (
    <span className="step-words">
      {steps.map(({ from, points }) => {
        const words = t('stepFrom', { from: format.number(from), points: `+${points}` });
        return points === reached ? <b key={from}>{words}</b> : <span key={from}>{words}</span>;
      })}
    </span>
  );
}

/** Thresholds that a factor measures with, by the words there are for them. */
function Limits({
  factor: { factor, limits },
  edit,
}: {
  factor: Factor;
  edit: RiskEdit | null;
}): JSX.Element | null {
  const limitWord = useLimitWord();
  const names = Object.keys(limits);
  if (names.length === 0) return null;
  return (
    <dl className="limits">
      {names.map((name) => (
        <div key={name}>
          <dt>{limitWord(name)}</dt>
          <dd>
            <FigureField
              edit={edit}
              place={limitPlace(factor, name)}
              label={limitWord(name)}
              value={limits[name]}
              max={LIMIT_MOST}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What a threshold is called; one that this console does not know, by its name in the parameters. */
export function useLimitWord(): (name: string) => string {
  const t = useRiskTexts();
  return (name) => {
    const key = `limit.${name}`;
    return key in RISK_TEXTS ? t(key as keyof typeof RISK_TEXTS) : name;
  };
}

/** What the factor asks to be done when it speaks. */
function FactorMeasures({
  factor: { steps },
  parameters: { measures },
}: {
  factor: Factor;
  parameters: RiskParameters;
}): JSX.Element | null {
  const t = useRiskTexts();
  const asked = new Set(steps.flatMap((step) => step.measures));
  const found = measures.filter(({ measure }) => asked.has(measure));
  if (found.length === 0) return null;
  return (
    <>
      <p className="muted">{t('measures')}</p>
      <ul className="plain">
        {found.map(({ measure, text }) => (
          <li key={measure}>{text}</li>
        ))}
      </ul>
    </>
  );
}
