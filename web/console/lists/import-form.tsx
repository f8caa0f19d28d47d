import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type JSX, useRef } from 'react';
import { api } from '../api.ts';
import { Problem } from '../pieces/problem.tsx';
import { useListTexts } from './texts.ts';

/** Loads a file as the next version; what it would change is shown at once. */
export function ImportForm({
  listId,
  onLoaded,
}: {
  listId: number;
  onLoaded: (number: number) => void;
}): JSX.Element {
  const t = useListTexts();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const load = useMutation({
    mutationFn: (file: File) => api().lists.upload(listId, file.name, file),
    onSuccess: ({ number }) => {
      if (input.current !== null) input.current.value = '';
      void queries.invalidateQueries({ queryKey: ['lists'] });
      onLoaded(number);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const file = input.current?.files?.[0];
    if (file !== undefined) load.mutate(file);
  };
  return (
    <form className="panel form" onSubmit={submit}>
      <h2>{t('importTitle')}</h2>
      <p className="muted">{t('importAbout')}</p>
      <div className="field-pair">
        <label className="field">
          <span>{t('chooseFile')}</span>
          <input ref={input} type="file" name="file" required accept=".csv,.json,.xml,.txt" />
        </label>
        <Button type="submit" variant="filled" loading={load.isPending}>
          {t('importAct')}
        </Button>
      </div>
      {load.isError && <Problem error={load.error} />}
    </form>
  );
}
