import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { Role } from '../../../src/service/access/role.ts';
import { api, type User } from '../api.ts';
import { Dialog } from '../pieces/dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useWords } from '../pieces/words.ts';
import { RoleBoxes } from './role-boxes.tsx';
import { usePeopleTexts } from './texts.ts';

/** Gives and takes roles, one at a time: each is an act of its own in the record. */
export function RolesDialog({ user, onDone }: { user: User; onDone: () => void }): JSX.Element {
  const t = usePeopleTexts();
  const words = useWords();
  const queries = useQueryClient();
  const [roles, setRoles] = useState<readonly Role[]>(user.roles);
  const change = useMutation({
    mutationFn: ({ role, isOn }: { role: Role; isOn: boolean }) =>
      isOn ? api().users.grant(user.userId, role) : api().users.revoke(user.userId, role),
    onSuccess: (_, { role, isOn }) => {
      setRoles((known) => (isOn ? [...known, role] : known.filter((one) => one !== role)));
      void queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
  return (
    <Dialog opened onClose={onDone} title={t('rolesOf', { name: user.name })}>
      <p>{t('rolesAbout')}</p>
      <RoleBoxes
        chosen={roles}
        isBusy={change.isPending}
        onToggle={(role, isOn) => change.mutate({ role, isOn })}
      />
      {change.isError && <Problem error={change.error} />}
      <div className="form-acts">
        <Button onClick={onDone}>{words('close')}</Button>
      </div>
    </Dialog>
  );
}
