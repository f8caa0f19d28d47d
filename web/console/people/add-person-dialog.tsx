import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import type { Role } from '../../../src/service/access/role.ts';
import { api } from '../api.ts';
import { Dialog } from '../pieces/dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useWords } from '../pieces/words.ts';
import { InstitutionField } from './institution-field.tsx';
import type { MadeLink } from './people.tsx';
import { RoleBoxes } from './role-boxes.tsx';
import { usePeopleTexts } from './texts.ts';

export function AddPersonDialog({
  onDone,
  onAdded,
}: {
  onDone: () => void;
  onAdded: (link: MadeLink) => void;
}): JSX.Element {
  const t = usePeopleTexts();
  const words = useWords();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [institution, setInstitution] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['analyst']);
  const add = useMutation({
    mutationFn: () =>
      api().users.add({
        name: name.trim(),
        login: login.trim(),
        institution,
        roles: [...roles],
      }),
    onSuccess: ({ token }) => {
      void queries.invalidateQueries({ queryKey: ['people'] });
      onAdded({ name: name.trim(), token });
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (roles.length > 0) add.mutate();
  };
  return (
    <Dialog opened onClose={onDone} title={t('addPerson')}>
      <form className="form" onSubmit={submit}>
        <TextInput
          label={t('name')}
          name="name"
          required
          maxLength={200}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('login')}
          name="login"
          required
          maxLength={64}
          autoCapitalize="none"
          spellCheck={false}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
        />
        <InstitutionField value={institution} onChange={setInstitution} />
        <RoleBoxes
          chosen={roles}
          onToggle={(role, isOn) =>
            setRoles((known) => (isOn ? [...known, role] : known.filter((one) => one !== role)))
          }
        />
        {add.isError && <Problem error={add.error} />}
        <div className="form-acts">
          <Button onClick={onDone}>{words('cancel')}</Button>
          <Button
            type="submit"
            variant="filled"
            loading={add.isPending}
            disabled={roles.length === 0}
          >
            {words('add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
