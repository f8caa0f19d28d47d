import type { JSX, ReactNode } from 'react';
import type { RiskParameters, RiskSource } from '../api.ts';
import { FigureField, type RiskEdit } from './figure-field.tsx';
import { type FigureGroup, groupPlace } from './risk-draft.ts';
import { SourceMark, SourceNote } from './source-note.tsx';
import { useRiskTexts } from './texts.ts';

const DAYS_MOST = 3_660;
const PEOPLE_MOST = 100_000;

/** Figures that hold for all factors: where levels begin, what explains a link, how often a person looks. */
export function FigureGroups({
  parameters: { levels, links, review },
  edit,
}: {
  parameters: RiskParameters;
  edit: RiskEdit | null;
}): JSX.Element {
  const t = useRiskTexts();
  const row = (group: FigureGroup, name: string, label: string, value: number, most: number) => (
    <div key={name}>
      <dt>{label}</dt>
      <dd>
        <FigureField
          edit={edit}
          place={groupPlace(group, name)}
          label={label}
          value={value}
          min={group === 'levels' ? 0 : 1}
          max={most}
        />
      </dd>
    </div>
  );
  return (
    <div className="figure-groups">
      <Group title={t('levels')} source={levels.source}>
        {row('levels', 'medium', t('mediumFrom'), levels.medium, 100)}
        {row('levels', 'high', t('highFrom'), levels.high, 100)}
        {row('levels', 'circumstancesMost', t('circumstancesMost'), levels.circumstancesMost, 100)}
      </Group>
      <Group title={t('links')} source={links.source}>
        {row('links', 'householdMost', t('householdMost'), links.householdMost, PEOPLE_MOST)}
        {row('links', 'crowdAddress', t('crowdAddress'), links.crowdAddress, PEOPLE_MOST)}
        {row('links', 'crowdIp', t('crowdIp'), links.crowdIp, PEOPLE_MOST)}
      </Group>
      <Group title={t('review')} source={review.source}>
        {(['low', 'medium', 'high'] as const).map((level) =>
          row(
            'review',
            level,
            t('reviewDays', { level: t(`level.${level}`) }),
            review[level],
            DAYS_MOST,
          ),
        )}
      </Group>
    </div>
  );
}

function Group({
  title,
  source,
  children,
}: {
  title: string;
  source: RiskSource;
  children: ReactNode;
}): JSX.Element {
  const t = useRiskTexts();
  return (
    <section className="figure-group">
      <h2>{title}</h2>
      <dl className="told">{children}</dl>
      <details className="provision">
        <summary>
          {t('source')} <SourceMark source={source} />
        </summary>
        <SourceNote source={source} />
      </details>
    </section>
  );
}
