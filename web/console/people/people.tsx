import { useInfiniteQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { api, type User } from '../api.ts';
import { useFormat } from '../format.ts';
import { type Column, DataTable } from '../pieces/data-table.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useWords } from '../pieces/words.ts';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { PersonActs } from './person-acts.tsx';
import { usePeopleTexts } from './texts.ts';

/** A one-time link that was just made, and whom it is for. */
export interface MadeLink {
  readonly name: string;
  readonly token: string;
}

export function People(): JSX.Element {
  const t = usePeopleTexts();
  const [isAdding, setAdding] = useState(false);
  const [link, setLink] = useState<MadeLink | null>(null);
  const people = useInfiniteQuery({
    queryKey: ['people', 'users'],
    queryFn: ({ pageParam }) =>
      api().users.list({ limit: 100, ...(pageParam !== null && { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const columns = useColumns(setLink);
  const items = people.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section>
      <div className="section-head">
        <h2>{t('people')}</h2>
        <button type="button" className="button primary" onClick={() => setAdding(true)}>
          {t('addPerson')}
        </button>
      </div>
      {people.isPending && <Loading />}
      {people.isError && <Problem error={people.error} retry={() => people.refetch()} />}
      {items.length > 0 && (
        <DataTable
          caption={t('people')}
          columns={columns}
          items={items}
          keyOf={({ userId }) => userId}
          rowProps={({ disabledAt }) => (disabledAt === null ? {} : { className: 'is-off' })}
        >
          <MoreButton query={people} />
        </DataTable>
      )}
      {isAdding && <AddPersonDialog onDone={() => setAdding(false)} onAdded={setLink} />}
      {link !== null && <LinkDialog link={link} onDone={() => setLink(null)} />}
    </section>
  );
}

const stateOf = ({ disabledAt, ready, outside }: User) => {
  if (disabledAt !== null) return 'state.off';
  return ready || outside ? 'state.on' : 'state.waits';
};

function useColumns(onLink: (link: MadeLink) => void): Column<User>[] {
  const t = usePeopleTexts();
  const words = useWords();
  const format = useFormat();
  return [
    {
      id: 'name',
      title: t('name'),
      cell: ({ name, login }) => (
        <span className="term">
          <b>{name}</b>
          <span className="muted">{login}</span>
        </span>
      ),
    },
    { id: 'institution', title: t('institution'), cell: ({ institution }) => institution },
    {
      id: 'roles',
      title: t('roles'),
      wide: true,
      cell: ({ roles }) => roles.map((role) => words(`role.${role}`)).join(', ') || t('rolesNone'),
    },
    { id: 'totp', title: t('second'), cell: ({ hasTotp }) => t(hasTotp ? 'yes' : 'no') },
    {
      id: 'seen',
      title: t('lastSignIn'),
      cell: ({ lastSignInAt }) =>
        lastSignInAt === null ? t('never') : format.moment(lastSignInAt),
    },
    {
      id: 'state',
      title: t('state'),
      cell: (user) => (
        <span className="term">
          {t(stateOf(user))}
          {user.outside && <span className="muted">{t('outside')}</span>}
        </span>
      ),
    },
    {
      id: 'acts',
      title: t('acts'),
      cell: (user) => <PersonActs user={user} onLink={onLink} />,
    },
  ];
}
