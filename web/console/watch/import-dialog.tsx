import { Button, FileInput } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import type { PostsTaken, WatchSource } from '../api.ts';
import { useFormat } from '../format.ts';
import { type Column, DataTable } from '../pieces/data-table.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Problem } from '../pieces/problem.tsx';
import { isFile } from './source-kinds.ts';
import { useSourceTexts } from './texts.ts';
import { useImport } from './use-sources.ts';

/** Hands a file over; the dialog stays to tell what came of it. */
export function ImportDialog({
  source,
  onDone,
}: {
  source: WatchSource;
  onDone: () => void;
}): JSX.Element {
  const t = useSourceTexts();
  const [file, setFile] = useState<File | null>(null);
  const load = useImport(source);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file !== null) load.mutate(file);
  };
  const { kind } = source;
  return (
    <Dialog opened onClose={onDone} size="lg" title={t('importTitle')}>
      <form className="form" onSubmit={submit}>
        <p>
          <b>{source.name}</b>
        </p>
        <p className="muted">
          {isFile(kind) && t(`importAbout.${kind}`)} {t('importAbout')}
        </p>
        <div className="field-pair">
          <FileInput
            label={t('chooseFile')}
            placeholder={t('noFile')}
            leftSection={<Icon name="copy" />}
            accept=".json,.jsonl,.ndjson,.csv,.warc,.gz"
            required
            value={file}
            onChange={setFile}
          />
          <Button type="submit" variant="filled" loading={load.isPending}>
            {t('importFile')}
          </Button>
        </div>
        {load.isError && <Problem error={load.error} />}
        {load.data !== undefined && <Taken taken={load.data} />}
      </form>
    </Dialog>
  );
}

/** What became of posts that were read, in one sentence. */
export function useTakenWords(): (taken: PostsTaken) => string {
  const t = useSourceTexts();
  const format = useFormat();
  return (taken) =>
    t('taken', {
      fresh: format.number(taken.new),
      edited: format.number(taken.edited),
      gone: format.number(taken.gone),
      again: format.number(taken.again),
      unlawful: format.number(taken.unlawful),
    });
}

function Taken({ taken }: { taken: PostsTaken }): JSX.Element {
  const t = useSourceTexts();
  const format = useFormat();
  const said = useTakenWords();
  const columns: Column<PostsTaken['rejects'][number] & { readonly place: number }>[] = [
    { id: 'line', title: t('rejectLine'), numeric: true, cell: ({ line }) => line },
    {
      id: 'why',
      title: t('rejectWhy'),
      wide: true,
      cell: ({ code, message }) => (
        <>
          {message} <code className="small">{code}</code>
        </>
      ),
    },
  ];
  return (
    <>
      <p role="status" data-taken>
        <b>{said(taken)}</b>
        {taken.rejected > 0 && <>. {t('rejected', { n: format.number(taken.rejected) })}</>}
      </p>
      {taken.rejects.length > 0 && (
        <DataTable
          caption={t('rejectWhy')}
          columns={columns}
          items={taken.rejects.map((reject, place) => ({ ...reject, place }))}
          keyOf={({ place }) => place}
        />
      )}
    </>
  );
}
