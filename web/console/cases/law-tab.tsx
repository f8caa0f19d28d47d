import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { LawFinding, Qualification } from '../../../src/client/law.ts';
import type { FactKind } from '../../../src/domain/case/case-fact.ts';
import { api } from '../api.ts';
import { useFormat } from '../format.ts';
import { announce } from '../pieces/announce.tsx';
import { dayText } from '../pieces/moment-text.ts';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useSettings } from '../settings.ts';
import { useMay, useThisCase } from './case-desk.tsx';
import { CaseRoleTag } from './case-marks.tsx';
import { type FactAsked, FactDialog } from './fact-dialog.tsx';
import { FactsPart } from './facts-part.tsx';
import { Finding, SourceLine } from './finding.tsx';
import { saveFile } from './save-file.ts';
import { useLawTexts } from './texts.ts';
import { useQualification } from './use-cases.ts';

/** What people say of the acts, and what the law makes of it: a draft, never a verdict. */
export function LawTab(): JSX.Element {
  const [asked, setAsked] = useState<FactAsked | null>(null);
  const may = useMay();
  const ask = may('fact_say')
    ? (party: string, fact: FactKind): void => setAsked({ party, fact })
    : undefined;
  return (
    <div data-law>
      <FactsPart onSay={may('fact_say') ? () => setAsked({ party: '', fact: '' }) : undefined} />
      <QualificationPart onAsk={ask} />
      {asked !== null && <FactDialog asked={asked} onDone={() => setAsked(null)} />}
    </div>
  );
}

function QualificationPart({
  onAsk,
}: {
  onAsk: ((party: string, fact: FactKind) => void) | undefined;
}): JSX.Element {
  const t = useLawTexts();
  const { language } = useSettings();
  const { caseId } = useThisCase();
  const found = useQualification(caseId, undefined);
  const { data } = found;
  return (
    <section data-qualification>
      <div className="section-head">
        <h2>{t('qualification')}</h2>
        <div className="tools">
          <DraftButton />
          <Link className="button" to="/law" search={{}}>
            {t('lawPage')}
          </Link>
        </div>
      </div>
      <p className="notice">{t('notGuilt')}</p>
      {found.isPending && <Loading rows={6} />}
      {found.isError && <Problem error={found.error} retry={() => found.refetch()} />}
      {data !== undefined && (
        <>
          {data.caveats.map((caveat) => (
            <p key={caveat} className="notice">
              {caveat}
            </p>
          ))}
          <p className="muted small">
            {t('on')}: {dayText(data.on, language)}
          </p>
          <Parties data={data} onAsk={onAsk} />
          <Duties findings={data.duties} />
        </>
      )}
    </section>
  );
}

function DraftButton(): JSX.Element {
  const t = useLawTexts();
  const { caseId } = useThisCase();
  const [error, setError] = useState<unknown>(null);
  const save = async (): Promise<void> => {
    try {
      const { fileName, text } = await api().law.qualificationDraft(caseId);
      saveFile(fileName, new Blob([text], { type: 'text/markdown' }));
      announce(t('draftSave'));
      setError(null);
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <>
      <button type="button" className="button" data-act="draft" onClick={() => void save()}>
        {t('draftText')}
      </button>
      {error !== null && <Problem error={error} />}
    </>
  );
}

function Parties({
  data,
  onAsk,
}: {
  data: Qualification;
  onAsk: ((party: string, fact: FactKind) => void) | undefined;
}): JSX.Element {
  const t = useLawTexts();
  const format = useFormat();
  const found = data.parties.filter(
    ({ findings, protection }) => findings.length > 0 || protection.length > 0,
  );
  if (found.length === 0) return <p className="muted">{t('noFindings')}</p>;
  return (
    <>
      {found.map(({ party, name, role, age, protection, findings, concurrence }) => (
        <section key={party} className="law-party" data-law-party={party}>
          <h3>
            {name ?? party} <CaseRoleTag role={role} />
            {age !== null && (
              <span className="muted"> {t('years', { n: format.number(age) })}</span>
            )}
          </h3>
          {protection.length > 0 && (
            <div className="notice">
              <b>{t('protection')}</b>
              {protection.map(({ text, source }) => (
                <div key={text}>
                  <p>{text}</p>
                  <SourceLine source={source} />
                </div>
              ))}
            </div>
          )}
          {findings.map((finding) => (
            <Finding
              key={finding.offence}
              finding={finding}
              onAsk={onAsk === undefined ? undefined : (fact) => onAsk(party, fact)}
            />
          ))}
          {concurrence.length > 0 && (
            <details>
              <summary>{t('concurrence')}</summary>
              <ul className="plain">
                {concurrence.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </details>
          )}
        </section>
      ))}
    </>
  );
}

function Duties({ findings }: { findings: readonly LawFinding[] }): JSX.Element | null {
  const t = useLawTexts();
  if (findings.length === 0) return null;
  return (
    <section>
      <h3>{t('duties')}</h3>
      {findings.map((finding) => (
        <Finding key={finding.offence} finding={finding} onAsk={undefined} />
      ))}
    </section>
  );
}
