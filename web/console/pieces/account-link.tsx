import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

/** An account as a link to its page. Its name came masked. */
export function AccountLink({
  account,
}: {
  account: { readonly ref: number; readonly name: string };
}): JSX.Element {
  return (
    <Link className="account-link" to="/accounts/$ref" params={{ ref: String(account.ref) }}>
      <span className="number">{account.name}</span>
    </Link>
  );
}
