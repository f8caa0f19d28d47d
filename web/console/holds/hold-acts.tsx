import { type JSX, useState } from 'react';
import type { HoldDetail } from '../api.ts';
import { ActDialog } from './act-dialog.tsx';
import { ACT_KINDS, type ActKind, isGrave } from './act-form.ts';
import { useHoldTexts } from './texts.ts';

/** What this person may do now; and what not, with the reason that the server gives. */
export function HoldActs({ hold }: { hold: HoldDetail }): JSX.Element {
  const t = useHoldTexts();
  const [asked, setAsked] = useState<ActKind | null>(null);
  const byKind = new Map(hold.acts.map((act) => [act.kind, act]));
  const known = ACT_KINDS.flatMap((kind) => {
    const act = byKind.get(kind);
    return act === undefined ? [] : [{ ...act, kind }];
  });
  const open = known.filter(({ allowed }) => allowed);
  const shut = known.filter(({ allowed }) => !allowed);
  return (
    <section className="hold-acts">
      <h2>{t('acts')}</h2>
      {hold.secondPersonNeeded && <TwoPeople hold={hold} />}
      {hold.appeal === 'waits' && <p className="notice">{t('appealWaits')}</p>}
      {open.length === 0 && <p className="muted">{t('actsNone')}</p>}
      <div className="act-buttons">
        {open.map(({ kind }) => (
          <button
            key={kind}
            type="button"
            className={`button ${isGrave(kind) ? 'grave' : ''} ${kind === 'place' ? 'primary' : ''}`}
            data-act={kind}
            onClick={() => setAsked(kind)}
          >
            {t(`act.${kind}`)}
          </button>
        ))}
      </div>
      {shut.length > 0 && (
        <details>
          <summary>{t('whyNot')}</summary>
          <dl className="why-not">
            {shut.map(({ kind, detail, code }) => (
              <div key={kind} data-shut={kind}>
                <dt>{t(`act.${kind}`)}</dt>
                <dd>
                  {detail} <code>{code}</code>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {asked !== null && <ActDialog hold={hold} kind={asked} onDone={() => setAsked(null)} />}
    </section>
  );
}

/** The rule of the second person stands where it is needed, and not in a manual. */
function TwoPeople({ hold }: { hold: HoldDetail }): JSX.Element {
  const t = useHoldTexts();
  const { releaseAskedBy } = hold;
  return (
    <div className="two-people" role="note">
      <b>{t('twoPeople')}</b>
      <p>{t('twoPeopleAbout')}</p>
      <p>
        {releaseAskedBy === null
          ? t('releaseNotAsked')
          : t('releaseAsked', { name: releaseAskedBy.name })}
      </p>
    </div>
  );
}
