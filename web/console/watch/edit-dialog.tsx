import { Textarea, TextInput } from '@mantine/core';
import { type JSX, useState } from 'react';
import type { TakedownDetail } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useTakedownTexts, useWatchWords } from './texts.ts';
import { useEdit, useLetter } from './use-takedowns.ts';

/** The letter, written anew by who drafted it. */
export function EditDialog({
  takedown: latest,
  onDone,
}: {
  takedown: TakedownDetail;
  onDone: () => void;
}): JSX.Element {
  const t = useTakedownTexts();
  // What is written stays under the hand when the request changes meanwhile; saving it then is refused.
  const [takedown] = useState(latest);
  const letter = useLetter(takedown, 'request', true);
  if (letter.data !== undefined)
    return (
      <EditForm
        takedown={takedown}
        was={{
          addressee: letter.data.addressee,
          subject: letter.data.subject,
          body: letter.data.body,
        }}
        onDone={onDone}
      />
    );
  return (
    <Dialog opened onClose={onDone} size="lg" title={t('act.edit')}>
      {letter.isPending && <Loading rows={4} />}
      {letter.isError && <Problem error={letter.error} retry={() => letter.refetch()} />}
    </Dialog>
  );
}

interface Words {
  readonly addressee: string;
  readonly subject: string;
  readonly body: string;
}

function EditForm({
  takedown,
  was,
  onDone,
}: {
  takedown: TakedownDetail;
  was: Words;
  onDone: () => void;
}): JSX.Element {
  const t = useTakedownTexts();
  const tw = useWatchWords();
  const edit = useEdit(takedown);
  const [words, setWords] = useState(was);
  const changed = Object.fromEntries(
    Object.entries(words).filter(([name, value]) => value !== was[name as keyof Words]),
  );
  const send = (): void =>
    edit.mutate(changed, {
      onSuccess: () => {
        announce(t('edited'));
        onDone();
      },
    });
  const field = (name: keyof Words) => ({
    name,
    label: t(name),
    required: true,
    value: words[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setWords((known) => ({ ...known, [name]: value }));
    },
  });
  return (
    <FormDialog
      title={t('act.edit')}
      act={tw('save')}
      size="lg"
      isReady={Object.keys(changed).length > 0}
      sending={edit}
      onSend={send}
      onDone={onDone}
    >
      <TextInput {...field('addressee')} minLength={2} maxLength={300} />
      <TextInput {...field('subject')} minLength={3} maxLength={300} />
      <Textarea {...field('body')} minLength={20} maxLength={20_000} rows={16} data-autofocus />
    </FormDialog>
  );
}
