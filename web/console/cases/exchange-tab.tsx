import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { Package } from '../../../src/client/packages.ts';
import { api } from '../api.ts';
import { useFormat } from '../format.ts';
import { Problem } from '../pieces/problem.tsx';
import { Rows } from '../pieces/rows.tsx';
import { Loading } from '../pieces/states.tsx';
import { TimeLeft, useNow } from '../pieces/time-left.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { useSettings } from '../settings.ts';
import { useThisCase } from './case-desk.tsx';
import { TlpMark } from './case-marks.tsx';
import { CASE_OPENERS } from './case-roles.ts';
import { ExchangeState } from './exchange-state.tsx';
import { FilingsPart } from './filings-part.tsx';
import { useExchangeTexts } from './texts.ts';

/** What leaves the case: reports to the FIU, and packages to other houses. */
export function ExchangeTab(): JSX.Element {
  return (
    <div data-exchange>
      <FilingsPart />
      <PackagesPart />
    </div>
  );
}

const MADE = [
  'goaml',
  'stix',
  'misp',
  'camt056',
  'bank_request',
  'evidence',
  'known_accounts',
  'antifraud',
] as const satisfies readonly Package['format'][];

function PackagesPart(): JSX.Element {
  const t = useExchangeTexts();
  const format = useFormat();
  const now = useNow();
  const me = useMe();
  const { language } = useSettings();
  const { caseId, state } = useThisCase();
  const packages = useQuery({
    queryKey: ['cases', 'packages', caseId, language],
    queryFn: () => api().packages.list({ case: caseId, limit: 100 }),
  });
  const items = packages.data?.items ?? [];
  const mayMake = hasRole(me, CASE_OPENERS) && state !== 'merged';
  return (
    <section data-packages>
      <h2>{t('packages')}</h2>
      <p className="muted help">{t('makeAbout')}</p>
      {mayMake && (
        <div className="act-buttons" role="group" aria-label={t('make')}>
          {MADE.map((one) => (
            <Link
              key={one}
              className="button"
              data-make={one}
              to="/packages/new"
              search={{ case: caseId, format: one }}
            >
              {t(`format.${one}`)}
            </Link>
          ))}
        </div>
      )}
      {packages.isPending && <Loading rows={2} />}
      {packages.isError && <Problem error={packages.error} retry={() => packages.refetch()} />}
      {packages.isSuccess && items.length === 0 && <p className="muted">{t('packagesNone')}</p>}
      {items.length > 0 && (
        <Rows
          caption={t('packages')}
          items={items}
          keyOf={({ packageId }) => packageId}
          columns={[
            {
              id: 'format',
              title: t('format'),
              cell: (one) => (
                <Link to="/packages/$packageId" params={{ packageId: String(one.packageId) }}>
                  {t(`format.${one.format}`)} № {one.packageId}
                </Link>
              ),
            },
            {
              id: 'state',
              title: t('state'),
              cell: (one) => (
                <span className="term">
                  <ExchangeState state={one.state} />
                  <span className="muted">{t(`direction.${one.direction}`)}</span>
                </span>
              ),
            },
            {
              id: 'to',
              title: t('to'),
              cell: ({ partners }) => partners.map(({ name }) => name).join(', '),
            },
            { id: 'tlp', title: 'TLP', cell: ({ tlp }) => <TlpMark tlp={tlp} /> },
            {
              id: 'due',
              title: t('due'),
              cell: ({ dueAt, state: at }) =>
                dueAt === null || at !== 'sent' ? null : <TimeLeft dueAt={dueAt} now={now} />,
            },
            {
              id: 'made',
              title: t('made'),
              cell: ({ madeAt, madeBy }) => (
                <span className="term">
                  <span className="number">{format.moment(madeAt)}</span>
                  <span className="muted">{madeBy.name}</span>
                </span>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
