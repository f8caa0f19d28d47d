import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { api } from '../api.ts';
import { Problem } from '../pieces/problem.tsx';
import { Entrance } from './entrance.tsx';
import { useSessionTexts } from './texts.ts';

/** Why somebody stands in front of the door. */
export type Arrival = 'expired' | 'passwordReady' | null;

export function SignIn({
  arrival,
  oidc,
  onDone,
}: {
  arrival: Arrival;
  oidc: boolean;
  onDone: () => void;
}): JSX.Element {
  const t = useSessionTexts();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => api().session.login({ login: login.trim(), password }),
    onSuccess: onDone,
    onError: () => setPassword(''),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <Entrance title={t('signIn')}>
      {arrival !== null && (
        <p className="notice" role="status">
          {t(arrival)}
        </p>
      )}
      <form className="form" onSubmit={submit}>
        <TextInput
          label={t('login')}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('password')}
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {enter.isError && <Problem error={enter.error} />}
        <Button type="submit" variant="filled" loading={enter.isPending}>
          {t('signInAct')}
        </Button>
        {oidc && (
          <Button component="a" href={`/v1/session/oidc?returnTo=${here()}`}>
            {t('oidc')}
          </Button>
        )}
      </form>
    </Entrance>
  );
}

const here = (): string => encodeURIComponent(location.pathname + location.search);
