import { useState } from 'preact/hooks';
import type { Lessons, Scene } from '../../../src/academy/lesson.ts';
import { choose, type Play, startPlay, viewOf } from '../../../src/academy/play.ts';
import { Debrief } from './debrief.tsx';
import { forgetLeft, type LeftPlay, leave, leftPlay, resume } from './left-play.ts';
import { messagesOf } from './message.ts';
import { Messenger } from './messenger.tsx';
import { Opening } from './opening.tsx';
import { keepPlay, usePast } from './past.ts';

interface ScenePageProps {
  readonly scene: Scene;
  readonly lessons: Lessons;
}

type Stage =
  | { readonly at: 'opening' }
  | { readonly at: 'chat' | 'debrief'; readonly play: Play; readonly given: number };

/** One scene from its opening to its debrief. */
export function ScenePage({ scene, lessons }: ScenePageProps) {
  const { simple } = usePast();
  const [stage, setStage] = useState<Stage>(() => stageLeft(scene));
  const start = () => {
    const play = startPlay(scene, { simple, seed: Date.now() });
    leave(leftOf(play, 0, false));
    setStage({ at: 'chat', play, given: 0 });
  };
  if (stage.at === 'opening') return <Opening scene={scene} onStart={start} />;
  const { play, given } = stage;
  const view = viewOf(play);
  if (stage.at === 'debrief')
    return <Debrief scene={scene} view={view} lessons={lessons} onAgain={start} />;
  return (
    <Messenger
      key={play.seed}
      scene={scene}
      view={view}
      given={given}
      simple={play.simple}
      onShown={(shown) => leave(leftOf(play, shown, false))}
      onChoose={(place) => {
        const next = choose(play, place);
        const { decision } = viewOf(next);
        if (decision !== undefined) keepPlay(scene, decision);
        setStage({ ...stage, play: next });
      }}
      onDebrief={() => {
        leave(leftOf(play, messagesOf(view).length, true));
        setStage({ ...stage, at: 'debrief' });
        scrollTo(0, 0);
      }}
    />
  );
}

function stageLeft(scene: Scene): Stage {
  const left = leftPlay();
  if (left?.scene !== scene.id) return { at: 'opening' };
  const play = resume(scene, left);
  if (play !== undefined) return { at: left.debrief ? 'debrief' : 'chat', play, given: left.shown };
  forgetLeft();
  return { at: 'opening' };
}

const leftOf = (
  { scene, simple, seed, chosen }: Play,
  shown: number,
  debrief: boolean,
): LeftPlay => ({
  ...{ scene: scene.id, simple, seed, chosen, shown, debrief },
});
