import type { FilingKind } from '../../domain/filing/filing-acts.ts';
import type { CaseTerm } from '../../law/case-terms.ts';
import type { Law } from '../../law/law.ts';
import type { Deadline } from '../../law/working-days.ts';
import { dueBy } from '../cases/case-tasks.ts';

/** The term of law that a notice runs by: AML law 10(2), 10-1, 13(2), as data/law/kz/terms.yaml has them. */
const TERMS: Readonly<Record<FilingKind, CaseTerm>> = {
  suspicion_before: 'suspicion-report',
  suspicion_after: 'suspicion-found-after',
  activity: 'suspicious-activity',
  // The law names no term of its own: what it tells to study is reported once it is found suspicious.
  study: 'suspicion-found-after',
  typology: 'typology-report',
  refusal: 'freeze-report',
  list: 'freeze-report',
  threshold: 'threshold-report',
};

/** When a notice is due whose event was at `from`. Throws QRG_LAW_TERM_PERIOD, QRG_LAW_CALENDAR_YEAR. */
export const dueOfKind = (law: Law, kind: FilingKind, from: number): Deadline =>
  dueBy(law, TERMS[kind], from);

/** The same of a notice in place of a rejected one. The law gives replacements no term: they get the same. */
export const dueOfFollowing = (law: Law, from: number): Deadline =>
  dueBy(law, 'fm1-rejected', from);

/** A term as the columns of a notice keep it. */
export const termColumns = ({ term, from, dueAt, uncertain }: Deadline) => ({
  term,
  event_at: from,
  due_at: dueAt,
  uncertain,
});
