import type { JSX, ReactNode } from 'react';
import type { LawFinding, LawSource } from '../../../src/client/law.ts';
import type { FactKind } from '../../../src/domain/case/case-fact.ts';
import { useFormat } from '../format.ts';
import { dayText } from '../pieces/moment-text.ts';
import { useSettings } from '../settings.ts';
import { CaseElementLink } from './element-link.tsx';
import { useLawTexts } from './texts.ts';

type Ask = ((fact: FactKind) => void) | undefined;
type LinkTo = { readonly type: string; readonly id: string };

/** Of many links the first ones. */
const LINKS_SHOWN = 5;

/** One provision: where the record stands, element by element, with what shows it and what would. */
export function Finding({ finding, onAsk }: { finding: LawFinding; onAsk: Ask }): JSX.Element {
  const t = useLawTexts();
  const { title, source, state, summary, notes } = finding;
  const isOpen = state === 'supported' || state === 'partly';
  return (
    <details className="finding" data-finding={finding.offence} open={isOpen}>
      <summary>
        <b>
          {t('article', { article: source.article })} · {title}
        </b>{' '}
        <span className={`state-tag finding-${state}`}>{t(`finding.${state}`)}</span>
      </summary>
      <div className="finding-body">
        <p>{summary}</p>
        <SourceLine source={source} />
        <Elements finding={finding} onAsk={onAsk} />
        <Tier finding={finding} />
        <Person finding={finding} />
        <Exclusions finding={finding} onAsk={onAsk} />
        <Release finding={finding} onAsk={onAsk} />
        <Changes finding={finding} />
        {notes.map((note) => (
          <p key={note} className="muted small">
            {note}
          </p>
        ))}
      </div>
    </details>
  );
}

/** Where a provision comes from, of which day, and whether a lawyer has looked at it. */
export function SourceLine({ source }: { source: LawSource }): JSX.Element {
  const t = useLawTexts();
  const { language } = useSettings();
  const { act, article, edition, verified, from, to } = source;
  const day = (told: string): string => dayText(told, language);
  return (
    <p className="source-note small" data-source>
      {act}, {t('article', { article })} ·{' '}
      {edition === 'none' ? t('editionNone') : t('edition', { day: day(edition) })} ·{' '}
      {to === null
        ? t('inForce', { from: day(from) })
        : t('inForceUntil', { from: day(from), to: day(to) })}{' '}
      ·{' '}
      {verified === 'no' ? (
        <b className="due">{t('unverified')}</b>
      ) : (
        t('verifiedBy', { by: verified.by, on: verified.on })
      )}
      <br />
      <span className="muted">
        {t('source')}: {source.source}
      </span>
    </p>
  );
}

function Links({ links, label }: { links: readonly LinkTo[]; label: string }): JSX.Element | null {
  const t = useLawTexts();
  if (links.length === 0) return null;
  const rest = links.length - LINKS_SHOWN;
  return (
    <span className="post-links small">
      <span className="muted">{label}:</span>
      {links.slice(0, LINKS_SHOWN).map((link) => (
        <CaseElementLink key={`${link.type} ${link.id}`} link={link} />
      ))}
      {rest > 0 && <span className="muted">{t('linksMore', { n: rest })}</span>}
    </span>
  );
}

/** Facts that would settle something, as buttons that open the form with them. */
function AskButtons({ facts, onAsk }: { facts: readonly FactKind[]; onAsk: Ask }): ReactNode {
  const t = useLawTexts();
  if (onAsk === undefined || facts.length === 0) return null;
  return (
    <span className="tags">
      {facts.map((fact) => (
        <button
          key={fact}
          type="button"
          className="tag"
          data-ask={fact}
          onClick={() => onAsk(fact)}
        >
          {t('say')}: {t(`fact.${fact}`)}
        </button>
      ))}
    </span>
  );
}

function Elements({
  finding: { elements },
  onAsk,
}: {
  finding: LawFinding;
  onAsk: Ask;
}): JSX.Element {
  const t = useLawTexts();
  return (
    <>
      <h4>{t('elements')}</h4>
      <ul className="elements">
        {elements.map((element) => (
          <li key={element.id} data-element={element.state}>
            <span className="machine-head">
              <span className={`state-tag element-${element.state}`}>
                {t(`element.${element.state}`)}
              </span>
              <b>{element.title}</b>
            </span>
            <p>{element.reason}</p>
            <Links links={element.for} label={t('for')} />
            <Links links={element.against} label={t('against')} />
            {element.evidence !== null && (
              <p className="small">
                <span className="muted">{t('needed')}:</span> {element.evidence}
              </p>
            )}
            <AskButtons facts={element.ask} onAsk={onAsk} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The part of the article, how it was reckoned, and what a heavier one would need. */
function Tier({ finding: { tier, higher } }: { finding: LawFinding }): JSX.Element | null {
  const t = useLawTexts();
  const format = useFormat();
  if (tier === null && higher.length === 0) return null;
  return (
    <>
      <h4>{t('tier')}</h4>
      {tier !== null && (
        <div className="tier" data-tier={tier.id}>
          <p>
            {tier.part !== null && <b>{t('tierPart', { part: tier.part })}. </b>}
            {tier.text} {tier.state === 'hinted' && <b className="due">{t('tierHinted')}</b>}
          </p>
          {tier.amount !== null && tier.amount.boundMinor !== null && (
            <p className="small number">
              {t('amount', {
                measured: tier.amount.measured,
                bound: t(`bound.${tier.amount.bound}`),
                units: format.number(tier.amount.units),
                sum: format.money(tier.amount.boundMinor),
              })}
            </p>
          )}
          {tier.sanction !== null && (
            <p className="small">
              <span className="muted">{t('sanction')}:</span> {tier.sanction}
            </p>
          )}
          {tier.reasons.length > 0 && (
            <p className="small">
              <span className="muted">{t('arithmetic')}:</span> {tier.reasons.join(' ')}
            </p>
          )}
        </div>
      )}
      {higher.length > 0 && (
        <details>
          <summary>{t('higher')}</summary>
          <ul className="plain small">
            {higher.map(({ id, part, needs }) => (
              <li key={id}>
                {part !== null && <b>{t('tierPart', { part })}: </b>}
                {needs}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Person({ finding: { age, limitation, minor } }: { finding: LawFinding }): JSX.Element {
  const t = useLawTexts();
  const { language } = useSettings();
  return (
    <>
      {age !== null && (
        <p className="small">
          <span className="muted">{t('age')}:</span>{' '}
          {t('ageAt', { least: age.least, age: age.atAct ?? t('ageUnknown') })}
        </p>
      )}
      {limitation !== null && (
        <p className="small">
          <span className="muted">{t('limitation')}:</span>{' '}
          {t(limitation.over ? 'limitationOver' : 'limitationUntil', {
            day: dayText(limitation.until, language),
          })}
        </p>
      )}
      {minor.map(({ text, source }) => (
        <div key={text} className="source-note">
          <p>{text}</p>
          <SourceLine source={source} />
        </div>
      ))}
    </>
  );
}

function Exclusions({
  finding: { exclusions },
  onAsk,
}: {
  finding: LawFinding;
  onAsk: Ask;
}): JSX.Element | null {
  const t = useLawTexts();
  if (exclusions.length === 0) return null;
  return (
    <>
      <h4>{t('exclusions')}</h4>
      <ul className="elements">
        {exclusions.map(({ id, text, state, evidence, fact, links }) => (
          <li key={id} data-exclusion={state}>
            <span className={`state-tag exclusion-${state}`}>{t(`exclusion.${state}`)}</span> {text}
            {state === 'not_asked' && (
              <>
                <p className="small muted">{evidence}</p>
                <AskButtons facts={[fact]} onAsk={onAsk} />
              </>
            )}
            <Links links={links} label={t('for')} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Release({
  finding: { release },
  onAsk,
}: {
  finding: LawFinding;
  onAsk: Ask;
}): JSX.Element | null {
  const t = useLawTexts();
  if (release.length === 0) return null;
  return (
    <>
      <h4>{t('release')}</h4>
      <ul className="elements">
        {release.map(({ id, title, text, effect, state, conditions, source }) => (
          <li key={id} data-release={state}>
            <details>
              <summary>
                <span className={`state-tag release-${state}`}>{t(`release.${state}`)}</span>{' '}
                {title} <span className="muted">({t(`effect.${effect}`)})</span>
              </summary>
              <p>{text}</p>
              <ul className="plain small">
                {conditions.map((condition) => (
                  <li key={condition.id}>
                    <b>{t(`condition.${condition.state}`)}</b>: {condition.text}
                    {condition.reason !== null && (
                      <span className="muted"> {condition.reason}</span>
                    )}{' '}
                    <AskButtons
                      facts={
                        condition.state === 'unknown' && condition.fact !== null
                          ? [condition.fact]
                          : []
                      }
                      onAsk={onAsk}
                    />
                  </li>
                ))}
              </ul>
              <SourceLine source={source} />
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What changed in the provision between the act and today. */
function Changes({ finding: { changes } }: { finding: LawFinding }): JSX.Element | null {
  const t = useLawTexts();
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>{t('changed')}</summary>
      <ul className="plain small">
        {changes.map(({ text, before, after }) => (
          <li key={text}>
            {text}: <span className="muted">{t('before')}</span> {before};{' '}
            <span className="muted">{t('after')}</span> {after}
          </li>
        ))}
      </ul>
    </details>
  );
}
