import { useState } from 'preact/hooks';
import type { Lessons } from '../../../src/academy/lesson.ts';
import { withNamed } from '../../../src/academy/progress.ts';
import {
  type EyeView,
  eyeView,
  nameTechnique,
  startEye,
} from '../../../src/academy/recruiters-eye.ts';
import type { Technique } from '../../../src/domain/post.ts';
import { Button } from '../pieces/button.tsx';
import { useSay } from '../say.ts';
import { EXERCISE } from './exercise-texts.ts';
import { Frame } from './frame.tsx';
import { ItemQuestion } from './item-question.tsx';
import { keepProgress, past } from './past.ts';
import { T } from './texts.ts';

/** Lines of a round: about two minutes. */
const LINES = 6;

const newGame = (lessons: Lessons) =>
  startEye(lessons.pressure, { seed: Date.now(), count: LINES });

/** The recruiter's eye: whoever can name how one is pressed is pressed less. */
export function EyePage({ lessons }: { readonly lessons: Lessons }) {
  const say = useSay();
  const [game, setGame] = useState(() => newGame(lessons));
  const [said, setSaid] = useState<Technique>();
  const view = eyeView(game);
  const { question } = view;
  const again = () => setGame(newGame(lessons));
  if (question === undefined) return <Result view={view} lessons={lessons} onAgain={again} />;
  const { line, names } = question;
  const words = lessons.techniques[line.technique];
  return (
    <Frame title={say(T.eye)}>
      <ItemQuestion
        at={view.at}
        all={game.questions.length}
        ask={say(EXERCISE.eyeAsk)}
        text={say(line.text)}
        options={names.map((value) => ({ value, label: say(lessons.techniques[value].name) }))}
        said={said}
        right={line.technique}
        onSay={(name) => {
          setSaid(name);
          keepProgress(withNamed(past().progress, line.technique, name === line.technique));
        }}
        onNext={() => {
          setGame(nameTechnique(game, said!));
          setSaid(undefined);
        }}
      >
        <p>{say(line.why)}</p>
        <p>
          <b>{say(EXERCISE.answer)}:</b> {say(words.answer)}
        </p>
      </ItemQuestion>
    </Frame>
  );
}

interface ResultProps {
  readonly view: EyeView;
  readonly lessons: Lessons;
  readonly onAgain: () => void;
}

function Result({ view: { right, at, missed }, lessons, onAgain }: ResultProps) {
  const say = useSay();
  return (
    <Frame key="result" title={say(EXERCISE.result, { n: right, all: at })}>
      <p class="lead">{say(EXERCISE.eyeWhy)}</p>
      <p>{say(missed.length === 0 ? EXERCISE.eyeAll : EXERCISE.eyeMissed)}</p>
      <ul class="train-tells">
        {missed.map((technique) => (
          <li key={technique} class="card">
            <p class="train-tag">{say(lessons.techniques[technique].name)}</p>
            <p>{say(lessons.techniques[technique].what)}</p>
          </li>
        ))}
      </ul>
      <Button onClick={onAgain}>{say(EXERCISE.again)}</Button>
    </Frame>
  );
}
