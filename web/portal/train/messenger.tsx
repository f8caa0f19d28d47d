import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { Scene } from '../../../src/academy/lesson.ts';
import type { PlayView } from '../../../src/academy/play.ts';
import { Button } from '../pieces/button.tsx';
import { useSay } from '../say.ts';
import { Bubble, Typing } from './bubble.tsx';
import { ChatHead } from './chat-head.tsx';
import { CHAT } from './chat-texts.ts';
import { Composer } from './composer.tsx';
import { Log } from './log.tsx';
import { isOwn, type Message, messagesOf, nameOf, pacedOf } from './message.ts';
import { wantsMotion } from './motion.ts';
import { usePacing } from './use-pacing.ts';
import { useReading } from './use-reading.ts';

interface MessengerProps {
  readonly scene: Scene;
  readonly view: PlayView;
  /** Messages that were there when the play was left. */
  readonly given: number;
  readonly simple: boolean;
  readonly onShown: (shown: number) => void;
  readonly onChoose: (place: number) => void;
  readonly onDebrief: () => void;
}

/** A conversation: what was said, and what may be answered. */
export function Messenger(props: MessengerProps) {
  const { scene, view, given, simple, onShown, onChoose, onDebrief } = props;
  const say = useSay();
  const messages = messagesOf(view);
  const pace = usePacing(
    messages.map((message) => pacedOf(message, say(message.text))),
    given,
    simple,
  );
  const { shown } = pace;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once a message, not once a drawing
  useEffect(() => onShown(shown), [shown]);
  useWholeWindow();
  const aloud = useReading(messages.slice(0, shown).map(({ text }) => say(text)));
  const name = say(scene.contact.name);
  const coming = messages[shown];
  return (
    <article class={simple ? 'train-chat train-simple' : 'train-chat'}>
      <ChatHead scene={scene} aloud={aloud} />
      <Log label={say(CHAT.log, { name })}>
        <p class="train-note">{say(scene.setting)}</p>
        {messages.slice(0, shown).map((message, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: messages are only ever added
          <Shown key={i} message={message} before={messages[i - 1]} scene={scene} />
        ))}
        {coming !== undefined && !simple && wantsMotion() && coming.from !== 'system' ? (
          <Typing key={shown} />
        ) : null}
      </Log>
      <Composer
        label={say(CHAT.answer)}
        choices={view.choices}
        ready={coming === undefined}
        onChoose={onChoose}
      >
        {coming !== undefined ? (
          <Button kind="quiet" onClick={simple ? pace.next : pace.hurry}>
            {say(simple ? CHAT.next : CHAT.hurry)}
          </Button>
        ) : view.ended ? (
          <Button onClick={onDebrief}>{say(CHAT.debrief)}</Button>
        ) : null}
      </Composer>
    </article>
  );
}

/** A conversation fills the window: tabs and foot stand back (`:has` would say so, but older browsers do not know it). */
function useWholeWindow(): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.train = 'chat';
    return () => {
      delete document.documentElement.dataset.train;
    };
  }, []);
}

interface ShownProps {
  readonly message: Message;
  readonly before: Message | undefined;
  readonly scene: Scene;
}

function Shown({ message, before, scene }: ShownProps) {
  const say = useSay();
  const isFirst =
    before === undefined || before.from !== message.from || message.after !== undefined;
  return (
    <>
      {message.after === undefined ? null : <p class="train-after">{say(message.after)}</p>}
      <Bubble
        name={say(nameOf(message, scene, CHAT.you))}
        text={say(message.text)}
        side={message.from === 'system' ? 'system' : isOwn(message) ? 'mine' : 'theirs'}
        isFirst={isFirst}
      />
    </>
  );
}
