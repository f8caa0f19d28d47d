import type { JSX } from 'react';
import type { LawOffence } from '../../../src/client/law.ts';
import { SourceLine } from '../cases/finding.tsx';
import { useLawTexts } from '../cases/texts.ts';
import { useFormat } from '../format.ts';
import { moneyText } from './money-text.ts';
import { useLawPageTexts } from './texts.ts';

type TierOf = LawOffence['tiers'][number];

/** One provision, folded; opened it shows its elements, parts, releases, and always where it comes from. */
export function Provision({ offence }: { offence: LawOffence }): JSX.Element {
  const t = useLawPageTexts();
  const law = useLawTexts();
  const { title, text, source, age, note, exclusions } = offence;
  return (
    <details className="finding" data-offence={offence.id}>
      <summary>
        <b>
          {law('article', { article: source.article })} · {title}
        </b>{' '}
        {source.verified === 'no' && <span className="tag">{law('unverified')}</span>}
      </summary>
      <div className="finding-body">
        <p>{text}</p>
        <SourceLine source={source} />
        {age !== null && <p className="small">{t('age', { n: age })}</p>}
        <Elements offence={offence} />
        {exclusions.length > 0 && (
          <>
            <h4>{t('exclusions')}</h4>
            <ul className="elements">
              {exclusions.map((one) => (
                <li key={one.id}>
                  {one.text} <span className="muted small">{one.evidence}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <Tiers offence={offence} />
        <Release offence={offence} />
        {note !== null && <p className="muted small">{note}</p>}
      </div>
    </details>
  );
}

function Elements({ offence: { elements } }: { offence: LawOffence }): JSX.Element | null {
  const t = useLawPageTexts();
  if (elements.length === 0) return null;
  return (
    <>
      <h4>{t('elements')}</h4>
      <ul className="elements">
        {elements.map((element) => (
          <li key={element.id}>
            <b>{element.title}</b>{' '}
            {!element.core && <span className="muted small">({t('optional')})</span>}
            <p className="small">
              <span className="muted">{t('evidence')}:</span> {element.evidence}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Tiers({ offence: { tiers } }: { offence: LawOffence }): JSX.Element | null {
  const t = useLawPageTexts();
  if (tiers.length === 0) return null;
  return (
    <>
      <h4>{t('parts')}</h4>
      <ul className="elements">
        {tiers.map((tier) => (
          <li key={tier.id} data-tier={tier.id}>
            <b>{tier.part === null ? t('partUnread') : t('part', { part: tier.part })}</b>
            {tier.text !== '' && '.'} {tier.text.charAt(0).toUpperCase() + tier.text.slice(1)}{' '}
            <Amount tier={tier} />
            {tier.circumstances.length > 0 && (
              <ul className="plain small">
                {tier.circumstances.map(({ id, text }) => (
                  <li key={id}>{text}</li>
                ))}
              </ul>
            )}
            <p className="small">
              {tier.sanction}
              <span className="muted">
                {tier.categoryText !== null && ` · ${tier.categoryText}`}
                {tier.limitationYears !== null &&
                  ` · ${t('limitation', { n: tier.limitationYears })}`}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The size in money of that day. */
function Amount({ tier: { amount } }: { tier: TierOf }): JSX.Element | null {
  const format = useFormat();
  if (amount === null || amount.boundMinor === null) return null;
  return (
    <span className="muted number">= {moneyText(amount.boundMinor, amount.currency, format)}</span>
  );
}

function Release({ offence: { release } }: { offence: LawOffence }): JSX.Element | null {
  const t = useLawPageTexts();
  if (release.length === 0) return null;
  return (
    <>
      <h4>{t('release')}</h4>
      <ul className="elements">
        {release.map((one) => (
          <li key={one.id}>
            <b>{one.title}</b>
            <p>{one.text}</p>
            <SourceLine source={one.source} />
          </li>
        ))}
      </ul>
    </>
  );
}
