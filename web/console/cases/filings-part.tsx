import type { JSX } from 'react';
import { hasRole, useMe } from '../session/me.ts';
import { useThisCase } from './case-desk.tsx';
import { CASE_OPENERS } from './case-roles.ts';
import { useExchangeTexts } from './texts.ts';

/** Reports to the FIU that were drawn up of this case. */
export function FilingsPart(): JSX.Element {
  const t = useExchangeTexts();
  const me = useMe();
  const { caseId, state } = useThisCase();
  return (
    <section data-filings>
      <div className="section-head">
        <h2>{t('filings')}</h2>
        {hasRole(me, CASE_OPENERS) && state !== 'merged' && (
          <a className="button primary" data-make="fm1" href={`/filings/new?case=${caseId}`}>
            {t('makeFm1')}
          </a>
        )}
      </div>
    </section>
  );
}
