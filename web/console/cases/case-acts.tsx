import { type JSX, useState } from 'react';
import { ActDialog, DIALOG_ACTS, type DialogAct } from './act-dialog.tsx';
import { useChange, useThisCase } from './case-desk.tsx';
import { useCaseWords, usePageTexts } from './texts.ts';

/** What a day of work is made of stands in front; the rest opens. */
const FRONT: readonly string[] = ['take', 'note', 'call', 'propose_hold', 'resume'];

/** What this person may do with the case as a whole; and what not, with the reason that the server gives. */
export function CaseActs(): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const { may, assignee, state } = useThisCase();
  const [asked, setAsked] = useState<DialogAct | null>(null);
  const { sending, act } = useChange();
  const known = may.filter(
    ({ kind }) => kind === 'take' || (DIALOG_ACTS as readonly string[]).includes(kind),
  );
  const open = known.filter(({ allowed }) => allowed);
  const shut = known.filter(({ allowed }) => !allowed);
  const isTaken = state === 'in_work' && assignee !== null;
  const shown = open.filter(({ kind }) => kind !== 'take' || !isTaken);
  const button = (kind: string): JSX.Element => (
    <button
      key={kind}
      type="button"
      className={`button${kind === 'take' ? ' primary' : ''}`}
      data-act={kind}
      disabled={kind === 'take' && sending.isPending}
      onClick={() => (kind === 'take' ? act({ kind }) : setAsked(kind as DialogAct))}
    >
      {words(`act.${kind}` as 'act.take')}
    </button>
  );
  const front = shown.filter(({ kind }) => FRONT.includes(kind));
  const rest = shown.filter(({ kind }) => !FRONT.includes(kind));
  return (
    <section className="hold-acts case-acts" aria-label={t('acts')}>
      <div className="act-buttons">{front.map(({ kind }) => button(kind))}</div>
      {rest.length > 0 && (
        <details>
          <summary>
            {t('moreActs')} · {rest.length}
          </summary>
          <div className="act-buttons">{rest.map(({ kind }) => button(kind))}</div>
        </details>
      )}
      {shut.length > 0 && (
        <details>
          <summary>{t('whyNot')}</summary>
          <dl className="why-not">
            {shut.map(({ kind, detail, code }) => (
              <div key={kind} data-shut={kind}>
                <dt>{words(`act.${kind}`)}</dt>
                <dd>
                  {code === 'QRG_CASE_STATE'
                    ? t('notInState', { state: words(`state.${state}`) })
                    : detail}{' '}
                  <code>{code}</code>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {asked !== null && <ActDialog kind={asked} onDone={() => setAsked(null)} />}
    </section>
  );
}
