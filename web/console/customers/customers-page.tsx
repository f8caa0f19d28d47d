import { useSearch } from '@tanstack/react-router';
import { type JSX, useEffect, useMemo, useRef } from 'react';
import type { Customer } from '../api.ts';
import { useFormat } from '../format.ts';
import { Heading } from '../pieces/heading.tsx';
import { useNarrow } from '../pieces/media.ts';
import { Problem } from '../pieces/problem.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { useFetchMore } from '../pieces/use-fetch-more.ts';
import { useKeys } from '../pieces/use-keys.ts';
import { type RowsHandle, WindowedRows } from '../pieces/windowed-rows.tsx';
import { CustomerFilters } from './customer-filters.tsx';
import { CUSTOMER_COLUMNS, CustomerHead, CustomerRow } from './customer-row.tsx';
import { useCustomerTexts } from './texts.ts';
import { useCustomers } from './use-customers.ts';

const ROW_HEIGHT = 46;
const CARD_HEIGHT = 132;

/** The customer that was opened last: who comes back finds it under the keyboard. */
let opened: number | null = null;

function rememberOpened({ customerId }: Customer): void {
  opened = customerId;
}

/** Customers by their risk, masked. */
export function CustomersPage(): JSX.Element {
  const t = useCustomerTexts();
  const filter = useSearch({ from: '/customers' });
  const customers = useCustomers(filter);
  const items = useMemo(
    () => customers.data?.pages.flatMap((page) => page.items) ?? [],
    [customers.data],
  );
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <main id="content" className="alerts-page">
      <Heading title={t('title')} />
      <p className="muted">{t('about')}</p>
      <CustomerFilters filter={filter} />
      {customers.isPending && <Loading rows={12} />}
      {customers.isError && <Problem error={customers.error} retry={() => customers.refetch()} />}
      {customers.isSuccess && items.length === 0 && (
        <Empty title={t(isFiltered ? 'nothingFits' : 'emptyTitle')}>
          {!isFiltered && <p>{t('emptyAbout')}</p>}
        </Empty>
      )}
      {items.length > 0 && <CustomerTable items={items} query={customers} />}
    </main>
  );
}

function CustomerTable({
  items,
  query,
}: {
  items: readonly Customer[];
  query: ReturnType<typeof useCustomers>;
}): JSX.Element {
  const t = useCustomerTexts();
  const format = useFormat();
  const isNarrow = useNarrow();
  const rows = useRef<RowsHandle>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as the page opens
  useEffect(() => {
    const index = items.findIndex(({ customerId }) => customerId === opened);
    if (index >= 0) rows.current?.focus(index);
    opened = null;
  }, []);
  const move = (step: number): void => {
    const here = rows.current?.focused();
    rows.current?.focus(here === null || here === undefined ? 0 : here + step);
  };
  useKeys({ KeyJ: () => move(1), KeyK: () => move(-1) });
  const { hasNextPage, isFetchingNextPage } = query;
  const fetchMore = useFetchMore(query);
  return (
    <>
      <p className="shown">
        {t(hasNextPage ? 'shown' : 'shownAll', { n: format.number(items.length) })}
      </p>
      <WindowedRows
        ref={rows}
        label={t('title')}
        items={items}
        keyOf={({ customerId }) => customerId}
        rowHeight={isNarrow ? CARD_HEIGHT : ROW_HEIGHT}
        isWhole={!hasNextPage}
        onNearEnd={fetchMore}
        head={<CustomerHead />}
        columns={CUSTOMER_COLUMNS}
        draw={(customer) => (
          <CustomerRow customer={customer} now={Date.now()} onOpen={rememberOpened} />
        )}
      />
      {isFetchingNextPage && <Loading rows={2} />}
    </>
  );
}
