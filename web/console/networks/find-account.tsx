import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type JSX, useState } from 'react';
import { api } from '../api.ts';
import { Dialog } from '../pieces/dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useNetworkTexts } from './texts.ts';

const KINDS = ['account', 'iin', 'bin', 'phone', 'card'] as const;
type Kind = (typeof KINDS)[number];

/** Finds accounts by what they are called or known by. The number is never part of an address. */
export function FindAccount({ onDone }: { onDone: () => void }): JSX.Element {
  const t = useNetworkTexts();
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>('account');
  const [value, setValue] = useState('');
  const open = (ref: number): void => {
    onDone();
    void navigate({ to: '/accounts/$ref', params: { ref: String(ref) } });
  };
  const find = useMutation({
    mutationFn: () => {
      const told = value.trim();
      return api().accounts.find(
        kind === 'account' ? { account: told } : { identifier: { kind, value: told } },
      );
    },
    onSuccess: ({ items }) => {
      if (items.length === 1) open(items[0].ref);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    find.mutate();
  };
  return (
    <Dialog opened onClose={onDone} title={t('find')}>
      <form className="form" onSubmit={submit}>
        <label className="field">
          <span>{t('findBy')}</span>
          <select
            name="kind"
            value={kind}
            onChange={(event) => setKind(event.target.value as Kind)}
          >
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`by.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <TextInput
          label={t('findWhat')}
          description={t('findAbout')}
          name="value"
          autoComplete="off"
          spellCheck={false}
          required
          data-autofocus
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        {find.isError && <Problem error={find.error} />}
        {find.isSuccess && find.data.items.length === 0 && (
          <p className="notice" role="status">
            {t('findNone')}
          </p>
        )}
        {find.isSuccess && find.data.items.length > 1 && (
          <ul className="plain">
            {find.data.items.map(({ ref, name }) => (
              <li key={ref}>
                <button type="button" className="number-link" onClick={() => open(ref)}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        )}
        <div className="form-acts">
          <Button type="submit" variant="filled" loading={find.isPending}>
            {t('findAct')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
