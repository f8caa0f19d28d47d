import { type JSX, useState } from 'react';
import type { FilingDetail } from '../../../src/client/filings.ts';
import { api } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Problem } from '../pieces/problem.tsx';
import { ReasonDialog } from '../pieces/reason-dialog.tsx';
import { type FormProblem, goTo, placeOf } from './notice-desk.tsx';
import { useFilingTexts } from './texts.ts';
import { useFilingChange } from './use-filings.ts';

/** What is missing, first of all; each leads to its field. */
export function FilingProblems({ filing }: { filing: FilingDetail }): JSX.Element | null {
  const t = useFilingTexts();
  const { problems, state } = filing;
  if (state !== 'draft' && state !== 'submitted') return null;
  const stopping = problems.filter(({ stops }) => stops);
  const others = problems.filter(({ stops }) => !stops);
  return (
    <section className="filing-problems" data-missing={stopping.length}>
      {stopping.length === 0 ? (
        <p className="is-complete">
          <Icon name="check" /> <b>{t('complete')}</b>
        </p>
      ) : (
        <>
          <h2>{t('missing', { n: stopping.length })}</h2>
          <p className="muted small">{t('missingAbout')}</p>
          <ProblemList problems={stopping} />
        </>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t('worth', { n: others.length })}</summary>
          <ProblemList problems={others} />
        </details>
      )}
    </section>
  );
}

function ProblemList({ problems }: { problems: readonly FormProblem[] }): JSX.Element {
  const whereOf = useWhere();
  return (
    <ul className="problem-list">
      {problems.map((problem) => (
        <li key={`${problem.place} ${problem.field} ${problem.code}`}>
          <button
            type="button"
            className="problem-jump"
            data-jump={`${problem.place} ${problem.field}`}
            onClick={() => goTo(placeOf(problem))}
          >
            <span className="requisite">{problem.field}</span> {problem.title}
            {whereOf(problem.place) !== '' && (
              <span className="muted"> · {whereOf(problem.place)}</span>
            )}
          </button>
          <span className="muted small">{problem.detail}</span>
        </li>
      ))}
    </ul>
  );
}

/** A place of the form in words: 'participants/2' is the second participant. */
export function useWhere(): (place: string) => string {
  const t = useFilingTexts();
  return (place) => {
    const [part, i, , k] = place.split('/');
    if (part === 'reporter') return t('part.reporter');
    if (part === 'references') return t('referenceNo', { n: i ?? '' });
    if (part !== 'participants') return '';
    const participant = t('participantNo', { n: i ?? '' });
    return k === undefined ? participant : `${participant}, ${t('founderNo', { n: k })}`;
  };
}

/** Questions of a threshold that data of a transfer do not answer. */
export function FilingQuestions({ filing }: { filing: FilingDetail }): JSX.Element | null {
  const t = useFilingTexts();
  const [denied, setDenied] = useState<string | null>(null);
  const { filingId, version, decide, may } = filing;
  const answering = useFilingChange((wish: { code: string; yes: boolean; reason?: string }) =>
    api().filings.edit(filingId, version, {
      decided: [{ code: wish.code, yes: wish.yes }],
      ...(wish.reason !== undefined && { reason: wish.reason }),
    }),
  );
  if (decide.length === 0) return null;
  const isOpen = may.some(({ act, allowed }) => act === 'edit' && allowed);
  return (
    <section className="notice" data-decide>
      <h2>{t('decide')}</h2>
      <p className="small">{t('decideAbout')}</p>
      {decide.map(({ code, text }) => (
        <div key={code} className="question">
          <p>{text}</p>
          {isOpen && (
            <div className="act-buttons">
              <button
                type="button"
                className="button"
                data-answer="yes"
                disabled={answering.isPending}
                onClick={() =>
                  answering.mutate({ code, yes: true }, { onSuccess: () => announce(t('saved')) })
                }
              >
                {t('yes')}
              </button>
              <button
                type="button"
                className="button"
                data-answer="no"
                onClick={() => setDenied(code)}
              >
                {t('no')}
              </button>
            </div>
          )}
        </div>
      ))}
      {answering.isError && denied === null && <Problem error={answering.error} />}
      {denied !== null && (
        <ReasonDialog
          title={t('decideNoTitle')}
          act={t('act.withdraw')}
          about={t('about.withdraw')}
          isGrave
          sending={answering}
          onSend={(reason) =>
            answering.mutate(
              { code: denied, yes: false, reason },
              { onSuccess: () => setDenied(null) },
            )
          }
          onDone={() => setDenied(null)}
        />
      )}
    </section>
  );
}
