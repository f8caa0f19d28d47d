import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { api, type PartyList } from '../api.ts';
import { type Column, DataTable } from '../pieces/data-table.tsx';
import { Heading } from '../pieces/heading.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { AddListDialog } from './add-list-dialog.tsx';
import { useListTexts } from './texts.ts';

/** Lists that transfers are checked against. */
export function ListsPage(): JSX.Element {
  const t = useListTexts();
  const [isAdding, setAdding] = useState(false);
  const lists = useInfiniteQuery({
    queryKey: ['lists', 'all'],
    queryFn: ({ pageParam }) => api().lists.all({ limit: 100, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const items = lists.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<PartyList>[] = [
    {
      id: 'name',
      title: t('name'),
      cell: ({ listId, name }) => (
        <Link to="/lists/$listId" params={{ listId: String(listId) }}>
          {name}
        </Link>
      ),
    },
    { id: 'kind', title: t('kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      id: 'force',
      title: t('inForce'),
      cell: ({ inForce }) =>
        inForce === null ? (
          <span className="muted">{t('none')}</span>
        ) : (
          t('versionNo', { n: inForce })
        ),
    },
    {
      id: 'scope',
      title: t('scope'),
      cell: ({ institutionId }) => t(institutionId === null ? 'forAll' : 'forUs'),
    },
    { id: 'source', title: t('source'), wide: true, cell: ({ source }) => source },
  ];
  return (
    <main id="content">
      <Heading title={t('title')}>
        <button type="button" className="button primary" onClick={() => setAdding(true)}>
          {t('addAct')}
        </button>
      </Heading>
      <p className="muted">{t('about')}</p>
      {lists.isPending && <Loading />}
      {lists.isError && <Problem error={lists.error} retry={() => lists.refetch()} />}
      {lists.isSuccess && items.length === 0 && (
        <Empty title={t('emptyTitle')}>
          <p>{t('emptyAbout')}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <DataTable
          caption={t('title')}
          columns={columns}
          items={items}
          keyOf={({ listId }) => listId}
        >
          <MoreButton query={lists} />
        </DataTable>
      )}
      {isAdding && <AddListDialog onDone={() => setAdding(false)} />}
    </main>
  );
}
