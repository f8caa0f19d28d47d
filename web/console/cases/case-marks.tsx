import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { Case } from '../../../src/client/cases.ts';
import type { CaseRole } from '../../../src/domain/case/case-file.ts';
import type { Tlp } from '../../../src/domain/case/marking.ts';
import { useFormat } from '../format.ts';
import { TimeLeft } from '../pieces/time-left.tsx';
import { signOf } from './picture/signs.ts';
import { useCaseWords } from './texts.ts';

export function CaseState({ state }: { state: Case['state'] }): JSX.Element {
  const words = useCaseWords();
  return <span className={`state-tag case-${state}`}>{words(`state.${state}`)}</span>;
}

/** The mark of the Traffic Light Protocol; its word says it, its colour a second time. */
export function TlpMark({ tlp }: { tlp: Tlp }): JSX.Element {
  return <span className={`tlp tlp-${tlp.replace('+', '-')}`}>TLP:{tlp.toUpperCase()}</span>;
}

/** What somebody is in the flow of money, as its sign and its word. */
export function CaseRoleTag({ role }: { role: CaseRole }): JSX.Element {
  const words = useCaseWords();
  return (
    <span className="role-tag">
      <svg
        className={`role-icon case-role-${role}`}
        viewBox="0 0 16 16"
        width={14}
        height={14}
        aria-hidden="true"
      >
        <path d={signOf(role)} />
      </svg>
      {words(`role.${role}`)}
    </span>
  );
}

/** The next deadline, and how far it is; overdue is said in words. */
export function NextDue({ dueAt, now }: { dueAt: number | null; now: number }): JSX.Element {
  const words = useCaseWords();
  const format = useFormat();
  if (dueAt === null) return <span className="muted">{words('noDue')}</span>;
  return (
    <span className="next-due">
      <TimeLeft dueAt={dueAt} now={now} />
      <small className="muted number">{format.moment(dueAt)}</small>
    </span>
  );
}

export function CaseLink({
  one,
}: {
  one: { readonly caseId: number; readonly number: string };
}): JSX.Element {
  return (
    <Link to="/cases/$caseId" params={{ caseId: String(one.caseId) }} search={{}}>
      <span className="number">{one.number}</span>
    </Link>
  );
}
