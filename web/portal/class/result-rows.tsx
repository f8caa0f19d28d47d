import type { ClassResults } from '../../../src/client/classes.ts';
import type { Localized } from '../../../src/domain/language.ts';
import { useSay } from '../say.ts';
import { hundredths } from './hundredths.ts';
import { R } from './result-texts.ts';

type Level = ClassResults['arms']['lesson']['levels']['pre']['level'];
type Estimate = NonNullable<Level['discernment']>;
type Measure = 'discernment' | 'hitRate' | 'falseAlarmRate';

interface Row {
  readonly label: Localized;
  readonly level: Level;
}

/** Left free on both sides, per cent: a dot at an end of the scale is seen whole. */
const EDGE = 5;

const MEASURES = [
  ['discernment', R.discernment, R.discernmentHint, -1],
  ['hitRate', R.hitRate, R.hitRateHint, 0],
  ['falseAlarmRate', R.falseAlarmRate, R.falseAlarmRateHint, 0],
] as const satisfies readonly (readonly [Measure, Localized, Localized, number])[];

/** Before, after and later of each measure: a value, its interval as a bar, and both in figures. */
export function ResultRows({ results }: { readonly results: ClassResults }) {
  const say = useSay();
  const rows = rowsOf(results);
  return (
    <>
      {MEASURES.map(([measure, title, hint, least]) => (
        <section key={measure} class="class-measure">
          <h2>{say(title)}</h2>
          <p class="hint">{say(hint)}</p>
          <ul class="class-rows">
            {rows.map(({ label, level }) => (
              <li key={label.en}>
                <span class="class-row-name">{say(label)}</span>
                <Shown estimate={level[measure]} least={least} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function rowsOf({ arms: { lesson, control }, control: hasControl, laterAt }: ClassResults): Row[] {
  return [
    { label: R.pre, level: lesson.levels.pre.level },
    { label: R.post, level: lesson.levels.post.level },
    ...(laterAt === null ? [] : [{ label: R.later, level: lesson.levels.later.level }]),
    ...(hasControl
      ? [
          { label: R.controlPre, level: control.levels.pre.level },
          { label: R.controlPost, level: control.levels.post.level },
        ]
      : []),
  ];
}

/** @param least 0 or −1: where the scale begins; it ends at 1 */
function Shown({
  estimate,
  least,
}: {
  readonly estimate: Estimate | undefined;
  readonly least: number;
}) {
  const say = useSay();
  if (estimate === undefined) return <span class="muted">{say(R.hidden)}</span>;
  const { value, low, high } = estimate;
  const at = (share: number) => EDGE + ((share - least) / (1 - least)) * (100 - 2 * EDGE);
  return (
    <>
      <svg class="class-track" aria-hidden="true">
        {least < 0 ? <line x1="50%" x2="50%" y1="0" y2="100%" /> : null}
        <rect x={`${at(low)}%`} width={`${at(high) - at(low)}%`} y="7" height="8" rx="4" />
        <circle cx={`${at(value)}%`} cy="11" r="7" />
      </svg>
      <span class="class-value">
        <strong>{hundredths(value)}</strong>{' '}
        <small>{say(R.range, { low: hundredths(low), high: hundredths(high) })}</small>
      </span>
    </>
  );
}
