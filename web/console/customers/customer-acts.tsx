import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import type { CustomerDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { announce } from '../pieces/announce.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useWords } from '../pieces/words.ts';
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
  const words = useWords();
  const [reason, setReason] = useState('');
  const act = useCustomerAct(customerId);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    act.mutate(
      { kind, reason: reason.trim() },
      {
        onSuccess: () => {
          announce(t(`done.${kind}`));
          onDone();
        },
      },
    );
  };
  return (
    <Dialog opened onClose={onDone} title={t(`act.${kind}`)}>
      <form className="form" onSubmit={submit}>
        <p className="muted">{t(`about.${kind}`)}</p>
        <Textarea
          label={words('reason')}
          description={t('reasonAbout')}
          required
          minLength={5}
          maxLength={2_000}
          rows={3}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {act.isError && <Problem error={act.error} />}
        <div className="form-acts">
          <Button onClick={onDone}>{words('cancel')}</Button>
          <Button
            type="submit"
            variant="filled"
            {...(kind === 'refused' && { color: 'red' })}
            loading={act.isPending}
          >
            {t(`act.${kind}`)}
          </Button>
        </div>
      </form>
    </Dialog>
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
