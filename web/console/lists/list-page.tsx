import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { api, type ListVersion } from '../api.ts';
import { useFormat } from '../format.ts';
import { Announcements } from '../pieces/announce.tsx';
import { type Column, DataTable } from '../pieces/data-table.tsx';
import { Figure, Figures } from '../pieces/figures.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Icon } from '../pieces/icon.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { ImportForm } from './import-form.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { useListTexts } from './texts.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** One list: its versions, and a new one. */
export function ListPage(): JSX.Element {
  const t = useListTexts();
  const { listId: text } = useParams({ from: '/lists/$listId' });
  const listId = Number(text);
  const [shown, setShown] = useState<number | null>(null);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const list = useList(listId);
  const versions = useInfiniteQuery({
    queryKey: ['lists', 'versions', listId],
    queryFn: ({ pageParam }) => api().lists.versions(listId, { limit: 50, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const columns = useColumns(setShown);
  const items = versions.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <main id="content">
      <nav className="trail">
        <Link className="back" to="/lists">
          <Icon name="back" />
          {t('toLists')}
        </Link>
      </nav>
      <Heading title={list?.name ?? t('title')} />
      {list !== undefined && (
        <Figures>
          <Figure label={t('kind')}>{t(`kind.${list.kind}`)}</Figure>
          <Figure label={t('inForce')}>
            {list.inForce === null ? t('none') : t('versionNo', { n: list.inForce })}
          </Figure>
          <Figure label={t('scope')}>{t(list.institutionId === null ? 'forAll' : 'forUs')}</Figure>
          <Figure label={t('source')}>{list.source}</Figure>
          <Figure label={t('handling')}>{list.handling}</Figure>
        </Figures>
      )}
      {list?.managed === true && <ImportForm listId={listId} onLoaded={setShown} />}
      <div className="section-head">
        <h2>{t('versions')}</h2>
        {list?.managed === true && list.inForce !== null && (
          <button type="button" className="button" onClick={() => setWithdrawing(true)}>
            {t('withdraw')}
          </button>
        )}
      </div>
      {versions.isPending && <Loading />}
      {versions.isError && <Problem error={versions.error} retry={() => versions.refetch()} />}
      {versions.isSuccess && items.length === 0 && <p className="muted">{t('versionsNone')}</p>}
      {items.length > 0 && (
        <DataTable
          caption={t('versions')}
          columns={columns}
          items={items}
          keyOf={({ number }) => number}
        >
          <MoreButton query={versions} />
        </DataTable>
      )}
      {shown !== null && (
        <PreviewDialog
          listId={listId}
          number={shown}
          mayActivate={list?.managed === true}
          onDone={() => setShown(null)}
        />
      )}
      {isWithdrawing && <WithdrawDialog listId={listId} onDone={() => setWithdrawing(false)} />}
      <Announcements />
    </main>
  );
}

/** There are few lists: the one wanted is looked up among all. */
function useList(listId: number) {
  const { data } = useQuery({
    queryKey: ['lists', 'few'],
    queryFn: () => api().lists.all({ limit: 200 }),
  });
  return data?.items.find((one) => one.listId === listId);
}

function useColumns(show: (number: number) => void): Column<ListVersion>[] {
  const t = useListTexts();
  const format = useFormat();
  return [
    {
      id: 'number',
      title: t('versions'),
      cell: ({ number, inForce }) => (
        <span className="version">
          {t('versionNo', { n: number })}
          {inForce.some(({ to }) => to === null) && (
            <span className="state-tag state-in_force">{t('inForce')}</span>
          )}
        </span>
      ),
    },
    { id: 'file', title: t('file'), wide: true, cell: ({ fileName }) => fileName },
    {
      id: 'loaded',
      title: t('loaded'),
      cell: ({ importedAt, importedBy }) => (
        <span className="term">
          <span className="number">{format.moment(importedAt)}</span>
          <span className="muted">{importedBy}</span>
        </span>
      ),
    },
    {
      id: 'entries',
      title: t('entries'),
      numeric: true,
      cell: ({ entries }) => format.number(entries),
    },
    {
      id: 'changes',
      title: t('changes'),
      numeric: true,
      cell: ({ added, removed, changed }) => t('changesAre', { added, removed, changed }),
    },
    {
      id: 'rejected',
      title: t('rejected'),
      numeric: true,
      cell: ({ rejected }) => format.number(rejected),
    },
    {
      id: 'act',
      title: t('preview'),
      cell: ({ number }) => (
        <button type="button" className="button" onClick={() => show(number)}>
          {t('preview')}
        </button>
      ),
    },
  ];
}
