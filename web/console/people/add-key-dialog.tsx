import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { KEY_SCOPES, type KeyScope } from '../../../src/service/access/role.ts';
import { api } from '../api.ts';
import { Dialog } from '../pieces/dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useWords } from '../pieces/words.ts';
import { InstitutionField } from './institution-field.tsx';
import { usePeopleTexts } from './texts.ts';

const DAY_MS = 86_400_000;
/** A key that ends is renewed by somebody who looks; a year is the longest. */
const TERMS_DAYS = [30, 90, 180, 365] as const;

export function AddKeyDialog({
  onDone,
  onMade,
}: {
  onDone: () => void;
  onMade: (key: string) => void;
}): JSX.Element {
  const t = usePeopleTexts();
  const words = useWords();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [institution, setInstitution] = useState('');
  const [scopes, setScopes] = useState<readonly KeyScope[]>(['decisions:write']);
  const [days, setDays] = useState<number>(TERMS_DAYS[1]);
  const make = useMutation({
    mutationFn: () =>
      api().keys.add({
        name: name.trim(),
        institution,
        scopes: [...scopes],
        expiresAt: Date.now() + days * DAY_MS,
      }),
    onSuccess: ({ key }) => {
      void queries.invalidateQueries({ queryKey: ['people', 'keys'] });
      onMade(key);
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (scopes.length > 0) make.mutate();
  };
  const toggle = (scope: KeyScope, isOn: boolean): void =>
    setScopes((known) => (isOn ? [...known, scope] : known.filter((one) => one !== scope)));
  return (
    <Dialog opened onClose={onDone} title={t('addKey')}>
      <form className="form" onSubmit={submit}>
        <TextInput
          label={t('keyName')}
          placeholder={t('keyNameHint')}
          name="name"
          required
          maxLength={200}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <InstitutionField value={institution} onChange={setInstitution} />
        <fieldset className="choices boxes">
          <legend>{t('scopes')}</legend>
          {KEY_SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              label={<code>{scope}</code>}
              checked={scopes.includes(scope)}
              onChange={(event) => toggle(scope, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
        <label className="field">
          <span>{t('expires')}</span>
          <select
            name="expires"
            value={days}
            onChange={(event) => setDays(Number(event.target.value))}
          >
            {TERMS_DAYS.map((n) => (
              <option key={n} value={n}>
                {t('inDays', { n })}
              </option>
            ))}
          </select>
        </label>
        {make.isError && <Problem error={make.error} />}
        <div className="form-acts">
          <Button onClick={onDone}>{words('cancel')}</Button>
          <Button
            type="submit"
            variant="filled"
            loading={make.isPending}
            disabled={scopes.length === 0}
          >
            {t('addKey')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
