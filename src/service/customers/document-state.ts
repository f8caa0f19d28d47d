import type { DocumentState } from '../../screening/risk/profile.ts';
import type { KeptCustomer } from './kept-customer.ts';

/** Whether the document of identity is what it says, and says of the customer what the institution told; undefined without one. */
export function documentState({ document }: KeptCustomer): DocumentState | undefined {
  if (document === null) return undefined;
  const { kind, expiresOn } = document;
  return {
    kind,
    mrz: 'absent',
    ...(expiresOn !== undefined && { expiresAt: Date.parse(expiresOn) }),
    agrees: true,
  };
}
