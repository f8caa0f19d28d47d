import { type CSSProperties, type JSX, useMemo } from 'react';
import type { CaseGraph } from '../../../src/client/case-views.ts';
import { useFormat } from '../format.ts';
import { barsOf } from './money-bars.ts';
import { useCaseWords, useMoneyTexts } from './texts.ts';

/** Epoch ms; null: from the first, to the last. Minor units. */
export interface MoneyTime {
  readonly from: number | null;
  readonly to: number | null;
  readonly least: number;
}

/** Places of the two handles, and bars behind them. */
const STEPS = 200;
const BARS = 50;
const TIYN = 100;

/** From when to when and from what sum on: two handles over the money of each time, and a field. */
export function MoneyFilters({
  graph,
  time,
  onChange,
}: {
  graph: CaseGraph;
  time: MoneyTime;
  onChange: (time: MoneyTime) => void;
}): JSX.Element | null {
  const t = useMoneyTexts();
  const words = useCaseWords();
  const format = useFormat();
  const [first, last] = [graph.from, graph.to];
  const bars = useMemo(
    () => (first === null || last === null ? [] : barsOf(graph.edges, first, last, BARS)),
    [graph.edges, first, last],
  );
  if (first === null || last === null) return null;
  const span = Math.max(1, last - first);
  const place = (at: number): number => Math.round(((at - first) / span) * STEPS);
  const moment = (step: number): number => Math.round(first + (span * step) / STEPS);
  const from = place(time.from ?? first);
  const to = place(time.to ?? last);
  const setFrom = (step: number): void => {
    const next = Math.min(step, to - 1);
    onChange({ ...time, from: next <= 0 ? null : moment(next) });
  };
  const setTo = (step: number): void => {
    const next = Math.max(step, from + 1);
    // The end is not of the time that is shown: of the last moment its transfer is.
    onChange({ ...time, to: next >= STEPS ? null : moment(next) });
  };
  const isPart = time.from !== null || time.to !== null || time.least > 0;
  const style = { '--from': from / STEPS, '--to': to / STEPS } as CSSProperties;
  return (
    <form
      className="money-filters"
      aria-label={words('filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="brush" style={style}>
        <svg viewBox={`0 0 ${BARS} 100`} preserveAspectRatio="none" aria-hidden="true">
          {bars.map((share, i) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
              key={i}
              x={i + 0.1}
              y={100 - share * 100}
              width={0.8}
              height={share * 100}
              className={i >= (from / STEPS) * BARS - 1 && i <= (to / STEPS) * BARS ? '' : 'is-out'}
            />
          ))}
        </svg>
        <input
          type="range"
          name="from"
          min={0}
          max={STEPS}
          value={from}
          aria-label={t('fromEnd')}
          aria-valuetext={format.moment(moment(from))}
          onChange={(event) => setFrom(Number(event.target.value))}
        />
        <input
          type="range"
          name="to"
          min={0}
          max={STEPS}
          value={to}
          aria-label={t('toEnd')}
          aria-valuetext={format.moment(moment(to))}
          onChange={(event) => setTo(Number(event.target.value))}
        />
        <p className="brush-ends number">
          <span>{format.moment(moment(from))}</span>
          <span>{format.moment(moment(to))}</span>
        </p>
      </div>
      <label className="field field-min">
        <span>{t('least')}</span>
        <input
          name="least"
          type="number"
          min={0}
          step={1_000}
          placeholder="0"
          value={time.least === 0 ? '' : time.least / TIYN}
          onChange={(event) =>
            onChange({ ...time, least: Math.max(0, Math.round(Number(event.target.value) * TIYN)) })
          }
        />
      </label>
      {isPart && (
        <button
          type="button"
          className="button quiet"
          onClick={() => onChange({ from: null, to: null, least: 0 })}
        >
          {t('allTime')}
        </button>
      )}
    </form>
  );
}
