import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { api } from '../api.ts';
import { useFormat } from '../format.ts';
import { announce } from '../pieces/announce.tsx';
import { DataTable } from '../pieces/data-table.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { Figure, Figures } from '../pieces/figures.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useSettings } from '../settings.ts';
import { useListTexts } from './texts.ts';

/** What a version would change against what is in force now; and, for whoever keeps the list, putting it in force. */
export function PreviewDialog({
  listId,
  number,
  mayActivate,
  onDone,
}: {
  listId: number;
  number: number;
  mayActivate: boolean;
  onDone: () => void;
}): JSX.Element {
  const t = useListTexts();
  const format = useFormat();
  const preview = useQuery({
    queryKey: ['lists', 'preview', listId, number],
    queryFn: () => api().lists.preview(listId, number),
    staleTime: 0,
  });
  const { data } = preview;
  return (
    <Dialog opened onClose={onDone} size="lg" title={t('previewTitle', { n: number })}>
      {preview.isPending && <Loading rows={4} />}
      {preview.isError && <Problem error={preview.error} retry={() => preview.refetch()} />}
      {data !== undefined && (
        <>
          <p className="muted">
            {data.comparedWith === null
              ? t('comparedNone')
              : t('comparedWith', { n: data.comparedWith })}
          </p>
          <Figures>
            <Figure label={t('added')}>{format.number(data.added)}</Figure>
            <Figure label={t('removed')}>{format.number(data.removed)}</Figure>
            <Figure label={t('changed')}>{format.number(data.changed)}</Figure>
            <Figure label={t('same')}>{format.number(data.same)}</Figure>
            <Figure
              label={t('customers')}
              note={`${t('newOnes', { n: data.newCustomers })}; ${t('goneOnes', { n: data.goneCustomers })}`}
            >
              {format.number(data.customers)}
            </Figure>
            <Figure
              label={t('accounts')}
              note={`${t('newOnes', { n: data.newAccounts })}; ${t('goneOnes', { n: data.goneAccounts })}`}
            >
              {format.number(data.accounts)}
            </Figure>
            <Figure label={t('byNameOnly')} note={t('byNameOnlyAbout')}>
              {format.number(data.byNameOnly)}
            </Figure>
          </Figures>
        </>
      )}
      <Faults listId={listId} number={number} />
      {mayActivate && data !== undefined && (
        <Activation listId={listId} number={number} onDone={onDone} />
      )}
    </Dialog>
  );
}

function Faults({ listId, number }: { listId: number; number: number }): JSX.Element | null {
  const t = useListTexts();
  const { language } = useSettings();
  const { data } = useQuery({
    queryKey: ['lists', 'faults', listId, number, language],
    queryFn: () => api().lists.faults(listId, number, { limit: 50 }),
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section>
      <h3>{t('faults')}</h3>
      <DataTable
        caption={t('faults')}
        columns={[
          { id: 'line', title: t('line'), numeric: true, cell: ({ line }) => line },
          { id: 'column', title: t('column'), cell: ({ column }) => column },
          {
            id: 'fault',
            title: t('fault'),
            wide: true,
            cell: ({ message, code }) => (
              <>
                {message} <code>{code}</code>
              </>
            ),
          },
        ]}
        items={data.items}
        keyOf={({ line, column, code }) => `${line} ${column} ${code}`}
      />
    </section>
  );
}

function Activation({
  listId,
  number,
  onDone,
}: {
  listId: number;
  number: number;
  onDone: () => void;
}): JSX.Element {
  const t = useListTexts();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const activate = useMutation({
    mutationFn: () => api().lists.activate(listId, number, reason.trim()),
    onSuccess: ({ met, gone }) => {
      void queries.invalidateQueries({ queryKey: ['lists'] });
      announce(t('activated', { n: number, met, gone }));
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    activate.mutate();
  };
  return (
    <form className="form" onSubmit={submit}>
      <h3>{t('activateTitle', { n: number })}</h3>
      <p className="muted">{t('activateAbout')}</p>
      <Textarea
        label={t('reason')}
        required
        minLength={3}
        maxLength={2_000}
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {activate.isError && <Problem error={activate.error} />}
      <div className="form-acts">
        <Button type="submit" variant="filled" loading={activate.isPending}>
          {t('activate')}
        </Button>
      </div>
    </form>
  );
}
