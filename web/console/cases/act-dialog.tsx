import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { CaseAct, CaseActed } from '../../../src/client/cases.ts';
import { HARMFUL_OUTCOMES } from '../../../src/domain/case/case-acts.ts';
import { CASE_OUTCOMES, type CaseOutcome } from '../../../src/domain/case/case-file.ts';
import { TLP } from '../../../src/domain/case/marking.ts';
import { ChoiceField } from '../pieces/choice-field.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { MomentField } from '../pieces/moment-field.tsx';
import { localMoment, momentTold } from '../pieces/moment-text.ts';
import { ReasonField } from '../pieces/reason-field.tsx';
import { useChange, useThisCase } from './case-desk.tsx';
import { ProposeHoldFields } from './propose-hold.tsx';
import { useCaseWords, usePageTexts } from './texts.ts';
import { useCases, usePeople } from './use-cases.ts';

/** Acts on the case as a whole that ask for something first, in the order of a case. */
export const DIALOG_ACTS = [
  'note',
  'call',
  'propose_hold',
  'assign',
  'return',
  'wait',
  'resume',
  'tlp',
  'merge',
  'split',
  'propose_close',
  'close',
  'reopen',
] as const;
export type DialogAct = (typeof DIALOG_ACTS)[number];

export interface ActForm {
  readonly reason: string;
  readonly note: string;
  readonly to: string;
  readonly at: string;
  readonly isReached: boolean;
  readonly outcome: CaseOutcome | '';
  readonly title: string;
  readonly items: readonly number[];
  readonly tlp: (typeof TLP)[number];
  readonly transfer: string;
  readonly isIncoming: boolean;
  readonly ground: string;
}

const PLAIN = ['return', 'wait', 'resume', 'reopen'] as const;
const WITHOUT_REASON: readonly DialogAct[] = ['note', 'call'];

/** A question before an act. */
export function ActDialog({ kind, onDone }: { kind: DialogAct; onDone: () => void }): JSX.Element {
  const one = useThisCase();
  const words = useCaseWords();
  const navigate = useNavigate();
  const { sending, act, edit } = useChange(onDone);
  const [now] = useState(() => localMoment(Date.now()));
  const [form, setForm] = useState<ActForm>({
    reason: '',
    note: '',
    to: '',
    at: now,
    isReached: true,
    outcome: '',
    title: '',
    items: [],
    tlp: one.tlp,
    transfer: '',
    isIncoming: false,
    ground: 'aml_suspicion',
  });
  const set = (part: Partial<ActForm>): void => setForm((known) => ({ ...known, ...part }));
  const [other, setOther] = useState<{ caseId: number; version: number } | null>(null);
  const go = (acted: CaseActed | null): void => {
    if (acted?.other == null) return;
    void navigate({ to: '/cases/$caseId', params: { caseId: String(acted.other) }, search: {} });
  };
  const send = (): void => {
    if (kind === 'tlp') edit({ tlp: form.tlp, reason: form.reason.trim() });
    else act(actOf(kind, form, other), go);
  };
  return (
    <FormDialog
      title={words(`act.${kind}`)}
      act={words(`act.${kind}`)}
      isReady={isReady(kind, form, other)}
      sending={sending}
      onSend={send}
      onDone={onDone}
    >
      <Fields kind={kind} form={form} now={now} set={set} onOther={setOther} />
      {!WITHOUT_REASON.includes(kind) && (
        <ReasonField
          value={form.reason}
          onChange={(reason) => set({ reason })}
          isFirst={(PLAIN as readonly string[]).includes(kind)}
        />
      )}
    </FormDialog>
  );
}

function isReady(kind: DialogAct, form: ActForm, other: object | null): boolean {
  if (kind === 'assign') return form.to !== '';
  if (kind === 'call') return form.at !== '';
  if (kind === 'close' || kind === 'propose_close') return form.outcome !== '';
  if (kind === 'merge') return other !== null;
  if (kind === 'split') return form.items.length > 0;
  if (kind === 'propose_hold') return form.transfer !== '';
  return true;
}

function actOf(
  kind: Exclude<DialogAct, 'tlp'>,
  form: ActForm,
  other: { caseId: number; version: number } | null,
): CaseAct {
  const reason = form.reason.trim();
  switch (kind) {
    case 'note':
      return { kind, note: form.note.trim() };
    case 'call':
      return {
        kind,
        calledAt: momentTold(form.at),
        reached: form.isReached,
        note: form.note.trim(),
        ...(form.to !== '' && { customer: Number(form.to) }),
      };
    case 'assign':
      return { kind, to: Number(form.to), reason };
    case 'close':
    case 'propose_close':
      return { kind, outcome: form.outcome as CaseOutcome, reason };
    case 'merge':
      return { kind, into: other?.caseId ?? 0, intoVersion: other?.version ?? 0, reason };
    case 'split':
      return { kind, title: form.title.trim(), items: [...form.items], reason };
    case 'propose_hold':
      return {
        kind,
        transfer: Number(form.transfer),
        incoming: form.isIncoming,
        grounds: [{ kind: form.ground as 'aml_suspicion', subject: null }],
        reason,
      };
    default:
      return { kind, reason };
  }
}

export interface FieldsProps {
  readonly form: ActForm;
  readonly set: (part: Partial<ActForm>) => void;
}

function Fields({
  kind,
  form,
  now,
  set,
  onOther,
}: FieldsProps & {
  kind: DialogAct;
  now: string;
  onOther: (other: { caseId: number; version: number } | null) => void;
}): JSX.Element | null {
  switch (kind) {
    case 'note':
      return <NoteField form={form} set={set} />;
    case 'call':
      return <CallFields form={form} set={set} now={now} />;
    case 'assign':
      return <PersonField form={form} set={set} />;
    case 'close':
    case 'propose_close':
      return <OutcomeField kind={kind} form={form} set={set} />;
    case 'tlp':
      return <TlpField form={form} set={set} />;
    case 'merge':
      return <OtherCase onOther={onOther} />;
    case 'split':
      return <SplitFields form={form} set={set} />;
    case 'propose_hold':
      return <ProposeHoldFields form={form} set={set} />;
    default:
      return null;
  }
}

function NoteField({ form, set }: FieldsProps): JSX.Element {
  const t = usePageTexts();
  return (
    <Textarea
      name="note"
      label={t('noteText')}
      required
      maxLength={20_000}
      rows={6}
      data-autofocus
      value={form.note}
      onChange={(event) => set({ note: event.currentTarget.value })}
    />
  );
}

function CallFields({ form, set, now }: FieldsProps & { now: string }): JSX.Element {
  const t = usePageTexts();
  const { items } = useThisCase();
  const customers = items.filter(({ kind }) => kind === 'customer');
  return (
    <>
      <ChoiceField
        name="customer"
        label={t('calledWhom')}
        value={form.to}
        any={t('calledWhomAny')}
        choices={customers.map(({ ref, label }) => [ref, label])}
        onChange={(to) => set({ to })}
      />
      <MomentField label={t('calledAt')} value={form.at} max={now} onChange={(at) => set({ at })} />
      <Checkbox
        label={t('reached')}
        checked={form.isReached}
        onChange={(event) => set({ isReached: event.currentTarget.checked })}
      />
      <Textarea
        name="note"
        label={t('callText')}
        required
        maxLength={20_000}
        rows={5}
        value={form.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </>
  );
}

function PersonField({ form, set }: FieldsProps): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const people = usePeople();
  return (
    <ChoiceField
      name="to"
      label={t('toWhom')}
      value={form.to}
      any={words('nobody')}
      choices={(people.data?.items ?? []).map(({ userId, name }) => [String(userId), name])}
      onChange={(to) => set({ to })}
    />
  );
}

function OutcomeField({
  kind,
  form,
  set,
}: FieldsProps & { kind: 'close' | 'propose_close' }): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const outcomes = CASE_OUTCOMES.filter(
    (outcome) => HARMFUL_OUTCOMES.includes(outcome) === (kind === 'propose_close'),
  );
  return (
    <>
      <p className="muted">{t('outcomeAbout')}</p>
      <ChoiceField
        name="outcome"
        label={t('outcome')}
        value={form.outcome}
        any="—"
        choices={outcomes.map((outcome) => [outcome, words(`outcome.${outcome}`)])}
        onChange={(outcome) => set({ outcome: outcome as CaseOutcome })}
      />
    </>
  );
}

function TlpField({ form, set }: FieldsProps): JSX.Element {
  const t = usePageTexts();
  return (
    <>
      <p className="muted">{t('tlpAbout')}</p>
      <ChoiceField
        name="tlp"
        label={t('tlpMark')}
        value={form.tlp}
        choices={TLP.map((tlp) => [tlp, `TLP:${tlp.toUpperCase()}`])}
        onChange={(tlp) => set({ tlp: tlp as ActForm['tlp'] })}
      />
    </>
  );
}

/** Whom to merge with: looked for by number or words. */
function OtherCase({
  onOther,
}: {
  onOther: (other: { caseId: number; version: number } | null) => void;
}): JSX.Element {
  const t = usePageTexts();
  const one = useThisCase();
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState('');
  const cases = useCases(q.trim().length > 2 ? { q } : {});
  const items = (cases.data?.pages[0]?.items ?? []).filter(({ caseId }) => caseId !== one.caseId);
  return (
    <>
      <p className="muted">{t('mergeAbout')}</p>
      <TextInput
        name="find"
        label={t('mergeFind')}
        data-autofocus
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      <ChoiceField
        name="into"
        label={t('mergeInto')}
        value={chosen}
        any="—"
        choices={items
          .slice(0, 50)
          .map(({ caseId, number, title }) => [String(caseId), `${number} · ${title}`])}
        onChange={(next) => {
          setChosen(next);
          onOther(items.find(({ caseId }) => String(caseId) === next) ?? null);
        }}
      />
    </>
  );
}

function SplitFields({ form, set }: FieldsProps): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const { items } = useThisCase();
  return (
    <>
      <TextInput
        name="title"
        label={t('splitTitle')}
        required
        minLength={3}
        maxLength={200}
        data-autofocus
        value={form.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <fieldset className="choices boxes">
        <legend>{t('splitItems')}</legend>
        {items.map(({ itemId, kind, label }) => (
          <label key={itemId} className="check">
            <input
              type="checkbox"
              checked={form.items.includes(itemId)}
              onChange={(event) =>
                set({
                  items: event.target.checked
                    ? [...form.items, itemId]
                    : form.items.filter((id) => id !== itemId),
                })
              }
            />
            {words(`item.${kind}`)} {label}
          </label>
        ))}
      </fieldset>
    </>
  );
}
