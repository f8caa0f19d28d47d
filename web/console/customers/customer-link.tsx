import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { hasRole, useMe } from '../session/me.ts';
import { CUSTOMER_SEERS } from '../shell/sections.ts';
import { useCustomerTexts } from './texts.ts';

/** The way from an account to whose it is, for a role that may see customers. */
export function CustomerLink({ customerId }: { customerId: number }): JSX.Element | null {
  const t = useCustomerTexts();
  const me = useMe();
  if (!hasRole(me, CUSTOMER_SEERS)) return null;
  return (
    <Link to="/customers/$customerId" params={{ customerId: String(customerId) }}>
      {t('customerOf', { id: customerId })}
    </Link>
  );
}
