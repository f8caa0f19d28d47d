import type { JSX } from 'react';
import type { RiskLevel } from '../../../src/screening/risk/rating.ts';
import { useFormat } from '../format.ts';
import { Meter } from '../pieces/marks.tsx';
import { useRiskTexts } from './texts.ts';

/** A level of risk as its sign and its word: colour says it a third time only. */
export function LevelMark({ level }: { level: RiskLevel | null }): JSX.Element {
  const t = useRiskTexts();
  const name = level ?? 'none';
  return <span className={`state-tag level-${name}`}>{t(`level.${name}`)}</span>;
}

/** Points of a rating, 0 to 100. */
export function Points({ points }: { points: number | null }): JSX.Element {
  const format = useFormat();
  if (points === null) return <span className="muted">—</span>;
  return (
    <span title={format.number(points)}>
      <Meter value={points} />
    </span>
  );
}
