import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { type ApiKey, api } from '../api.ts';
import { useFormat } from '../format.ts';
import { announce } from '../pieces/announce.tsx';
import { CopyLine } from '../pieces/copy-line.tsx';
import { type Column, DataTable } from '../pieces/data-table.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useWords } from '../pieces/words.ts';
import { AddKeyDialog } from './add-key-dialog.tsx';
import { usePeopleTexts } from './texts.ts';

/** Keys by which programs of banks call the service. */
export function Keys(): JSX.Element {
  const t = usePeopleTexts();
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const keys = useQuery({ queryKey: ['people', 'keys'], queryFn: () => api().keys.list() });
  const columns = useColumns();
  return (
    <section>
      <div className="section-head">
        <h2>{t('keys')}</h2>
        <button type="button" className="button primary" onClick={() => setAdding(true)}>
          {t('addKey')}
        </button>
      </div>
      {keys.isPending && <Loading rows={3} />}
      {keys.isError && <Problem error={keys.error} retry={() => keys.refetch()} />}
      {keys.data?.items.length === 0 && <p className="muted">{t('keysNone')}</p>}
      {keys.data !== undefined && keys.data.items.length > 0 && (
        <DataTable
          caption={t('keys')}
          columns={columns}
          items={keys.data.items}
          keyOf={({ keyId }) => keyId}
          rowProps={({ revokedAt }) => (revokedAt === null ? {} : { className: 'is-off' })}
        />
      )}
      {isAdding && <AddKeyDialog onDone={() => setAdding(false)} onMade={setMade} />}
      {made !== null && (
        <Dialog opened onClose={() => setMade(null)} title={t('keyTitle')}>
          <p>{t('keyAbout')}</p>
          <CopyLine text={made} label={t('key')} />
        </Dialog>
      )}
    </section>
  );
}

function useColumns(): Column<ApiKey>[] {
  const t = usePeopleTexts();
  const format = useFormat();
  return [
    { id: 'name', title: t('keyName'), cell: ({ name }) => <b>{name}</b> },
    { id: 'institution', title: t('institution'), cell: ({ institution }) => institution },
    {
      id: 'scopes',
      title: t('scopes'),
      wide: true,
      cell: ({ scopes }) => <code className="scopes">{scopes.join(' ')}</code>,
    },
    {
      id: 'made',
      title: t('made'),
      cell: ({ createdAt, createdBy }) => (
        <span className="term">
          {format.date(createdAt)}
          <span className="muted">{createdBy}</span>
        </span>
      ),
    },
    { id: 'expires', title: t('expires'), cell: ({ expiresAt }) => format.date(expiresAt) },
    {
      id: 'used',
      title: t('used'),
      cell: ({ usedAt }) => (usedAt === null ? t('never') : format.moment(usedAt)),
    },
    {
      id: 'acts',
      title: t('acts'),
      cell: (key) =>
        key.revokedAt === null ? (
          <Revoke apiKey={key} />
        ) : (
          <span className="muted">{t('revoked')}</span>
        ),
    },
  ];
}

function Revoke({ apiKey }: { apiKey: ApiKey }): JSX.Element {
  const t = usePeopleTexts();
  const words = useWords();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const revoke = useMutation({
    mutationFn: () => api().keys.revoke(apiKey.keyId),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['people', 'keys'] });
      announce(t('done', { name: apiKey.name }));
      setAsked(false);
    },
  });
  return (
    <>
      <button type="button" className="button" onClick={() => setAsked(true)}>
        {t('revoke')}
      </button>
      {isAsked && (
        <Dialog
          opened
          onClose={() => setAsked(false)}
          title={t('confirmTitle', { act: t('revoke'), name: apiKey.name })}
        >
          <p>{t('revokeAbout')}</p>
          {revoke.isError && <Problem error={revoke.error} />}
          <div className="form-acts">
            <Button onClick={() => setAsked(false)}>{words('cancel')}</Button>
            <Button
              variant="filled"
              color="red"
              loading={revoke.isPending}
              onClick={() => revoke.mutate()}
            >
              {t('revoke')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
