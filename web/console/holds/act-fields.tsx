import { Checkbox, Radio, Textarea } from '@mantine/core';
import type { JSX } from 'react';
import type { GroundKind } from '../../../src/law/grounds.ts';
import { AFM_OUTCOMES, LE_OUTCOMES } from '../../../src/law/hold-state.ts';
import type { HoldDetail } from '../api.ts';
import { MomentField } from '../pieces/moment-field.tsx';
import { localMoment } from '../pieces/moment-text.ts';
import type { ActForm, ActKind } from './act-form.ts';
import { useHoldTexts } from './texts.ts';

interface FieldsProps {
  readonly hold: HoldDetail;
  readonly kind: ActKind;
  readonly form: ActForm;
  readonly set: (part: Partial<ActForm>) => void;
}

/** What an act asks beside its reason. */
export function ActFields(props: FieldsProps): JSX.Element | null {
  switch (props.kind) {
    case 'place':
      return (
        <>
          <GroundFields {...props} />
          {props.hold.incoming && <NotProtected {...props} />}
        </>
      );
    case 'add_ground':
      return <GroundFields {...props} isRequired />;
    case 'le_decision':
      return <DecisionFields {...props} outcomes={LE_OUTCOMES} />;
    case 'afm_decision':
      return <DecisionFields {...props} outcomes={AFM_OUTCOMES} />;
    case 'release':
      return (
        <>
          <Bases {...props} />
          <RefundAck {...props} />
        </>
      );
    case 'return_money':
      return <Prosecutor {...props} />;
    case 'decide_appeal':
      return <AppealFields {...props} />;
    default:
      return null;
  }
}

/** Weightiest first. A threshold is no ground to stop money: nobody may name it. */
const NAMED = [
  'terror_list',
  'sanctions_list',
  'party_in_events',
  'party_in_attempts',
  'client_complaint',
  'le_information',
  'internal_rules',
  'aml_suspicion',
  'afm_suspension',
  'account_stop',
] as const satisfies readonly GroundKind[];

export function GroundFields({
  form,
  set,
  isRequired = false,
}: Pick<FieldsProps, 'form' | 'set'> & { isRequired?: boolean }): JSX.Element {
  const t = useHoldTexts();
  return (
    <div className="field-pair">
      <label className="field">
        <span>{t(isRequired ? 'groundsToAdd' : 'groundsMore')}</span>
        <select
          name="ground"
          required={isRequired}
          value={form.ground}
          onChange={(event) => set({ ground: event.target.value })}
        >
          <option value="">—</option>
          {NAMED.map((kind) => (
            <option key={kind} value={kind}>
              {t(`ground.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t('subject')}</span>
        <select
          name="subject"
          value={form.subject}
          onChange={(event) => set({ subject: event.target.value as ActForm['subject'] })}
        >
          <option value="">{t('subject.none')}</option>
          <option value="payer">{t('subject.payer')}</option>
          <option value="payee">{t('subject.payee')}</option>
        </select>
      </label>
    </div>
  );
}

export function NotProtected({ form, set }: Pick<FieldsProps, 'form' | 'set'>): JSX.Element {
  const t = useHoldTexts();
  return (
    <Textarea
      label={t('notProtected')}
      rows={2}
      maxLength={2_000}
      value={form.notProtected}
      onChange={(event) => set({ notProtected: event.currentTarget.value })}
    />
  );
}

function DecisionFields({
  form,
  set,
  outcomes,
}: FieldsProps & { outcomes: typeof LE_OUTCOMES | typeof AFM_OUTCOMES }): JSX.Element {
  const t = useHoldTexts();
  return (
    <>
      <Radio.Group
        label={t('outcome')}
        required
        value={form.outcome}
        onChange={(outcome) => set({ outcome })}
      >
        <div className="choices">
          {outcomes.map((outcome) => (
            <Radio key={outcome} value={outcome} label={t(`outcome.${outcome}`)} required />
          ))}
        </div>
      </Radio.Group>
      <MomentField
        label={t('decidedAt')}
        max={localMoment(Date.now())}
        value={form.decidedAt}
        onChange={(decidedAt) => set({ decidedAt })}
      />
    </>
  );
}

/** Only what the server would accept now is offered. */
function Bases({ hold, form, set }: FieldsProps): JSX.Element {
  const t = useHoldTexts();
  const bases = hold.acts.find(({ kind }) => kind === 'release')?.bases ?? [];
  return (
    <Radio.Group
      label={t('basis')}
      required
      value={form.basis}
      onChange={(basis) => set({ basis })}
    >
      <div className="choices">
        {bases.map((basis) => (
          <Radio key={basis} value={basis} label={t(`basis.${basis}`)} required />
        ))}
      </div>
    </Radio.Group>
  );
}

/** The duty to pay back is in front of whoever lets the money go, and taken on by name. */
function RefundAck({ hold, form, set }: FieldsProps): JSX.Element | null {
  const t = useHoldTexts();
  if (!hold.refundDuty) return null;
  return (
    <div className="warning">
      <div>
        <b>{t('refundDuty')}</b>
        <p>{t('refundDutyAbout')}</p>
        <Checkbox
          required
          name="refund"
          label={t('refundAck')}
          checked={form.acknowledged}
          onChange={(event) => set({ acknowledged: event.currentTarget.checked })}
        />
      </div>
    </div>
  );
}

function Prosecutor({ form, set }: FieldsProps): JSX.Element {
  const t = useHoldTexts();
  return (
    <Checkbox
      required
      label={t('prosecutor')}
      checked={form.prosecutor}
      onChange={(event) => set({ prosecutor: event.currentTarget.checked })}
    />
  );
}

function AppealFields(props: FieldsProps): JSX.Element {
  const t = useHoldTexts();
  const { form, set } = props;
  return (
    <>
      <Radio.Group
        label={t('outcome')}
        required
        value={form.outcome}
        onChange={(outcome) => set({ outcome, granted: outcome === 'granted' })}
      >
        <div className="choices">
          <Radio value="granted" label={t('granted')} required />
          <Radio value="dismissed" label={t('notGranted')} required />
        </div>
      </Radio.Group>
      {form.granted && <RefundAck {...props} />}
    </>
  );
}
