import { type JSX, useState } from 'react';
import type { HoldDetail } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { localMoment } from '../pieces/moment-text.ts';
import { ReasonField } from '../pieces/reason-field.tsx';
import { ActFields } from './act-fields.tsx';
import { type ActForm, type ActKind, actOf, EMPTY_FORM, isGrave } from './act-form.ts';
import { HOLD_TEXTS, useHoldTexts } from './texts.ts';
import { useHoldAct } from './use-holds.ts';

type ReasonText = 'reason' | Extract<keyof typeof HOLD_TEXTS, `reason.${string}`>;

const reasonText = (kind: ActKind): ReasonText =>
  Object.hasOwn(HOLD_TEXTS, `reason.${kind}`) ? (`reason.${kind}` as ReasonText) : 'reason';

/** One act of a person on a hold, with their reason. */
export function ActDialog({
  hold,
  kind,
  onDone,
}: {
  hold: HoldDetail;
  kind: ActKind;
  onDone: () => void;
}): JSX.Element {
  const t = useHoldTexts();
  const act = useHoldAct();
  const [form, setForm] = useState<ActForm>(() => ({
    ...EMPTY_FORM,
    decidedAt: localMoment(Date.now()),
  }));
  const set = (part: Partial<ActForm>): void => setForm((known) => ({ ...known, ...part }));
  const send = (): void =>
    act.mutate(
      { hold, act: actOf(kind, form, hold.refundDuty) },
      {
        onSuccess: () => {
          announce(t('doneNow', { act: t(`act.${kind}`) }));
          onDone();
        },
      },
    );
  return (
    <FormDialog
      title={t(`act.${kind}`)}
      act={t(`act.${kind}`)}
      isGrave={isGrave(kind)}
      sending={act}
      onSend={send}
      onDone={onDone}
    >
      <ActFields hold={hold} kind={kind} form={form} set={set} />
      <ReasonField
        label={t(reasonText(kind))}
        about={t('reasonAbout')}
        isFirst
        value={form.reason}
        onChange={(reason) => set({ reason })}
      />
    </FormDialog>
  );
}
