import type { Language } from '../../../src/domain/language.ts';
import type {
  FiguresView,
  ReportCounts,
} from '../../../src/service/portal/figures/figures-view.ts';
import { numberText } from '../pieces/plain-words.ts';
import { useLanguage, useSay } from '../say.ts';
import { Bars } from './bars.tsx';
import { monthText } from './month-names.ts';
import { T } from './texts.ts';

type Month = FiguresView['reports']['months'][number];

const [WIDTH, HEIGHT] = [720, 220];
const FLOOR = 190;
const TOP = 28;

/** Reports by month: columns where there is room for them, bars one below the other on a telephone. */
export function MonthChart({ months }: { readonly months: readonly Month[] }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <div class="figures-narrow">
        <Bars
          title={say(T.reports)}
          bars={months.map(({ month, all }) => ({
            ...{ key: month, label: rowName(month, language), count: all },
          }))}
        />
      </div>
      <Columns months={months} />
    </>
  );
}

/** The year stands where it begins. */
const rowName = (month: string, language: Language): string => {
  const name = monthText(month, language, 'long');
  return month.endsWith('-01') ? name : name.replace(/ \d+$/, '');
};

/** A column each, its number above it; a column of dashes where it is hidden. */
function Columns({ months }: { readonly months: readonly Month[] }) {
  const say = useSay();
  const language = useLanguage();
  const most = Math.max(1, ...months.map(({ all }) => all ?? 0));
  const step = WIDTH / months.length;
  return (
    <div class="figures-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say(T.chart)}>
        {months.map(({ month, all }, i) => {
          const tall = ((FLOOR - TOP) * (all ?? 0)) / most;
          const middle = (i + 0.5) * step;
          return (
            <g key={month}>
              {all === null ? (
                <rect
                  class="figures-hidden"
                  x={middle - step * 0.3}
                  y={FLOOR - 26}
                  width={step * 0.6}
                  height={26}
                />
              ) : (
                <rect
                  class="figures-fill"
                  x={middle - step * 0.3}
                  y={FLOOR - tall}
                  width={step * 0.6}
                  height={tall}
                />
              )}
              <text x={middle} y={FLOOR - (all === null ? 26 : tall) - 8}>
                {all === null ? '?' : numberText(all, language)}
              </text>
              <text x={middle} y={FLOOR + 22} class="figures-month">
                {monthText(month, language, 'short')}
              </text>
            </g>
          );
        })}
        <line class="figures-floor" x1="0" x2={WIDTH} y1={FLOOR} y2={FLOOR} />
      </svg>
      {months.some(({ all }) => all === null) && <p class="hint">? = {say(T.hidden)}</p>}
    </div>
  );
}

const STATES = ['received', 'looked_at', 'led_to_removal', 'closed'] as const;

/** The same numbers, and how each month's reports stand. */
export function MonthTable({ months, all }: FiguresView['reports']) {
  const say = useSay();
  const language = useLanguage();
  const cell = (count: number | null) =>
    count === null ? <span class="muted">{say(T.hidden)}</span> : numberText(count, language);
  const row = (name: string, counts: ReportCounts) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td>{cell(counts.all)}</td>
      {STATES.map((state) => (
        <td key={state}>{cell(counts[state])}</td>
      ))}
    </tr>
  );
  return (
    // A table wider than a telephone is moved by itself, by keyboard too.
    <section class="figures-table" tabindex={0} aria-label={say(T.table)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(T.month)}</th>
            <th scope="col">{say(T.all)}</th>
            {STATES.map((state) => (
              <th key={state} scope="col">
                {say(T[state])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((one) => row(monthText(one.month, language, 'long'), one))}
          {row(say(T.all), all)}
        </tbody>
      </table>
    </section>
  );
}
