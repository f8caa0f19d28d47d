import { countsOf, type Discernment, discernmentOf } from '../../../src/academy/discernment.ts';
import { judgedSoFar } from '../../../src/academy/progress.ts';
import { useSay } from '../say.ts';
import { usePast } from './past.ts';
import { SCORE } from './score-texts.ts';

/** Judged offers from which on words about a person are honest: below, chance alone could say anything. */
const ENOUGH = 8;
const HIGH = 0.6;
const MIDDLE = 0.25;

/** How the visitor tells traps from genuine offers; nothing before the first play. */
export function Score() {
  const say = useSay();
  const answers = judgedSoFar(usePast().progress);
  if (answers.length === 0) return null;
  const { hits, traps, falseAlarms, genuine } = countsOf(answers);
  const result = discernmentOf(answers);
  return (
    <section class="card train-score" aria-labelledby="train-score">
      <h2 id="train-score">{say(SCORE.title)}</h2>
      <ul>
        {traps === 0 ? null : <Bar part={hits} all={traps} text="hits" />}
        {genuine === 0 ? null : <Bar part={falseAlarms} all={genuine} text="alarms" />}
      </ul>
      <p>{say(wordsFor(result, answers.length), { n: ENOUGH })}</p>
      {result === undefined ? null : <Lean result={result} />}
      {result === undefined ? null : (
        <details>
          <summary>{say(SCORE.how)}</summary>
          <p>{say(SCORE.howText)}</p>
          <p>{say(SCORE.value, hundreds(result))}</p>
        </details>
      )}
    </section>
  );
}

interface BarProps {
  readonly part: number;
  readonly all: number;
  readonly text: 'hits' | 'alarms';
}

/** The words say it; the dots are for the eye. */
function Bar({ part, all, text }: BarProps) {
  const say = useSay();
  return (
    <li>
      {say(SCORE[text], { n: part, all })}
      <span class={`train-dots train-dots-${text}`} aria-hidden="true">
        {Array.from({ length: all }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: dots are all alike
          <i key={i} class={i < part ? 'train-dot-full' : ''} />
        ))}
      </span>
    </li>
  );
}

/** Over-suspicion is said gently, and only where the numbers leave no doubt. */
function Lean({ result: { lean } }: { readonly result: Discernment }) {
  const say = useSay();
  return lean === 'unclear' ? null : <p>{say(SCORE[lean])}</p>;
}

function wordsFor(result: Discernment | undefined, answers: number) {
  if (result === undefined) return SCORE.noneOfKind;
  if (answers < ENOUGH) return SCORE.early;
  const { value } = result.discernment;
  return value >= HIGH ? SCORE.high : value >= MIDDLE ? SCORE.middle : SCORE.low;
}

const hundreds = ({ discernment: { value, low, high } }: Discernment) => ({
  value: ofHundred(value),
  low: ofHundred(low),
  high: ofHundred(high),
});

/** With the sign that is as wide as a digit. */
const ofHundred = (value: number): string => String(Math.round(value * 100)).replace('-', '\u2212');
