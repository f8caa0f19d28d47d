import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { PACKAGE_FORMATS } from '../../../src/exchange/package/package-format.ts';
import { PACKAGE_STATES } from '../../../src/exchange/package/package-state.ts';
import { CaseLink, TlpMark } from '../cases/case-marks.tsx';
import { CASE_OPENERS } from '../cases/case-roles.ts';
import { CaseTabs } from '../cases/case-tabs.tsx';
import { ExchangeState } from '../cases/exchange-state.tsx';
import { useFormat } from '../format.ts';
import { Announcements } from '../pieces/announce.tsx';
import { ChoiceField } from '../pieces/choice-field.tsx';
import { Heading } from '../pieces/heading.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Rows } from '../pieces/rows.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { ImportDialog } from './import-dialog.tsx';
import { parsePackageFilter } from './package-filter.ts';
import { usePackageTexts } from './texts.ts';
import { usePackages } from './use-packages.ts';

/** What leaves cases, and what came from others. */
export function PackagesPage(): JSX.Element {
  const t = usePackageTexts();
  const me = useMe();
  const [isTaking, setTaking] = useState(false);
  return (
    <main id="content">
      <CaseTabs here="packages" />
      <Heading title={t('title')}>
        <div className="page-acts">
          <Link className="button" to="/partners">
            {t('partners')}
          </Link>
          {hasRole(me, CASE_OPENERS) && (
            <button
              type="button"
              className="button primary"
              data-act="import"
              onClick={() => setTaking(true)}
            >
              {t('takeIn')}
            </button>
          )}
        </div>
      </Heading>
      <p className="muted">{t('about')}</p>
      <Filters />
      <List />
      {isTaking && <ImportDialog onDone={() => setTaking(false)} />}
      <Announcements />
    </main>
  );
}

function Filters(): JSX.Element {
  const t = usePackageTexts();
  const filter = useSearch({ from: '/packages' });
  const navigate = useNavigate();
  const set = (part: Record<string, unknown>): void =>
    void navigate({
      to: '/packages',
      search: parsePackageFilter({ ...filter, ...part }),
      replace: true,
    });
  return (
    <form
      className="filters"
      aria-label={t('filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <ChoiceField
        name="direction"
        label={t('direction')}
        value={filter.direction}
        any={t('any')}
        choices={(['out', 'in'] as const).map((one) => [one, t(`direction.${one}`)])}
        onChange={(direction) => set({ direction })}
      />
      <ChoiceField
        name="state"
        label={t('state')}
        value={filter.state}
        any={t('any')}
        choices={PACKAGE_STATES.map((one) => [one, t(`state.${one}`)])}
        onChange={(state) => set({ state })}
      />
      <ChoiceField
        name="format"
        label={t('format')}
        value={filter.format}
        any={t('any')}
        choices={PACKAGE_FORMATS.map((one) => [one, t(`format.${one}`)])}
        onChange={(format) => set({ format })}
      />
    </form>
  );
}

function List(): JSX.Element {
  const t = usePackageTexts();
  const format = useFormat();
  const { state, ...filter } = useSearch({ from: '/packages' });
  const packages = usePackages({ ...filter, ...(state && { state: [state] }) });
  if (packages.isPending) return <Loading rows={8} />;
  if (packages.isError) return <Problem error={packages.error} retry={() => packages.refetch()} />;
  const items = packages.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <Empty title={t('none')}>
        <p>{t('noneAbout')}</p>
      </Empty>
    );
  return (
    <>
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
            title: t('partner'),
            cell: ({ partners }) => partners.map(({ name }) => name).join(', '),
          },
          { id: 'tlp', title: 'TLP', cell: ({ tlp }) => <TlpMark tlp={tlp} /> },
          {
            id: 'case',
            title: t('case'),
            cell: (one) => one.case !== null && <CaseLink one={one.case} />,
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
      <MoreButton query={packages} />
    </>
  );
}
