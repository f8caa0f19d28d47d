import type { Role } from '../../service/access/role.ts';

/** Who looks at alerts, networks and timelines, masked. */
export const READERS = [
  'analyst',
  'supervisor',
  'investigator',
  'liaison',
  'auditor',
] as const satisfies readonly Role[];

/** Who works on cases and sees names in full: each such look is written down. */
export const WORKERS = [
  'analyst',
  'supervisor',
  'investigator',
  'liaison',
] as const satisfies readonly Role[];
