import { Button, Checkbox, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type JSX, useState } from 'react';
import type { OpenHold, TimelineItem } from '../api.ts';
import { useFormat } from '../format.ts';
import { announce } from '../pieces/announce.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useWords } from '../pieces/words.ts';
import { GroundFields, NotProtected } from './act-fields.tsx';
import { type ActForm, EMPTY_FORM } from './act-form.ts';
import { useHoldTexts } from './texts.ts';
import { useOpenHold } from './use-holds.ts';

/** A person stops a transfer that the program did not propose to stop. */
export function OpenHoldDialog({
  item,
  onDone,
}: {
  item: TimelineItem;
  onDone: () => void;
}): JSX.Element {
  const t = useHoldTexts();
  const words = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const open = useOpenHold();
  const [form, setForm] = useState(EMPTY_FORM);
  const [incoming, setIncoming] = useState(item.direction === 'in');
  const set = (part: Partial<ActForm>): void => setForm((known) => ({ ...known, ...part }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    open.mutate(holdOf(item, incoming, form), {
      onSuccess: ({ holdId }) => {
        announce(t('openedNow', { id: holdId }));
        onDone();
        void navigate({ to: '/holds/$holdId', params: { holdId: String(holdId) } });
      },
    });
  };
  return (
    <Dialog opened onClose={onDone} title={t('openTitle', { sum: format.money(item.amountMinor) })}>
      <form className="form" onSubmit={submit}>
        <p>{t('openAbout')}</p>
        <GroundFields form={form} set={set} isRequired />
        <Checkbox
          label={t('incoming')}
          checked={incoming}
          onChange={(event) => setIncoming(event.currentTarget.checked)}
        />
        {incoming && <NotProtected form={form} set={set} />}
        <Textarea
          label={t('reason')}
          description={t('reasonAbout')}
          required
          minLength={5}
          maxLength={2_000}
          rows={3}
          value={form.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
        {open.isError && <Problem error={open.error} />}
        <div className="form-acts">
          <Button onClick={onDone}>{words('cancel')}</Button>
          <Button type="submit" variant="filled" loading={open.isPending}>
            {t('openAct')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function holdOf(item: TimelineItem, incoming: boolean, form: ActForm): OpenHold {
  const words = form.notProtected.trim();
  return {
    transfer: item.seq,
    incoming,
    grounds: [
      {
        kind: form.ground as OpenHold['grounds'][number]['kind'],
        subject: form.subject === '' ? null : form.subject,
      },
    ],
    reason: form.reason.trim(),
    ...(incoming && words !== '' && { notProtectedBecause: words }),
  };
}
