import type { Role } from '../../../src/service/access/role.ts';

/** Who looks at alerts, networks and timelines; who works on them; who keeps lists, people and the record of acts. */
const READERS: readonly Role[] = ['analyst', 'supervisor', 'investigator', 'liaison', 'auditor'];
export const ALERT_WORKERS: readonly Role[] = ['analyst', 'supervisor', 'investigator'];
const LIST_KEEPERS: readonly Role[] = ['supervisor', 'admin'];

/** Tabs in the order of a working day. `within`: addresses that belong to the tab. */
export const SECTIONS = [
  { name: 'alerts', to: '/alerts', within: ['/alerts', '/accounts'], roles: READERS },
  { name: 'holds', to: '/holds', within: ['/holds'], roles: READERS },
  { name: 'networks', to: '/networks', within: ['/networks', '/trace'], roles: READERS },
  { name: 'lists', to: '/lists', within: ['/lists'], roles: LIST_KEEPERS },
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
