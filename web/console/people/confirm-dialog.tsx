import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import { api, type User } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useWords } from '../pieces/words.ts';
import type { MadeLink } from './people.tsx';
import { usePeopleTexts } from './texts.ts';

export type PersonAct = 'resetPassword' | 'resetCodes' | 'disable' | 'enable';

export function ConfirmDialog({
  user,
  act,
  onDone,
  onLink,
}: {
  user: User;
  act: PersonAct;
  onDone: () => void;
  onLink: (link: MadeLink) => void;
}): JSX.Element {
  const t = usePeopleTexts();
  const words = useWords();
  const queries = useQueryClient();
  const doIt = useMutation({
    mutationFn: async () => (await api().users[act](user.userId)) ?? null,
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: ['people'] });
      announce(t('done', { name: user.name }));
      if (made !== null) onLink({ name: user.name, token: made.token });
      onDone();
    },
  });
  return (
    <Dialog opened onClose={onDone} title={t('confirmTitle', { act: t(act), name: user.name })}>
      <p>{t('rolesAbout')}</p>
      {doIt.isError && <Problem error={doIt.error} />}
      <div className="form-acts">
        <Button onClick={onDone}>{words('cancel')}</Button>
        <Button
          variant="filled"
          {...(act === 'disable' && { color: 'red' })}
          loading={doIt.isPending}
          onClick={() => doIt.mutate()}
          data-autofocus
        >
          {t(act)}
        </Button>
      </div>
    </Dialog>
  );
}
