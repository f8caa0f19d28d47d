import { Link, useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { CustomerLink } from '../customers/customer-link.tsx';
import { Announcements } from '../pieces/announce.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useWords } from '../pieces/words.ts';
import { AccountFigures } from './account-figures.tsx';
import { AccountView } from './account-view.tsx';
import { useAccountTexts } from './texts.ts';
import { useAccount } from './use-account.ts';

export function AccountPage(): JSX.Element {
  const { ref } = useParams({ from: '/accounts/$ref' });
  // Another account is another page: nothing chosen on the one before means anything here.
  return <AccountOf key={ref} accountRef={Number(ref)} />;
}

function AccountOf({ accountRef }: { accountRef: number }): JSX.Element {
  const t = useAccountTexts();
  const words = useWords();
  const account = useAccount(accountRef);
  const { data } = account;
  return (
    <main id="content">
      <nav className="trail">
        <Link className="back" to="/alerts" search={{}}>
          <Icon name="back" />
          {t('toAlerts')}
        </Link>
        <span className="trail-side">
          {data?.customerId != null && <CustomerLink customerId={data.customerId} />}
          {data?.openAlertId != null && (
            <Link to="/alerts/$alertId" params={{ alertId: String(data.openAlertId) }}>
              {t('openAlert', { id: data.openAlertId })}
            </Link>
          )}
        </span>
      </nav>
      <Heading title={`${words('account')} ${data?.name ?? ''}`} />
      {account.isError && <Problem error={account.error} retry={() => account.refetch()} />}
      {data !== undefined && <AccountFigures account={data} />}
      <AccountView accountRef={accountRef} networks={data?.networks} />
      <Announcements />
    </main>
  );
}
