import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { OpenCase } from '../../../src/client/cases.ts';
import { announce } from '../pieces/announce.tsx';
import { ChoiceField } from '../pieces/choice-field.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { MomentField } from '../pieces/moment-field.tsx';
import { localMoment, momentTold } from '../pieces/moment-text.ts';
import { ReasonField } from '../pieces/reason-field.tsx';
import { useCaseWords, useQueueTexts } from './texts.ts';
import { useOpenCase, useTerms } from './use-cases.ts';

/** What a case is opened from; nothing: by hand, or for a request. */
export interface CaseOrigin {
  readonly kind: 'alert' | 'network' | 'post' | 'campaign';
  readonly ref: string;
  /** A title to begin with. */
  readonly title: string;
}

/** Opens a case, and goes to it. */
export function OpenCaseDialog({
  origin,
  onDone,
}: {
  origin?: CaseOrigin;
  onDone: () => void;
}): JSX.Element {
  const t = useQueueTexts();
  const words = useCaseWords();
  const navigate = useNavigate();
  const open = useOpenCase();
  const [now] = useState(() => localMoment(Date.now()));
  const [form, setForm] = useState({
    title: origin?.title ?? '',
    from: 'hand' as 'hand' | 'request',
    reason: '',
    isMine: true,
    body: '',
    number: '',
    text: '',
    receivedAt: now,
    term: '',
  });
  const set = (part: Partial<typeof form>): void => setForm((known) => ({ ...known, ...part }));
  const isRequest = origin === undefined && form.from === 'request';
  const terms = useTerms(isRequest);
  const send = (): void => {
    const { title, reason, isMine } = form;
    const body: OpenCase = {
      title: title.trim(),
      from: origin?.kind ?? form.from,
      items: origin === undefined ? [] : [{ kind: origin.kind, ref: origin.ref }],
      reason: reason.trim(),
      assignee: isMine ? 'me' : 'nobody',
      ...(isRequest && {
        request: {
          from: form.body.trim(),
          number: form.number.trim(),
          text: form.text.trim(),
          receivedAt: momentTold(form.receivedAt),
          ...(form.term !== '' && { term: form.term as never }),
        },
      }),
    };
    open.mutate(body, {
      onSuccess: ({ caseId }) => {
        announce(t('opened'));
        onDone();
        void navigate({ to: '/cases/$caseId', params: { caseId: String(caseId) }, search: {} });
      },
    });
  };
  return (
    <FormDialog
      title={t('openCase')}
      act={t('openCase')}
      isReady={!isRequest || form.receivedAt !== ''}
      sending={open}
      onSend={send}
      onDone={onDone}
    >
      <TextInput
        name="title"
        label={words('title')}
        required
        minLength={3}
        maxLength={200}
        data-autofocus
        value={form.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      {origin === undefined && (
        <ChoiceField
          name="from"
          label={t('openFrom')}
          value={form.from}
          choices={[
            ['hand', t('byHand')],
            ['request', t('byRequest')],
          ]}
          onChange={(from) => set({ from: from as 'hand' })}
        />
      )}
      {isRequest && (
        <>
          <TextInput
            name="request-from"
            label={t('requestFrom')}
            required
            maxLength={200}
            value={form.body}
            onChange={(event) => set({ body: event.currentTarget.value })}
          />
          <TextInput
            name="request-number"
            label={t('requestNumber')}
            required
            maxLength={100}
            value={form.number}
            onChange={(event) => set({ number: event.currentTarget.value })}
          />
          <Textarea
            name="request-text"
            label={t('requestText')}
            required
            minLength={5}
            maxLength={20_000}
            rows={4}
            value={form.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
          <MomentField
            label={t('receivedAt')}
            value={form.receivedAt}
            max={now}
            onChange={(receivedAt) => set({ receivedAt })}
          />
          <ChoiceField
            name="term"
            label={t('term')}
            value={form.term}
            any={t('noTerm')}
            choices={(terms.data?.items ?? []).map(({ id, title }) => [id, title])}
            onChange={(term) => set({ term })}
          />
        </>
      )}
      <ReasonField label={t('why')} value={form.reason} onChange={(reason) => set({ reason })} />
      <Checkbox
        label={t('takeAtOnce')}
        checked={form.isMine}
        onChange={(event) => set({ isMine: event.currentTarget.checked })}
      />
    </FormDialog>
  );
}
