import { Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { MAY_SET_UP } from '../../../src/domain/filing/filing-acts.ts';
import { api } from '../api.ts';
import { useFormat } from '../format.ts';
import { announce } from '../pieces/announce.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { dayText } from '../pieces/moment-text.ts';
import { Problem } from '../pieces/problem.tsx';
import { Rows } from '../pieces/rows.tsx';
import { Loading } from '../pieces/states.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { useSettings } from '../settings.ts';
import { useFilingTexts } from './texts.ts';
import { useSigns } from './use-filings.ts';

/** Codes of signs of suspicion: not public to us, so an officer brings them. */
export function SignTablePart(): JSX.Element {
  const t = useFilingTexts();
  const me = useMe();
  const signs = useSigns();
  const [isLoading, setLoading] = useState(false);
  return (
    <section data-signs>
      <div className="section-head">
        <h2>{t('signs')}</h2>
        {hasRole(me, MAY_SET_UP) && (
          <button
            type="button"
            className="button"
            data-act="load-signs"
            onClick={() => setLoading(true)}
          >
            {t('signsLoad')}
          </button>
        )}
      </div>
      {signs.isPending && <Loading rows={4} />}
      {signs.isError && <Problem error={signs.error} retry={() => signs.refetch()} />}
      {signs.data !== undefined && (
        <>
          <p className="notice small">{signs.data.note}</p>
          <SignRows table={signs.data} />
        </>
      )}
      {isLoading && <LoadDialog onDone={() => setLoading(false)} />}
    </section>
  );
}

type Table = NonNullable<ReturnType<typeof useSigns>['data']>;

function SignRows({ table: { number, source, at, by, rows } }: { table: Table }): JSX.Element {
  const t = useFilingTexts();
  const format = useFormat();
  const { language } = useSettings();
  if (number === null) return <p className="muted">{t('signsNone')}</p>;
  return (
    <>
      <p className="muted small">
        {t('signsLoaded', { n: number, source: source ?? '' })}
        {at !== null && ` · ${format.moment(at)}`}
        {by !== null && ` · ${by.name}`}
      </p>
      <Rows
        caption={t('signs')}
        items={rows}
        keyOf={({ code, from }) => `${code} ${from}`}
        columns={[
          {
            id: 'code',
            title: t('code'),
            cell: ({ code }) => <span className="number">{code}</span>,
          },
          { id: 'sign', title: t('sign'), wide: true, cell: ({ text }) => text },
          {
            id: 'force',
            title: t('inForce'),
            cell: ({ from, to }) =>
              `${dayText(from, language)} – ${to === null ? '…' : dayText(to, language)}`,
          },
        ]}
      />
    </>
  );
}

function LoadDialog({ onDone }: { onDone: () => void }): JSX.Element {
  const t = useFilingTexts();
  const queries = useQueryClient();
  const [csv, setCsv] = useState('');
  const [source, setSource] = useState('');
  const loading = useMutation({
    mutationFn: () => api().filings.loadSigns({ csv, source: source.trim() }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['filings'] });
      announce(t('saved'));
      onDone();
    },
  });
  return (
    <FormDialog
      title={t('signsLoad')}
      act={t('signsLoad')}
      isReady={csv.trim() !== ''}
      size="lg"
      sending={loading}
      onSend={() => loading.mutate()}
      onDone={onDone}
    >
      <Textarea
        name="csv"
        label={t('signsCsv')}
        description={t('signsCsvAbout')}
        required
        rows={8}
        maxLength={500_000}
        spellCheck={false}
        data-autofocus
        value={csv}
        onChange={(event) => setCsv(event.currentTarget.value)}
      />
      <label className="field">
        <span>{t('signsFile')}</span>
        <input
          type="file"
          name="file"
          accept=".csv,text/csv"
          onChange={(event) => void event.target.files?.[0]?.text().then(setCsv)}
        />
      </label>
      <TextInput
        name="source"
        label={t('signsSource')}
        description={t('signsSourceAbout')}
        required
        maxLength={300}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
