import type { Lessons } from '../../../src/academy/lesson.ts';
import type { PageProps } from '../pages.ts';
import { Button, ButtonLink } from '../pieces/button.tsx';
import { Page } from '../pieces/page.tsx';
import { href } from '../router.ts';
import { useSay } from '../say.ts';
import { BoosterPage } from './booster-page.tsx';
import { EXERCISES } from './exercises.ts';
import { EyePage } from './eye-page.tsx';
import { usePast } from './past.ts';
import { mixedScenes } from './scene-order.ts';
import { ScenePage } from './scene-page.tsx';
import { T } from './texts.ts';
import './train.css';
import { TrainHome } from './train-home.tsx';
import { useLessons } from './use-lessons.ts';

export default function TrainPage({ place }: PageProps) {
  const say = useSay();
  const { lessons, failed, again } = useLessons();
  if (failed)
    return (
      <Page title={say(T.failed)} lead={say(T.failedText)}>
        <Button onClick={again}>{say(T.again)}</Button>
      </Page>
    );
  if (lessons === undefined)
    return (
      <p class="loading" role="status">
        {say(T.loading)}
      </p>
    );
  return <Opened what={place.parts[1]} lessons={lessons} />;
}

function Opened({
  what,
  lessons: given,
}: {
  readonly what: string | undefined;
  readonly lessons: Lessons;
}) {
  const say = useSay();
  const { seed } = usePast();
  const lessons = { ...given, scenes: mixedScenes(given.scenes, seed) };
  if (what === undefined) return <TrainHome scenes={lessons.scenes} />;
  if (what === EXERCISES.eye) return <EyePage lessons={lessons} />;
  if (what === EXERCISES.booster) return <BoosterPage lessons={lessons} />;
  const scene = lessons.scenes.find(({ id }) => id === what);
  if (scene !== undefined) return <ScenePage key={what} scene={scene} lessons={lessons} />;
  return (
    <Page title={say(T.noScene)}>
      <ButtonLink href={href('train')}>{say(T.scenes)}</ButtonLink>
    </Page>
  );
}
