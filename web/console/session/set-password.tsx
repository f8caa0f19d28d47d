import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { api } from '../api.ts';
import { Problem } from '../pieces/problem.tsx';
import { Entrance } from './entrance.tsx';
import { NewPassword } from './new-password.tsx';
import { useSessionTexts } from './texts.ts';
import { takeToken } from './token.ts';

/** The page behind the one-time link of a new person, or of one whose password was taken away. */
export function SetPassword({ onDone }: { onDone: () => void }): JSX.Element {
  const t = useSessionTexts();
  const [token] = useState(takeToken);
  const [password, setPassword] = useState('');
  const set = useMutation({
    mutationFn: () => api().session.setPassword({ token, password }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (password !== '') set.mutate();
  };
  return (
    <Entrance title={t('setPasswordTitle')}>
      {token === '' ? (
        <p className="notice">{t('linkEmpty')}</p>
      ) : (
        <form className="form" onSubmit={submit}>
          <NewPassword onChange={setPassword} />
          {set.isError && <Problem error={set.error} />}
          <Button type="submit" variant="filled" loading={set.isPending}>
            {t('setPasswordAct')}
          </Button>
        </form>
      )}
    </Entrance>
  );
}
