import { useEffect, useRef } from 'preact/hooks';
import type { Scene } from '../../../src/academy/lesson.ts';
import { Icon } from '../pieces/icon.tsx';
import { href } from '../router.ts';
import { useSay } from '../say.ts';
import { Face } from './bubble.tsx';
import { CHAT } from './chat-texts.ts';
import type { Reading } from './use-reading.ts';

interface ChatHeadProps {
  readonly scene: Scene;
  readonly aloud: Reading | undefined;
}

/** Whom one talks to. The title of the scene has the focus at first, for those who listen. */
export function ChatHead({ scene, aloud }: ChatHeadProps) {
  const say = useSay();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <header class="train-chat-head">
      <a class="train-bare" href={href('train')} aria-label={say(CHAT.back)}>
        <Icon name="back" />
      </a>
      <Face name={say(scene.contact.name)} large />
      <div>
        <h1 class="unseen" tabindex={-1} ref={title}>
          {say(scene.title)}
        </h1>
        <strong>{say(scene.contact.name)}</strong>
        <small>{say(scene.contact.about)}</small>
      </div>
      {aloud === undefined ? null : (
        <button
          type="button"
          class="train-bare"
          aria-pressed={aloud.on}
          aria-label={say(CHAT.readAloud)}
          title={say(CHAT.readAloud)}
          onClick={aloud.toggle}
        >
          <Speaker />
        </button>
      )}
    </header>
  );
}

function Speaker() {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a7.6 7.6 0 0 1 0 11" />
    </svg>
  );
}
