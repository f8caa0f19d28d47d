import type { CaseRole } from '../../../../src/domain/case/case-file.ts';
import { roleShape } from '../../../shared/icons.ts';

/** Each role of a case has a shape of its own, in a box of 16 by 16, so that colour is never the only sign. */
const SIGNS: Readonly<Record<CaseRole, string>> = {
  victim: roleShape('victim'),
  collector: roleShape('collector'),
  transit: roleShape('transit'),
  cashout: roleShape('cashout'),
  organiser: roleShape('organiser'),
  recruiter: 'M8 1.4L15 14.2H1z', // triangle
  mule: 'M4.6 1.8h6.8L14.8 8l-3.4 6.2H4.6L1.2 8z', // hexagon
  counterparty: 'M5.8 1.6h4.4v4.2h4.2v4.4h-4.2v4.2H5.8v-4.2H1.6V5.8h4.2z', // cross
  unknown: roleShape('none'),
};

export const signOf = (role: CaseRole): string => SIGNS[role];

/** A closed lock, in the same box. */
export const LOCK =
  'M3.5 7.5h9V14h-9zM5.2 7.5V5.2a2.8 2.8 0 0 1 5.6 0v2.3H9.4V5.2a1.4 1.4 0 0 0-2.8 0v2.3z';
