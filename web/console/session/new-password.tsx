import { PasswordInput } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useSessionTexts } from './texts.ts';

/** A new password, twice. What the caller hears is '' until both are the same. */
export function NewPassword({ onChange }: { onChange: (password: string) => void }): JSX.Element {
  const t = useSessionTexts();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const tell = (a: string, b: string): void => {
    setFirst(a);
    setSecond(b);
    onChange(a === b ? a : '');
  };
  const differ = second !== '' && first !== second;
  return (
    <>
      <PasswordInput
        label={t('newPassword')}
        description={t('passwordAbout')}
        name="new-password"
        autoComplete="new-password"
        required
        minLength={12}
        value={first}
        onChange={(event) => tell(event.currentTarget.value, second)}
      />
      <PasswordInput
        label={t('passwordAgain')}
        name="new-password-again"
        autoComplete="new-password"
        required
        value={second}
        error={differ ? t('passwordsDiffer') : undefined}
        onChange={(event) => tell(first, event.currentTarget.value)}
      />
    </>
  );
}
