import { useEffect, useState } from 'preact/hooks';
import type { Sitting } from '../../../src/academy/class-results.ts';
import type { LessonKind } from '../../../src/academy/lesson.ts';
import type { LearnerView } from '../../../src/client/classes.ts';
import { api, QorganProblem } from '../api.ts';
import { type KeptPupil, keepPupil } from './kept-pupil.ts';
import { usePolled } from './use-polled.ts';

export type Said = Readonly<Record<string, LessonKind>>;

export interface PupilRoom {
  readonly view: LearnerView | undefined;
  readonly error: unknown;
  /** Everything that was answered of a form, whether or not it has arrived. */
  readonly said: (sitting: Sitting) => Said;
  /** Whether answers are still to be sent. */
  readonly unsent: boolean;
  readonly answer: (sitting: Sitting, item: string, said: LessonKind) => void;
}

/**
 * A pupil's place in a class. An answer is kept on the device first and then sent; what could not be sent goes with the next one, or
 * when the class is asked about again. The service takes each answer once, so that sending twice does no harm.
 */
export function usePupil(first: KeptPupil): PupilRoom {
  const { code, learner, endsAt } = first;
  const [pending, setPending] = useState(first.pending);
  // An old reply may come after a newer one: what was answered here is never asked again.
  const [given, setGiven] = useState(first.pending);
  useEffect(() => keepPupil({ code, learner, endsAt, pending }), [code, learner, endsAt, pending]);
  const polled = usePolled(`${code} ${learner}`, async () => {
    for (const [sitting, answers] of waitingIn(pending)) await send(sitting, answers);
    return api().classes.learner(code, learner);
  });

  async function send(sitting: Sitting, answers: Said): Promise<void> {
    const list = Object.entries(answers).map(([item, said]) => ({ item, said }));
    try {
      polled.put(await api().classes.answer(code, learner, { sitting, answers: list }));
      setPending((now) => ({ ...now, [sitting]: without(now[sitting], answers) }));
    } catch (problem) {
      // The form was closed meanwhile: these come too late for good.
      if (problem instanceof QorganProblem && problem.code === 'QRG_CLASS_SITTING')
        setPending((now) => ({ ...now, [sitting]: {} }));
      else throw problem;
    }
  }

  const arrived = (sitting: Sitting): Said =>
    Object.fromEntries(
      (polled.value?.sittings.find((one) => one.sitting === sitting)?.answers ?? []).map(
        ({ item, said }) => [item, said],
      ),
    );
  return {
    view: polled.value,
    error: polled.error,
    said: (sitting) => ({ ...given[sitting], ...arrived(sitting) }),
    unsent: waitingIn(pending).length > 0,
    answer(sitting, item, said) {
      const answers = { ...pending[sitting], [item]: said };
      setPending({ ...pending, [sitting]: answers });
      setGiven({ ...given, [sitting]: { ...given[sitting], [item]: said } });
      send(sitting, answers).catch(() => {}); // it goes with the next one
    },
  };
}

const waitingIn = (pending: KeptPupil['pending']): [Sitting, Said][] =>
  (Object.entries(pending) as [Sitting, Said][]).filter(
    ([, answers]) => Object.keys(answers).length > 0,
  );

const without = (all: Said | undefined, sent: Said): Said =>
  Object.fromEntries(Object.entries(all ?? {}).filter(([item]) => !Object.hasOwn(sent, item)));
