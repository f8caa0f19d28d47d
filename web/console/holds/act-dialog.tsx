import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import type { HoldDetail } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useWords } from '../pieces/words.ts';
import { ActFields } from './act-fields.tsx';
import { type ActForm, type ActKind, actOf, EMPTY_FORM, isGrave, localMoment } from './act-form.ts';
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
  const words = useWords();
  const act = useHoldAct();
  const [form, setForm] = useState<ActForm>(() => ({
    ...EMPTY_FORM,
    decidedAt: localMoment(Date.now()),
  }));
  const set = (part: Partial<ActForm>): void => setForm((known) => ({ ...known, ...part }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    act.mutate(
      { hold, act: actOf(kind, form, hold.refundDuty) },
      {
        onSuccess: () => {
          announce(t('doneNow', { act: t(`act.${kind}`) }));
          onDone();
        },
      },
    );
  };
  return (
    <Dialog opened onClose={onDone} title={t(`act.${kind}`)}>
      <form className="form" onSubmit={submit}>
        <ActFields hold={hold} kind={kind} form={form} set={set} />
        <Textarea
          label={t(reasonText(kind))}
          description={t('reasonAbout')}
          required
          minLength={5}
          maxLength={2_000}
          rows={3}
          data-autofocus
          value={form.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
        {act.isError && <Problem error={act.error} />}
        <div className="form-acts">
          <Button onClick={onDone}>{words('cancel')}</Button>
          <Button
            type="submit"
            variant="filled"
            {...(isGrave(kind) && { color: 'red' })}
            loading={act.isPending}
          >
            {t(`act.${kind}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
