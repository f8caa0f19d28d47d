import { Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { CaseProposal } from '../../../src/client/cases.ts';
import { useFormat } from '../format.ts';
import { DecideDialog } from '../pieces/decide-dialog.tsx';
import { ReasonDialog } from '../pieces/reason-dialog.tsx';
import { useMe } from '../session/me.ts';
import { useChange, useThisCase } from './case-desk.tsx';
import { useCaseWords, usePageTexts } from './texts.ts';

/** What one person proposes and another decides; those that wait stand in front, with who may decide. */
export function ProposalsPart(): JSX.Element | null {
  const t = usePageTexts();
  const { proposals } = useThisCase();
  if (proposals.length === 0) return null;
  const waiting = proposals.filter(({ decision }) => decision === null);
  const decided = proposals.filter(({ decision }) => decision !== null);
  return (
    <section data-proposals>
      <h2>{t('proposals')}</h2>
      {waiting.map((proposal) => (
        <Proposal key={proposal.proposalId} proposal={proposal} />
      ))}
      {decided.length > 0 && (
        <details open={waiting.length === 0}>
          <summary>
            {t('tasksDone')} · {decided.length}
          </summary>
          {decided.map((proposal) => (
            <Proposal key={proposal.proposalId} proposal={proposal} />
          ))}
        </details>
      )}
    </section>
  );
}

function Proposal({ proposal }: { proposal: CaseProposal }): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const format = useFormat();
  const me = useMe();
  const [asked, setAsked] = useState<'decide' | 'withdraw' | null>(null);
  const { what, outcome, hold, proposedBy, proposedAt, note, decision, decide, result } = proposal;
  const placed = /^hold:(\d+)$/.exec(result ?? '');
  return (
    <div
      className="approval-box proposal"
      data-approval={decision ?? 'waiting'}
      data-proposal={what}
    >
      <p className="machine-head">
        <b>{words(`what.${what}`)}</b>
        {outcome !== null && <span>{words(`outcome.${outcome}`)}</span>}
        {hold !== null && <span>{t('holdOf', { id: hold.transfer })}</span>}
        <span className={`state-tag decision-${decision ?? 'open'}`}>
          {words(`decision.${decision ?? 'open'}`)}
        </span>
      </p>
      <p className="muted small">
        {t('proposedBy', { name: proposedBy.name, at: format.moment(proposedAt) })}
      </p>
      <blockquote>{note}</blockquote>
      {proposal.decidedBy !== null && proposal.decidedAt !== null && (
        <>
          <p className="muted small">
            {t('decidedBy', {
              name: proposal.decidedBy.name,
              at: format.moment(proposal.decidedAt),
            })}
          </p>
          {proposal.decisionNote !== null && <blockquote>{proposal.decisionNote}</blockquote>}
        </>
      )}
      {placed !== null && (
        <p>
          <Link to="/holds/$holdId" params={{ holdId: placed[1] }}>
            {t('placedHold', { id: placed[1] })}
          </Link>
        </p>
      )}
      {decision === null && (
        <>
          <p className="small">{t(what === 'hold' ? 'whoDecidesHold' : 'whoDecidesClose')}</p>
          {!decide.allowed && (
            <p className="muted small">{t('mayNotDecide', { why: decide.detail ?? '' })}</p>
          )}
          <div className="act-buttons">
            {decide.allowed && (
              <button
                type="button"
                className="button primary"
                data-act="decide"
                onClick={() => setAsked('decide')}
              >
                {t('decide')}
              </button>
            )}
            {proposedBy.userId === me.userId && (
              <button type="button" className="button" onClick={() => setAsked('withdraw')}>
                {words('act.withdraw_proposal')}
              </button>
            )}
          </div>
        </>
      )}
      {asked === 'decide' && <Decide proposal={proposal} onDone={() => setAsked(null)} />}
      {asked === 'withdraw' && <Withdraw proposal={proposal} onDone={() => setAsked(null)} />}
    </div>
  );
}

function Decide({ proposal, onDone }: { proposal: CaseProposal; onDone: () => void }): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const { sending, act } = useChange(onDone);
  const [income, setIncome] = useState('');
  return (
    <DecideDialog
      title={words(`what.${proposal.what}`)}
      act={t('decide')}
      label={t('decide')}
      choices={[
        { value: 'approve', label: t('approve') },
        { value: 'refuse', label: t('refuse') },
      ]}
      sending={sending}
      onSend={(choice, reason) =>
        act({
          kind: 'decide_proposal',
          proposal: proposal.proposalId,
          approve: choice === 'approve',
          reason,
          ...(income.trim() !== '' && { notProtectedBecause: income.trim() }),
        })
      }
      onDone={onDone}
    >
      <blockquote>{proposal.note}</blockquote>
      {proposal.what === 'hold' && (
        <Textarea
          name="income"
          label={t('incomeWhy')}
          maxLength={2_000}
          rows={2}
          value={income}
          onChange={(event) => setIncome(event.currentTarget.value)}
        />
      )}
    </DecideDialog>
  );
}

function Withdraw({
  proposal,
  onDone,
}: {
  proposal: CaseProposal;
  onDone: () => void;
}): JSX.Element {
  const words = useCaseWords();
  const { sending, act } = useChange(onDone);
  return (
    <ReasonDialog
      title={words('act.withdraw_proposal')}
      act={words('act.withdraw_proposal')}
      sending={sending}
      onSend={(reason) => act({ kind: 'withdraw_proposal', proposal: proposal.proposalId, reason })}
      onDone={onDone}
    />
  );
}
