import { useInfiniteQuery } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { type AuditEntry, api } from '../api.ts';
import { useFormat } from '../format.ts';
import { type Column, DataTable } from '../pieces/data-table.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useWords } from '../pieces/words.ts';
import { useAuditTexts } from './texts.ts';

interface Wanted {
  readonly actor?: string;
  readonly action?: string;
  readonly object?: string;
}

export function Entries(): JSX.Element {
  const t = useAuditTexts();
  const [wanted, setWanted] = useState<Wanted>({});
  const entries = useInfiniteQuery({
    queryKey: ['audit', wanted],
    queryFn: ({ pageParam }) =>
      api().audit.list({
        ...wanted,
        limit: 100,
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const columns = useColumns();
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section>
      <EntryFilter onWanted={setWanted} />
      {entries.isPending && <Loading rows={10} />}
      {entries.isError && <Problem error={entries.error} retry={() => entries.refetch()} />}
      {entries.isSuccess && items.length === 0 && <p className="notice">{t('none')}</p>}
      {items.length > 0 && (
        <DataTable caption={t('title')} columns={columns} items={items} keyOf={({ seq }) => seq}>
          <MoreButton query={entries} />
        </DataTable>
      )}
    </section>
  );
}

function EntryFilter({ onWanted }: { onWanted: (wanted: Wanted) => void }): JSX.Element {
  const t = useAuditTexts();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)]
      .map(([name, value]) => [name, String(value).trim()])
      .filter(([, value]) => value !== '');
    onWanted(Object.fromEntries(given) as Wanted);
  };
  return (
    <form className="filters" onSubmit={submit}>
      <label className="field">
        <span>{t('who')}</span>
        <input name="actor" maxLength={200} />
      </label>
      <label className="field">
        <span>{t('action')}</span>
        <input name="action" placeholder="hold.release" maxLength={64} />
      </label>
      <label className="field">
        <span>{t('object')}</span>
        <input name="object" placeholder="alert:17" maxLength={140} />
      </label>
      <button type="submit" className="button">
        {t('find')}
      </button>
    </form>
  );
}

const isEmpty = (detail: unknown): boolean =>
  detail === null || detail === undefined || JSON.stringify(detail) === '{}';

function useColumns(): Column<AuditEntry>[] {
  const t = useAuditTexts();
  const words = useWords();
  const format = useFormat();
  return [
    { id: 'seq', title: t('number'), cell: ({ seq }) => <span className="number">{seq}</span> },
    {
      id: 'at',
      title: words('when'),
      cell: ({ at }) => <span className="number">{format.moment(at)}</span>,
    },
    {
      id: 'who',
      title: t('who'),
      cell: ({ actor, actorKind }) => (
        <span className="term">
          <b>{actor}</b>
          <span className="muted">{t(`kind.${actorKind}`)}</span>
        </span>
      ),
    },
    { id: 'action', title: t('action'), cell: ({ action }) => <code>{action}</code> },
    { id: 'object', title: t('object'), cell: ({ object }) => <code>{object}</code> },
    { id: 'reason', title: t('reason'), wide: true, cell: ({ reason }) => reason },
    {
      id: 'detail',
      title: t('detail'),
      wide: true,
      cell: ({ detail }) =>
        isEmpty(detail) ? null : <code className="detail">{JSON.stringify(detail)}</code>,
    },
  ];
}
