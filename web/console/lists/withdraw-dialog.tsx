import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { api } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useListTexts } from './texts.ts';

/** Takes a list out of force, for a reason. */
export function WithdrawDialog({
  listId,
  onDone,
}: {
  listId: number;
  onDone: () => void;
}): JSX.Element {
  const t = useListTexts();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () => api().lists.withdraw(listId, reason.trim()),
    onSuccess: ({ gone }) => {
      void queries.invalidateQueries({ queryKey: ['lists'] });
      announce(t('withdrawn', { gone }));
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    withdraw.mutate();
  };
  return (
    <Dialog opened onClose={onDone} title={t('withdraw')}>
      <form className="form" onSubmit={submit}>
        <p className="muted">{t('withdrawAbout')}</p>
        <Textarea
          label={t('reason')}
          required
          minLength={3}
          maxLength={2_000}
          rows={2}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {withdraw.isError && <Problem error={withdraw.error} />}
        <div className="form-acts">
          <Button type="submit" variant="filled" loading={withdraw.isPending}>
            {t('withdraw')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
