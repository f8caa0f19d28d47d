import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import { api } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { ReasonDialog } from '../pieces/reason-dialog.tsx';
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
  const withdraw = useMutation({
    mutationFn: (reason: string) => api().lists.withdraw(listId, reason),
    onSuccess: ({ gone }) => {
      void queries.invalidateQueries({ queryKey: ['lists'] });
      announce(t('withdrawn', { gone }));
      onDone();
    },
  });
  return (
    <ReasonDialog
      title={t('withdraw')}
      act={t('withdraw')}
      about={t('withdrawAbout')}
      reasonLabel={t('reason')}
      least={3}
      isGrave
      sending={withdraw}
      onSend={(reason) => withdraw.mutate(reason)}
      onDone={onDone}
    />
  );
}
