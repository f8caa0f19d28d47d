import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { KEY_SCOPES, type KeyScope } from '../../../src/service/access/role.ts';
import { api } from '../api.ts';
import { endOf } from '../networks/network-time.ts';
import { Dialog } from '../pieces/dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useWords } from '../pieces/words.ts';
import { InstitutionField } from './institution-field.tsx';
import { usePeopleTexts } from './texts.ts';

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
  const [day, setDay] = useState('');
  const make = useMutation({
    mutationFn: () => {
      const expiresAt = endOf(day);
      return api().keys.add({
        name: name.trim(),
        institution,
        scopes: [...scopes],
        ...(expiresAt !== undefined && { expiresAt }),
      });
    },
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
        <TextInput
          type="date"
          label={t('expires')}
          description={t('expiresAbout')}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
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
