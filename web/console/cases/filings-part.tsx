import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { Filing } from '../../../src/client/filings.ts';
import { api } from '../api.ts';
import { useFormat } from '../format.ts';
import { Problem } from '../pieces/problem.tsx';
import { Rows } from '../pieces/rows.tsx';
import { Loading } from '../pieces/states.tsx';
import { TimeLeft, useNow } from '../pieces/time-left.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { useSettings } from '../settings.ts';
import { useThisCase } from './case-desk.tsx';
import { CASE_WORKERS } from './case-roles.ts';
import { ExchangeState } from './exchange-state.tsx';
import { useExchangeTexts } from './texts.ts';

/** Reports to the FIU that were drawn up of this case. */
export function FilingsPart(): JSX.Element {
  const t = useExchangeTexts();
  const format = useFormat();
  const now = useNow();
  const me = useMe();
  const { language } = useSettings();
  const { caseId, state } = useThisCase();
  const filings = useQuery({
    queryKey: ['cases', 'filings', caseId, language],
    queryFn: () => api().filings.list({ case: caseId, limit: 100 }),
  });
  const items = filings.data?.items ?? [];
  return (
    <section data-filings>
      <div className="section-head">
        <h2>{t('filings')}</h2>
        {hasRole(me, CASE_WORKERS) && state !== 'merged' && (
          <Link
            className="button primary"
            data-make="fm1"
            to="/filings/new"
            search={{ case: caseId }}
          >
            {t('makeFm1')}
          </Link>
        )}
      </div>
      {filings.isPending && <Loading rows={2} />}
      {filings.isError && <Problem error={filings.error} retry={() => filings.refetch()} />}
      {filings.isSuccess && items.length === 0 && <p className="muted">{t('filingsNone')}</p>}
      {items.length > 0 && (
        <Rows
          caption={t('filings')}
          items={items}
          keyOf={({ filingId }: Filing) => filingId}
          columns={[
            {
              id: 'number',
              title: t('number'),
              cell: ({ filingId, number }) => (
                <Link to="/filings/$filingId" params={{ filingId: String(filingId) }}>
                  {number ?? t('unnumbered', { id: filingId })}
                </Link>
              ),
            },
            { id: 'state', title: t('state'), cell: (one) => <ExchangeState state={one.state} /> },
            {
              id: 'due',
              title: t('due'),
              cell: ({ dueAt, sentAt }) =>
                sentAt === null ? <TimeLeft dueAt={dueAt} now={now} /> : format.moment(sentAt),
            },
            {
              id: 'made',
              title: t('made'),
              cell: ({ madeAt, madeBy }) => (
                <span className="term">
                  <span className="number">{format.moment(madeAt)}</span>
                  <span className="muted">{madeBy?.name ?? 'Qorgan'}</span>
                </span>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
