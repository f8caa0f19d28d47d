import { useState } from 'preact/hooks';
import {
  type BoosterState,
  finishRound,
  isDue,
  nextRound,
  nextRoundAt,
} from '../../../src/academy/boosters.ts';
import type { Answer } from '../../../src/academy/discernment.ts';
import {
  type BoosterItem,
  LESSON_KINDS,
  type LessonKind,
  type Lessons,
} from '../../../src/academy/lesson.ts';
import { withBoosters } from '../../../src/academy/progress.ts';
import { useLanguage, useSay } from '../say.ts';
import { dayText } from './day.ts';
import { EXERCISE } from './exercise-texts.ts';
import { Frame } from './frame.tsx';
import { ItemQuestion } from './item-question.tsx';
import { keepProgress, past } from './past.ts';
import { Reminders } from './reminders.tsx';
import { T } from './texts.ts';

/** Three messages that call to mind what was learned, when it is time for it. */
export function BoosterPage({ lessons }: { readonly lessons: Lessons }) {
  const [state] = useState(() => past().progress.boosters);
  const [items] = useState(() =>
    state === undefined ? [] : nextRound(lessons.boosters, state, past().seed),
  );
  if (state === undefined || !isDue(state, Date.now())) return <NotNow state={state} />;
  return <Round state={state} items={items} />;
}

interface RoundProps {
  readonly state: BoosterState;
  readonly items: readonly BoosterItem[];
}

function Round({ state, items }: RoundProps) {
  const say = useSay();
  const [said, setSaid] = useState<readonly LessonKind[]>([]);
  const [at, setAt] = useState(0);
  const item = items[at];
  if (item === undefined) return <Result state={state} items={items} said={said} />;
  const next = () => {
    setAt(at + 1);
    if (at + 1 === items.length) keepRound(state, items, said);
  };
  return (
    <Frame title={say(T.booster)}>
      <ItemQuestion
        at={at}
        all={items.length}
        ask={say(EXERCISE.boosterAsk)}
        text={say(item.text)}
        options={LESSON_KINDS.map((value) => ({ value, label: say(EXERCISE[value]) }))}
        said={said[at]}
        right={item.kind}
        onSay={(kind) => setSaid([...said, kind])}
        onNext={next}
      >
        <p>{say(item.why)}</p>
      </ItemQuestion>
    </Frame>
  );
}

function keepRound(
  state: BoosterState,
  items: readonly BoosterItem[],
  said: readonly LessonKind[],
): void {
  const answers = items.map(({ kind }, i): Answer => ({ kind, said: said[i]! }));
  const right = Object.fromEntries(items.map(({ id, kind }, i) => [id, kind === said[i]]));
  keepProgress(withBoosters(past().progress, finishRound(state, right, Date.now()), answers));
}

function Result({ items, said }: RoundProps & { readonly said: readonly LessonKind[] }) {
  const say = useSay();
  const language = useLanguage();
  const right = items.filter(({ kind }, i) => kind === said[i]).length;
  const { boosters } = past().progress;
  const nextAt = boosters === undefined ? undefined : nextRoundAt(boosters);
  return (
    <Frame key="result" title={say(EXERCISE.result, { n: right, all: items.length })}>
      <p class="lead">
        {nextAt === undefined
          ? say(EXERCISE.lastBooster)
          : say(EXERCISE.nextBooster, { day: dayText(nextAt, language) })}
      </p>
      <Reminders />
    </Frame>
  );
}

/** Too early, or nothing to repeat yet. */
function NotNow({ state }: { readonly state: BoosterState | undefined }) {
  const say = useSay();
  const language = useLanguage();
  const nextAt = state === undefined ? undefined : nextRoundAt(state);
  const text =
    state === undefined
      ? say(EXERCISE.notTrained)
      : nextAt === undefined
        ? say(EXERCISE.allDone)
        : say(EXERCISE.notYetText, { day: dayText(nextAt, language) });
  return (
    <Frame title={say(nextAt === undefined ? T.booster : EXERCISE.notYet)}>
      <p class="lead">{text}</p>
      <Reminders />
    </Frame>
  );
}
