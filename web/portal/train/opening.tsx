import type { Scene } from '../../../src/academy/lesson.ts';
import { Button } from '../pieces/button.tsx';
import { CHANNEL_WORDS } from '../pieces/channel-texts.ts';
import { useSay } from '../say.ts';
import { CHAT } from './chat-texts.ts';
import { Frame } from './frame.tsx';
import { SimpleSwitch } from './simple-switch.tsx';
import { T } from './texts.ts';

interface OpeningProps {
  readonly scene: Scene;
  readonly onStart: () => void;
}

/** Who one is and where it happens, before the first message. */
export function Opening({ scene, onStart }: OpeningProps) {
  const say = useSay();
  return (
    <Frame title={say(scene.title)}>
      <p class="train-facts">
        <span>{say(CHANNEL_WORDS[scene.channel])}</span>
        <span>{say(T.minutes, { n: scene.minutes })}</span>
      </p>
      <p class="lead">{say(scene.setting)}</p>
      <p>{say(CHAT.about)}</p>
      <Button onClick={onStart}>{say(CHAT.start)}</Button>
      <SimpleSwitch />
    </Frame>
  );
}
