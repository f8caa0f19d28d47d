import { useState } from 'preact/hooks';
import type { ClassView } from '../../../src/client/classes.ts';
import type { Localized } from '../../../src/domain/language.ts';
import { api } from '../api.ts';
import { Button } from '../pieces/button.tsx';
import { useLanguage, useSay } from '../say.ts';
import { calendarFile } from '../train/calendar-file.ts';
import { spacedCode } from './codes.ts';
import { dayText } from './day-text.ts';
import { D } from './desk-texts.ts';
import { saveFile } from './save-file.ts';
import { Sure } from './sure.tsx';
import { Trouble } from './trouble.tsx';

type Stage = ClassView['stage'];

interface Step {
  readonly to: Stage;
  readonly label: Localized;
  /** Cannot be taken back and is asked for twice. */
  readonly sure?: Localized;
}

const DO: Readonly<Record<Exclude<Stage, 'over'>, Localized>> = {
  lobby: D.doLobby,
  pre: D.doPre,
  training: D.doTraining,
  post: D.doPost,
  waiting: D.doWaiting,
  later: D.doLater,
};

const STEPS: Readonly<Record<Exclude<Stage, 'over'>, readonly Step[]>> = {
  lobby: [{ to: 'pre', label: D.openPre }],
  pre: [{ to: 'training', label: D.closePre, sure: D.sureOpen }],
  training: [
    { to: 'post', label: D.openPost },
    { to: 'over', label: D.endEarly, sure: D.sureEnd },
  ],
  post: [{ to: 'waiting', label: D.closePost, sure: D.sureOpen }],
  waiting: [
    { to: 'later', label: D.openLater },
    { to: 'over', label: D.endNow, sure: D.sureEnd },
  ],
  later: [{ to: 'over', label: D.endLater, sure: D.sureOpen }],
};

interface NextStepProps {
  readonly classKey: string;
  readonly view: ClassView;
  readonly onView: (view: ClassView) => void;
}

/** What the teacher does now, and the buttons that lead on. */
export function NextStep({ classKey, view, onView }: NextStepProps) {
  const say = useSay();
  const language = useLanguage();
  const [asked, setAsked] = useState<Step>();
  const [error, setError] = useState<unknown>();
  const { stage, control } = view;
  if (stage === 'over') return null;
  const busy = answering(view);
  const take = async ({ to }: Step) => {
    setAsked(undefined);
    setError(undefined);
    try {
      onView(await api().classes.step({ key: classKey, from: stage, to }));
    } catch (problem) {
      setError(problem);
    }
  };
  const press = (step: Step) => {
    // Nobody is cut off: there is nothing to ask.
    if (step.sure === undefined || (step.sure === D.sureOpen && busy === 0)) void take(step);
    else setAsked(step);
  };
  return (
    <section class="card class-next">
      <p>{say(DO[stage], { day: dayText(view.laterBestAt ?? 0, language) })}</p>
      {control && stage === 'training' ? <p>{say(D.doTrainingControl)}</p> : null}
      {control && stage === 'waiting' ? <p>{say(D.doWaitingControl)}</p> : null}
      <Trouble error={error} />
      {asked?.sure === undefined ? (
        <div class="buttons">
          {STEPS[stage].map((step, i) => (
            <Button key={step.to} kind={i === 0 ? 'main' : 'quiet'} onClick={() => press(step)}>
              {say(step.label)}
            </Button>
          ))}
          {stage === 'waiting' ? <Reminder view={view} /> : null}
        </div>
      ) : (
        <Sure
          text={say(asked.sure, { count: busy })}
          onYes={() => void take(asked)}
          onNo={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}

/** An entry for the teacher's own calendar. The key is not in it: calendars are shared. */
function Reminder({ view: { code, laterBestAt } }: { readonly view: ClassView }) {
  const say = useSay();
  if (laterBestAt === null) return null;
  const remind = () => {
    const entry = {
      id: `class-${code}@qorgan`,
      at: laterBestAt,
      title: say(D.remindTitle),
      text: say(D.remindText, { code: spacedCode(code) }),
    };
    saveFile('qorgan-class.ics', calendarFile([entry], Date.now()), 'text/calendar');
  };
  return (
    <Button kind="quiet" onClick={remind}>
      {say(D.remind)}
    </Button>
  );
}

/** Pupils who have not finished the form that is open. */
function answering({ stage, learners, finished }: ClassView): number {
  if (stage !== 'pre' && stage !== 'post' && stage !== 'later') return 0;
  return learners - finished[stage];
}
