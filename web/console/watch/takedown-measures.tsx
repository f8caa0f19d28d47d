import type { JSX } from 'react';
import type { TakedownMeasures as Measures } from '../api.ts';
import { useFormat } from '../format.ts';
import { type Column, DataTable } from '../pieces/data-table.tsx';
import { Figure, Figures } from '../pieces/figures.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useTakedownTexts } from './texts.ts';
import { useMeasures } from './use-takedowns.ts';

type OfChannel = Measures['byChannel'][number];

const HOUR_MS = 3_600_000;

/** How well requests go: how long they take, how often pages come back, how often it was wrong to ask. */
export function TakedownMeasures({ channel }: { channel: string | undefined }): JSX.Element | null {
  const t = useTakedownTexts();
  const measures = useMeasures(channel);
  const say = useSay();
  const { data } = measures;
  if (measures.isError) return <Problem error={measures.error} retry={() => measures.refetch()} />;
  if (data === undefined || data.drafted === 0) return null;
  const median = (name: 'foundToRequested' | 'requestedToRemoved'): JSX.Element => (
    <Figure
      label={t(name === 'foundToRequested' ? 'toRequested' : 'toRemoved')}
      note={t('medianOf', { n: data[name].of })}
    >
      {say.hours(data[name])}
    </Figure>
  );
  const share = (label: string, told: Measures['appealed']): JSX.Element => (
    <Figure label={label} note={t('shareOf', { some: told.count, n: told.of })}>
      {say.share(told)}
    </Figure>
  );
  return (
    <section aria-label={t('measures')} className="measures-strip">
      <Figures>
        {median('foundToRequested')}
        {median('requestedToRemoved')}
        {share(t('reposted'), data.repostedIn7Days)}
        {share(t('refusedWrong'), data.refusedAsWrong)}
        {share(t('appealed'), data.appealed)}
        {share(t('reversed'), data.reversed)}
      </Figures>
      {data.byChannel.length > 1 && (
        <details className="edges">
          <summary>{t('byChannel')}</summary>
          <ByChannel rows={data.byChannel} />
        </details>
      )}
    </section>
  );
}

function useSay() {
  const format = useFormat();
  return {
    hours: ({ hours }: Measures['foundToRequested']): string =>
      hours === null ? '—' : format.duration(hours * HOUR_MS),
    share: ({ share }: Measures['appealed']): string =>
      share === null ? '—' : format.share(share),
  };
}

function ByChannel({ rows }: { rows: readonly OfChannel[] }): JSX.Element {
  const t = useTakedownTexts();
  const format = useFormat();
  const say = useSay();
  const count = (name: 'drafted' | 'requested' | 'removed'): Column<OfChannel> => ({
    id: name,
    title: t(name),
    numeric: true,
    cell: (row) => format.number(row[name]),
  });
  const columns: Column<OfChannel>[] = [
    { id: 'channel', title: t('channel'), wide: true, cell: ({ title }) => title },
    count('drafted'),
    count('requested'),
    count('removed'),
    {
      id: 'toRequested',
      title: t('toRequested'),
      numeric: true,
      cell: (row) => say.hours(row.foundToRequested),
    },
    {
      id: 'toRemoved',
      title: t('toRemoved'),
      numeric: true,
      cell: (row) => say.hours(row.requestedToRemoved),
    },
    {
      id: 'reposted',
      title: t('reposted'),
      numeric: true,
      cell: (row) => say.share(row.repostedIn7Days),
    },
    {
      id: 'wrong',
      title: t('refusedWrong'),
      numeric: true,
      cell: (row) => say.share(row.refusedAsWrong),
    },
  ];
  return (
    <DataTable
      caption={t('byChannel')}
      columns={columns}
      items={rows}
      keyOf={({ channel }) => channel}
    />
  );
}
