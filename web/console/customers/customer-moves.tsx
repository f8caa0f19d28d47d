import { type JSX, useState } from 'react';
import { useMoveColumns } from '../account/moves-table.tsx';
import type { CustomerMove } from '../api.ts';
import { AccountLink } from '../pieces/account-link.tsx';
import type { Column } from '../pieces/data-table.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Rows } from '../pieces/rows.tsx';
import { Loading } from '../pieces/states.tsx';
import { useCustomerTexts } from './texts.ts';
import { useCustomerMoves } from './use-customers.ts';

/** Transfers of all accounts of the customer with what was advised of each. */
export function CustomerMoves({ customerId }: { customerId: number }): JSX.Element {
  const t = useCustomerTexts();
  const [isNoticed, setNoticed] = useState(false);
  const moves = useCustomerMoves(customerId, isNoticed ? { verdict: 'review' } : {});
  const [when, ...rest] = useMoveColumns();
  const columns: Column<CustomerMove>[] = [
    when,
    {
      id: 'own',
      title: t('ownAccount'),
      cell: ({ account }) => <AccountLink account={account} />,
    },
    ...rest,
  ];
  const items = moves.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="moves">
      <div className="section-head">
        <h2>{t('decisions')}</h2>
        <label className="check">
          <input
            type="checkbox"
            checked={isNoticed}
            onChange={(event) => setNoticed(event.target.checked)}
          />
          {t('onlyNoticed')}
        </label>
      </div>
      {moves.isPending && <Loading />}
      {moves.isError && <Problem error={moves.error} retry={() => moves.refetch()} />}
      {moves.isSuccess && items.length === 0 && <p className="muted">{t('decisionsNone')}</p>}
      {items.length > 0 && (
        <Rows
          caption={t('decisions')}
          columns={columns}
          items={items}
          keyOf={({ seq, account }) => `${seq} ${account.ref}`}
        >
          <MoreButton query={moves} />
        </Rows>
      )}
    </section>
  );
}
