import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { api } from '../api.ts';
import { Problem } from '../pieces/problem.tsx';
import { Entrance } from './entrance.tsx';
import { NewPassword } from './new-password.tsx';
import { useSessionTexts } from './texts.ts';
import { takeToken } from './token.ts';

/** A new installation: whoever holds the token that the server printed becomes its first administrator. */
export function FirstRun({ onDone }: { onDone: () => void }): JSX.Element {
  const t = useSessionTexts();
  const [token, setToken] = useState(takeToken);
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [isWorking, setWorking] = useState(true);
  const create = useMutation({
    mutationFn: () =>
      api().session.setup({
        token: token.trim(),
        login: login.trim(),
        name: name.trim(),
        password,
        roles: isWorking ? ['supervisor'] : [],
      }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (password !== '') create.mutate();
  };
  return (
    <Entrance title={t('setupTitle')}>
      <p>{t('setupAbout')}</p>
      <form className="form" onSubmit={submit}>
        <TextInput
          label={t('setupToken')}
          description={t('setupTokenAbout')}
          name="token"
          autoComplete="off"
          spellCheck={false}
          required
          value={token}
          onChange={(event) => setToken(event.currentTarget.value)}
        />
        <TextInput
          label={t('setupName')}
          name="name"
          autoComplete="name"
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('login')}
          description={t('loginAbout')}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
        />
        <NewPassword onChange={setPassword} />
        <Checkbox
          label={t('setupWork')}
          description={t('setupWorkAbout')}
          checked={isWorking}
          onChange={(event) => setWorking(event.currentTarget.checked)}
        />
        {create.isError && <Problem error={create.error} />}
        <Button type="submit" variant="filled" loading={create.isPending}>
          {t('setupAct')}
        </Button>
      </form>
    </Entrance>
  );
}
