import type { JSX } from 'react';
import type { RiskParameters } from '../api.ts';
import { useFormat } from '../format.ts';
import { type Column, DataTable } from '../pieces/data-table.tsx';
import { useWords } from '../pieces/words.ts';
import { SourceMark, SourceNote } from './source-note.tsx';
import { useRiskTexts } from './texts.ts';

type Measure = RiskParameters['measures'][number];
type Event = RiskParameters['events'][number];
type Version = RiskParameters['versions'][number];

/** A source that opens where it stands in a table. */
function SourceCell({ source }: { source: Measure['source'] }): JSX.Element {
  const t = useRiskTexts();
  return (
    <details className="provision">
      <summary>
        <SourceMark source={source} />
        <span className="unseen">{t('source')}</span>
      </summary>
      <SourceNote source={source} />
    </details>
  );
}

export function MeasuresTable({
  parameters: { measures, dueDiligence },
}: {
  parameters: RiskParameters;
}): JSX.Element {
  const t = useRiskTexts();
  const askedIn = ({ measure }: Measure): string => {
    const found = (['simplified', 'standard', 'enhanced'] as const).filter((closeness) =>
      dueDiligence[closeness]?.includes(measure),
    );
    return found.length === 0
      ? t('byReason')
      : found.map((closeness) => t(`dueDiligence.${closeness}`)).join(', ');
  };
  const columns: Column<Measure>[] = [
    { id: 'what', title: t('what'), wide: true, cell: ({ text }) => text },
    { id: 'kind', title: t('measures'), cell: ({ kind }) => t(`kind.${kind}`) },
    { id: 'asks', title: t('asks'), cell: askedIn },
    {
      id: 'source',
      title: t('source'),
      wide: true,
      cell: ({ source }) => <SourceCell source={source} />,
    },
  ];
  return (
    <section>
      <h2>{t('measures')}</h2>
      <p className="muted">{t('measuresAbout')}</p>
      <DataTable
        caption={t('measures')}
        columns={columns}
        items={measures}
        keyOf={({ measure }) => measure}
      />
    </section>
  );
}

export function EventsTable({
  parameters: { events },
}: {
  parameters: RiskParameters;
}): JSX.Element {
  const t = useRiskTexts();
  const columns: Column<Event>[] = [
    { id: 'what', title: t('what'), wide: true, cell: ({ text }) => text },
    { id: 'then', title: t('thenReview'), cell: ({ review }) => t(`review.${review}`) },
    {
      id: 'source',
      title: t('source'),
      wide: true,
      cell: ({ source }) => <SourceCell source={source} />,
    },
  ];
  return (
    <section>
      <h2>{t('events')}</h2>
      <DataTable
        caption={t('events')}
        columns={columns}
        items={events}
        keyOf={({ event }) => event}
      />
    </section>
  );
}

export function VersionsTable({
  parameters: { versions },
}: {
  parameters: RiskParameters;
}): JSX.Element {
  const t = useRiskTexts();
  const words = useWords();
  const format = useFormat();
  const columns: Column<Version>[] = [
    { id: 'number', title: t('versions'), cell: ({ number }) => t('versionNo', { n: number }) },
    {
      id: 'at',
      title: words('when'),
      cell: ({ at }) => (at === null ? null : <span className="number">{format.moment(at)}</span>),
    },
    { id: 'by', title: t('by'), cell: ({ by }) => by },
    { id: 'reason', title: words('reason'), wide: true, cell: ({ reason }) => reason },
  ];
  return (
    <section>
      <h2>{t('versions')}</h2>
      {versions.length === 0 ? (
        <p className="muted">{t('versionsNone')}</p>
      ) : (
        <DataTable
          caption={t('versions')}
          columns={columns}
          items={versions}
          keyOf={({ number }) => number}
        />
      )}
    </section>
  );
}
