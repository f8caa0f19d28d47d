import { type JSX, useState } from 'react';
import type { CustomerDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { announce } from '../pieces/announce.tsx';
import { ReasonDialog } from '../pieces/reason-dialog.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { CUSTOMER_APPROVERS, CUSTOMER_REVIEWERS } from '../shell/sections.ts';
import { useCustomerTexts } from './texts.ts';
import { type CustomerActKind, useCustomerAct } from './use-customers.ts';

/** What this person may say of the customer as it is. */
export function CustomerActs({ customer }: { customer: CustomerDetail }): JSX.Element | null {
  const t = useCustomerTexts();
  const me = useMe();
  const [kind, setKind] = useState<CustomerActKind | null>(null);
  const isAsked = customer.approval.state !== 'not_needed';
  const kinds: CustomerActKind[] = [
    ...(hasRole(me, CUSTOMER_REVIEWERS) ? (['review'] as const) : []),
    ...(isAsked && hasRole(me, CUSTOMER_APPROVERS) ? (['refused', 'approved'] as const) : []),
  ];
  if (kinds.length === 0) return null;
  return (
    <div className="page-acts">
      {kinds.map((one) => (
        <button
          key={one}
          type="button"
          className={`button${one === 'approved' ? ' primary' : ''}${one === 'refused' ? ' grave' : ''}`}
          data-act={one}
          onClick={() => setKind(one)}
        >
          {t(`act.${one}`)}
        </button>
      ))}
      {kind !== null && (
        <ActDialog customerId={customer.customerId} kind={kind} onDone={() => setKind(null)} />
      )}
    </div>
  );
}

function ActDialog({
  customerId,
  kind,
  onDone,
}: {
  customerId: number;
  kind: CustomerActKind;
  onDone: () => void;
}): JSX.Element {
  const t = useCustomerTexts();
  const act = useCustomerAct(customerId);
  const send = (reason: string): void =>
    act.mutate(
      { kind, reason },
      {
        onSuccess: () => {
          announce(t(`done.${kind}`));
          onDone();
        },
      },
    );
  return (
    <ReasonDialog
      title={t(`act.${kind}`)}
      act={t(`act.${kind}`)}
      about={t(`about.${kind}`)}
      reasonAbout={t('reasonAbout')}
      isGrave={kind === 'refused'}
      sending={act}
      onSend={send}
      onDone={onDone}
    />
  );
}

/** Where somebody else has to agree: what to, who looked, who decided. */
export function CustomerApprovals({ customer }: { customer: CustomerDetail }): JSX.Element | null {
  const t = useCustomerTexts();
  const format = useFormat();
  const { approval, rating } = customer;
  if (approval.state === 'not_needed') return null;
  const wordsOf = (measure: string): string =>
    rating?.measures.find((one) => one.measure === measure)?.text ?? measure;
  const { askedBy, askedAt, decidedBy, decidedAt, reason } = approval;
  return (
    <section className="approval-box" data-approval={approval.state}>
      <dl className="told">
        <div>
          <dt>{t('approvalFor')}</dt>
          <dd>
            {approval.measures.map((measure) => (
              <span key={measure}>{wordsOf(measure)}</span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t('askedBy')}</dt>
          <dd>
            {askedBy === null || askedAt === null
              ? t('askedByNobody')
              : `${askedBy}, ${format.moment(askedAt)}`}
          </dd>
        </div>
        <div>
          <dt>{t('decidedBy')}</dt>
          <dd>
            <span className={`state-tag approval-${approval.state}`}>
              {t(`approval.${approval.state}`)}
            </span>
            {decidedBy !== null && decidedAt !== null && (
              <span>{`${decidedBy}, ${format.moment(decidedAt)}`}</span>
            )}
            {reason !== null && <span className="muted">{reason}</span>}
          </dd>
        </div>
      </dl>
      {approval.state === 'waiting' && <p className="muted small">{t('fourEyes')}</p>}
    </section>
  );
}
