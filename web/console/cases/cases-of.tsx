import { type JSX, useState } from 'react';
import { hasRole, useMe } from '../session/me.ts';
import { CaseLink } from './case-marks.tsx';
import { CASE_OPENERS, CASE_READERS } from './case-roles.ts';
import { type CaseOrigin, OpenCaseDialog } from './open-case-dialog.tsx';
import { useQueueTexts } from './texts.ts';
import { useCasesWith } from './use-cases.ts';

/** On the page of an alert, a network, a post or a campaign: the cases it belongs to, and a button that opens one from it. */
export function CasesOf({ origin }: { origin: CaseOrigin }): JSX.Element | null {
  const t = useQueueTexts();
  const me = useMe();
  const [isOpening, setOpening] = useState(false);
  if (!hasRole(me, CASE_READERS)) return null;
  return (
    <div className="cases-of" data-cases-of={origin.kind}>
      <CaseLinks has={`${origin.kind}:${origin.ref}`} />
      {hasRole(me, CASE_OPENERS) && (
        <button
          type="button"
          className="button"
          data-act="open-case"
          onClick={() => setOpening(true)}
        >
          {t('openCase')}
        </button>
      )}
      {isOpening && <OpenCaseDialog origin={origin} onDone={() => setOpening(false)} />}
    </div>
  );
}

function CaseLinks({ has }: { has: string }): JSX.Element | null {
  const t = useQueueTexts();
  const { data } = useCasesWith(has);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <span className="post-links">
      <span className="muted">{t('inCases')}:</span>
      {data.items.map((one) => (
        <CaseLink key={one.caseId} one={one} />
      ))}
    </span>
  );
}
