import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { api } from '../api.ts';
import { Problem } from '../pieces/problem.tsx';
import { Entrance } from './entrance.tsx';
import { useSessionTexts } from './texts.ts';

/** The second step of every sign-in: the code of the app, or a recovery code. */
export function GiveCode({ onDone }: { onDone: () => void }): JSX.Element {
  const t = useSessionTexts();
  const [code, setCode] = useState('');
  const give = useMutation({
    mutationFn: () => api().session.code(code.trim()),
    onSuccess: onDone,
    onError: () => setCode(''),
  });
  const leave = useMutation({ mutationFn: () => api().session.logout(), onSettled: onDone });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    give.mutate();
  };
  return (
    <Entrance title={t('codeTitle')}>
      <form className="form" onSubmit={submit}>
        <CodeField value={code} onChange={setCode} about={t('codeAbout')} />
        {give.isError && <Problem error={give.error} />}
        <Button type="submit" variant="filled" loading={give.isPending}>
          {t('goOn')}
        </Button>
        <Button variant="subtle" onClick={() => leave.mutate()}>
          {t('otherPerson')}
        </Button>
      </form>
    </Entrance>
  );
}

export function CodeField({
  value,
  onChange,
  about,
}: {
  value: string;
  onChange: (code: string) => void;
  about?: string;
}): JSX.Element {
  const t = useSessionTexts();
  return (
    <TextInput
      label={t('code')}
      description={about}
      name="code"
      className="code-field"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      required
      minLength={6}
      maxLength={32}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
