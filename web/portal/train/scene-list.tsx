import type { Scene } from '../../../src/academy/lesson.ts';
import { CHANNEL_WORDS } from '../pieces/channel-texts.ts';
import { Icon } from '../pieces/icon.tsx';
import { href } from '../router.ts';
import { useSay } from '../say.ts';
import { Face } from './bubble.tsx';
import { leftPlay } from './left-play.ts';
import { isPlayed, usePast } from './past.ts';
import { T } from './texts.ts';

/** Conversations like those in a messenger; nothing about one says what it is. */
export function SceneList({ scenes }: { readonly scenes: readonly Scene[] }) {
  const say = useSay();
  const past = usePast();
  const left = leftPlay();
  const played = scenes.filter(({ id }) => isPlayed(past, id)).length;
  return (
    <>
      <h2>{say(T.scenes)}</h2>
      <p class="muted">{say(T.played, { n: played, all: scenes.length })}</p>
      <ul class="train-scenes">
        {scenes.map((scene) => {
          const isLeft = left?.scene === scene.id && !left.debrief;
          return (
            <li key={scene.id}>
              <a class="train-scene" href={href('train', scene.id)}>
                <Face name={say(scene.contact.name)} large />
                <span>
                  <b>{say(scene.title)}</b>
                  <span class="train-facts">
                    <span>{say(CHANNEL_WORDS[scene.channel])}</span>
                    <span>{say(T.minutes, { n: scene.minutes })}</span>
                    {isLeft ? (
                      <b>{say(T.goOn)}</b>
                    ) : isPlayed(past, scene.id) ? (
                      <b class="train-done">
                        <Icon name="check" size={16} />
                        {say(T.done)}
                      </b>
                    ) : null}
                  </span>
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}
