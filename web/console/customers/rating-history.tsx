import type { JSX } from 'react';
import type { Rating } from '../api.ts';
import { useFormat } from '../format.ts';
import { type Column, DataTable } from '../pieces/data-table.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useWords } from '../pieces/words.ts';
import { LevelMark, Points } from '../risk/level-mark.tsx';
import { useRiskTexts } from '../risk/texts.ts';
import { useCustomerTexts } from './texts.ts';
import { useRatings } from './use-customers.ts';

/** A rating and by how much it differs from the one before; null where that one has not come yet. */
type Dated = Rating & { readonly rise: number | null };

/** How the customer was rated over time, and what made it be rated anew. */
export function RatingHistory({ customerId }: { customerId: number }): JSX.Element {
  const t = useCustomerTexts();
  const ratings = useRatings(customerId);
  const items = ratings.data?.pages.flatMap((page) => page.items) ?? [];
  const dated: Dated[] = items.map((one, i) => ({
    ...one,
    rise: i + 1 < items.length ? one.points - items[i + 1].points : null,
  }));
  const columns = useColumns();
  return (
    <section>
      <h2>{t('history')}</h2>
      {ratings.isPending && <Loading rows={2} />}
      {ratings.isError && <Problem error={ratings.error} retry={() => ratings.refetch()} />}
      {ratings.isSuccess && items.length === 0 && <p className="muted">{t('ratingNone')}</p>}
      {dated.length > 0 && (
        <DataTable
          caption={t('history')}
          columns={columns}
          items={dated}
          keyOf={({ ratedAt, points }) => `${ratedAt} ${points}`}
        >
          <MoreButton query={ratings} />
        </DataTable>
      )}
    </section>
  );
}

function useColumns(): Column<Dated>[] {
  const t = useCustomerTexts();
  const tr = useRiskTexts();
  const words = useWords();
  const format = useFormat();
  return [
    {
      id: 'at',
      title: words('when'),
      cell: ({ ratedAt }) => <span className="number">{format.moment(ratedAt)}</span>,
    },
    { id: 'level', title: tr('level'), cell: ({ level }) => <LevelMark level={level} /> },
    { id: 'points', title: t('points'), cell: ({ points }) => <Points points={points} /> },
    {
      id: 'change',
      title: t('change'),
      numeric: true,
      cell: ({ rise }) => (rise === null ? null : `${rise > 0 ? '+' : ''}${format.number(rise)}`),
    },
    { id: 'cause', title: t('cause'), cell: ({ cause }) => t(`cause.${cause}`) },
    {
      id: 'why',
      title: words('reason'),
      wide: true,
      cell: ({ reasons }) =>
        reasons.length === 0 ? null : (
          <span className="reasons-cell">
            {reasons.map(({ text, points }) => `+${points} ${text}`).join('; ')}
          </span>
        ),
    },
    {
      id: 'parameters',
      title: t('parameter'),
      cell: ({ parameters }) => <code>{parameters}</code>,
    },
  ];
}
