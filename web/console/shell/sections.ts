import type { Role } from '../../../src/service/access/role.ts';
import { WATCH_ROLES } from '../watch/watch-roles.ts';

/** Who looks at alerts, networks and timelines; who works on them; who keeps lists, people and the record of acts. */
const READERS: readonly Role[] = ['analyst', 'supervisor', 'investigator', 'liaison', 'auditor'];
export const ALERT_WORKERS: readonly Role[] = ['analyst', 'supervisor', 'investigator'];
/** Who sees customers: in full, and each such look is written down. */
export const CUSTOMER_SEERS: readonly Role[] = ['analyst', 'supervisor', 'investigator'];
/** Who says that they looked at a customer, and decides on hits of lists. */
export const CUSTOMER_REVIEWERS: readonly Role[] = ['analyst', 'supervisor'];
/** Who agrees that a customer is served; never the person who looked last. */
export const CUSTOMER_APPROVERS: readonly Role[] = ['supervisor'];
export const RISK_KEEPERS: readonly Role[] = ['supervisor', 'admin'];
const LIST_KEEPERS: readonly Role[] = ['supervisor', 'admin'];

/** Tabs in the order of a working day. `within`: addresses that belong to the tab. */
export const SECTIONS = [
  { name: 'alerts', to: '/alerts', within: ['/alerts', '/accounts'], roles: READERS },
  {
    name: 'cases',
    to: '/cases',
    within: ['/cases', '/filings', '/packages', '/partners', '/law'],
    roles: READERS,
  },
  { name: 'holds', to: '/holds', within: ['/holds'], roles: READERS },
  { name: 'networks', to: '/networks', within: ['/networks', '/trace'], roles: READERS },
  { name: 'customers', to: '/customers', within: ['/customers'], roles: CUSTOMER_SEERS },
  { name: 'lists', to: '/lists', within: ['/lists'], roles: LIST_KEEPERS },
  { name: 'watch', to: '/watch', within: ['/watch'], roles: WATCH_ROLES },
  {
    name: 'risk',
    to: '/risk',
    within: ['/risk'],
    roles: [...READERS, 'admin'] as readonly Role[],
  },
  { name: 'people', to: '/people', within: ['/people'], roles: ['admin'] as readonly Role[] },
  {
    name: 'audit',
    to: '/audit',
    within: ['/audit'],
    roles: ['auditor', 'admin'] as readonly Role[],
  },
] as const;
/** Who sees names in full and follows money; each such look is written down. */
export const NAME_SEERS: readonly Role[] = ['analyst', 'supervisor', 'investigator', 'liaison'];
export const HOLD_PLACERS: readonly Role[] = ['analyst', 'supervisor'];
