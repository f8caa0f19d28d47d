import { Button, FileInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { api } from '../api.ts';
import { Icon } from '../pieces/icon.tsx';
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
  const [file, setFile] = useState<File | null>(null);
  const load = useMutation({
    mutationFn: (chosen: File) => api().lists.upload(listId, chosen.name, chosen),
    onSuccess: ({ number }) => {
      setFile(null);
      void queries.invalidateQueries({ queryKey: ['lists'] });
      onLoaded(number);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file !== null) load.mutate(file);
  };
  return (
    <form className="panel form" onSubmit={submit}>
      <h2>{t('importTitle')}</h2>
      <p className="muted">{t('importAbout')}</p>
      <div className="field-pair">
        <FileInput
          label={t('chooseFile')}
          placeholder={t('noFile')}
          leftSection={<Icon name="copy" />}
          accept=".csv,.json,.xml,.txt"
          required
          value={file}
          onChange={setFile}
        />
        <Button type="submit" variant="filled" loading={load.isPending}>
          {t('importAct')}
        </Button>
      </div>
      {load.isError && <Problem error={load.error} />}
    </form>
  );
}
