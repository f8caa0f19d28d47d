import type { CaseRole } from '../domain/case/case-file.ts';

/** Accounts that another bank should look for: never a victim's, nor one that only happened to be paid. */
export const LOOKED_FOR: readonly CaseRole[] = [
  'collector',
  'transit',
  'cashout',
  'organiser',
  'recruiter',
  'mule',
];
