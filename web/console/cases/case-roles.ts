import type { Role } from '../../../src/service/access/role.ts';

/** Who reads cases. */
export const CASE_READERS: readonly Role[] = [
  'analyst',
  'supervisor',
  'investigator',
  'liaison',
  'auditor',
];
/** Who opens them. */
export const CASE_OPENERS: readonly Role[] = ['analyst', 'supervisor', 'investigator', 'liaison'];
/** Who takes them and works on them. */
export const CASE_WORKERS: readonly Role[] = ['analyst', 'supervisor', 'investigator'];
