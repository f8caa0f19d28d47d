import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { Filing } from '../../../src/client/filings.ts';
import { FILING_KINDS, FILING_STATES, MAY_FILE } from '../../../src/domain/filing/filing-acts.ts';
import { CaseTabs } from '../cases/case-tabs.tsx';
import { ExchangeState } from '../cases/exchange-state.tsx';
import { EXCHANGE_TEXTS, useExchangeTexts } from '../cases/texts.ts';
import { useFormat } from '../format.ts';
import { CheckField } from '../pieces/check-field.tsx';
import { ChoiceField } from '../pieces/choice-field.tsx';
import { Heading } from '../pieces/heading.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Rows } from '../pieces/rows.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { TimeLeft, useNow } from '../pieces/time-left.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { parseFilingFilter } from './filing-filter.ts';
import { useFilingTexts } from './texts.ts';
import { useFilings } from './use-filings.ts';

/** Notices to the monitoring body, and how long there is for each. */
export function FilingsPage(): JSX.Element {
  const t = useFilingTexts();
  const me = useMe();
  return (
    <main id="content">
      <CaseTabs here="filings" />
      <Heading title={t('title')}>
        <div className="page-acts">
          {hasRole(me, MAY_FILE) && (
            <Link className="button" to="/filings/thresholds" search={{}}>
              {t('thresholds')}
            </Link>
          )}
          <Link className="button" to="/filings/settings">
            {t('settings')}
          </Link>
        </div>
      </Heading>
      <p className="muted">{t('about')}</p>
      <Filters />
      <List />
    </main>
  );
}

function Filters(): JSX.Element {
  const t = useFilingTexts();
  const states = useExchangeTexts();
  const filter = useSearch({ from: '/filings' });
  const navigate = useNavigate();
  const set = (part: Record<string, unknown>): void =>
    void navigate({
      to: '/filings',
      search: parseFilingFilter({ ...filter, ...part }),
      replace: true,
    });
  return (
    <form
      className="filters"
      aria-label={t('filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <ChoiceField
        name="state"
        label={t('state')}
        value={filter.state}
        any={t('any')}
        choices={FILING_STATES.map((one) => {
          const key = `state.${one}`;
          return [one, key in EXCHANGE_TEXTS ? states(key as 'state.draft') : one];
        })}
        onChange={(state) => set({ state })}
      />
      <ChoiceField
        name="kind"
        label={t('kind')}
        value={filter.kind}
        any={t('any')}
        choices={FILING_KINDS.map((one) => [one, t(`kind.${one}`)])}
        onChange={(kind) => set({ kind })}
      />
      <CheckField
        name="overdue"
        label={t('onlyOverdue')}
        checked={filter.overdue === true}
        onChange={(overdue) => set({ overdue })}
      />
    </form>
  );
}

function List(): JSX.Element {
  const t = useFilingTexts();
  const format = useFormat();
  const now = useNow();
  const { state, ...filter } = useSearch({ from: '/filings' });
  const filings = useFilings({ ...filter, ...(state && { state: [state] }) });
  if (filings.isPending) return <Loading rows={8} />;
  if (filings.isError) return <Problem error={filings.error} retry={() => filings.refetch()} />;
  const items = filings.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return state === undefined && Object.keys(filter).length === 0 ? (
      <Empty title={t('none')}>
        <p>{t('noneAbout')}</p>
      </Empty>
    ) : (
      <Empty title={t('noneFound')} />
    );
  return (
    <>
      <Rows
        caption={t('title')}
        items={items}
        keyOf={({ filingId }) => filingId}
        rowProps={({ filingId }) => ({ 'data-filing': filingId })}
        columns={[
          {
            id: 'number',
            title: t('number'),
            cell: ({ filingId, number }) => (
              <Link to="/filings/$filingId" params={{ filingId: String(filingId) }}>
                {number ?? t('draftNo', { id: filingId })}
              </Link>
            ),
          },
          {
            id: 'due',
            title: t('due'),
            cell: (one) => <Due filing={one} now={now} />,
          },
          { id: 'state', title: t('state'), cell: (one) => <ExchangeState state={one.state} /> },
          { id: 'kind', title: t('kind'), wide: true, cell: ({ kind }) => t(`kind.${kind}`) },
          {
            id: 'operation',
            title: t('operation'),
            cell: ({ amountMinor, operationAt }) => (
              <span className="term">
                <span className="number">{format.money(amountMinor)}</span>
                <span className="muted">{format.moment(operationAt)}</span>
              </span>
            ),
          },
          {
            id: 'case',
            title: t('case'),
            cell: ({ caseId, caseNumber }) =>
              caseId === null ? null : (
                <Link to="/cases/$caseId" params={{ caseId: String(caseId) }} search={{}}>
                  <span className="number">{caseNumber}</span>
                </Link>
              ),
          },
          {
            id: 'made',
            title: t('made'),
            cell: ({ madeAt, madeBy }) => (
              <span className="term">
                <span>{madeBy?.name ?? t('byQorgan')}</span>
                <span className="muted">{format.moment(madeAt)}</span>
              </span>
            ),
          },
        ]}
      />
      <MoreButton query={filings} />
    </>
  );
}

/** How long there is; of one that went, when it went. */
function Due({ filing, now }: { filing: Filing; now: number }): JSX.Element {
  const t = useFilingTexts();
  const format = useFormat();
  const { dueAt, sentAt, state } = filing;
  if (sentAt !== null)
    return (
      <span className="term">
        <span className="muted">{t('sent')}</span>
        <span className="number">{format.moment(sentAt)}</span>
      </span>
    );
  if (state === 'withdrawn') return <span className="muted">—</span>;
  return (
    <span className="term">
      <TimeLeft dueAt={dueAt} now={now} />
      <span className="muted">{format.moment(dueAt)}</span>
    </span>
  );
}
