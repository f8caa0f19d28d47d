import { useEffect, useRef } from 'preact/hooks';
import { itemsToShow } from '../../../src/academy/forms-order.ts';
import type { Form, LessonKind } from '../../../src/academy/lesson.ts';
import { Page } from '../pieces/page.tsx';
import { useLanguage, useSay } from '../say.ts';
import { CHANNEL_WORDS } from '../train/words.ts';
import { seedOfCode } from './codes.ts';
import { P } from './pupil-texts.ts';
import type { Said } from './use-pupil.ts';

interface FormPageProps {
  readonly form: Form;
  readonly said: Said;
  /** Of the pupil: each has an order of items of one's own. */
  readonly seedCode: string;
  readonly onSay: (item: string, said: LessonKind) => void;
}

const KINDS = ['trap', 'genuine'] as const satisfies readonly LessonKind[];

/** One message after the other, and for each two answers. What was right is told nowhere: this measures. */
export function FormPage({ form, said, seedCode, onSay }: FormPageProps) {
  const say = useSay();
  const language = useLanguage();
  const items = itemsToShow(form, seedOfCode(seedCode));
  const at = items.findIndex(({ id }) => !Object.hasOwn(said, id));
  const item = items[at];
  const message = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next message takes the focus
  useEffect(() => {
    if (!isFirst.current) message.current?.focus();
    isFirst.current = false;
  }, [at]);
  const text = item.text[language];
  return (
    <Page title={say(P.formTitle, { at: at + 1, all: items.length })}>
      <progress
        class="class-progress"
        max={items.length}
        value={at}
        aria-label={say(P.formTitle, { at: at + 1, all: items.length })}
      />
      <figure class="class-message" tabindex={-1} ref={message}>
        <figcaption>{say(CHANNEL_WORDS[item.channel])}</figcaption>
        <blockquote>{text}</blockquote>
      </figure>
      <fieldset class="class-answers">
        <legend>{say(P.ask)}</legend>
        {KINDS.map((kind) => (
          <button
            type="button"
            key={kind}
            class="class-answer"
            onClick={() => onSay(item.id, kind)}
          >
            {say(P[kind])}
          </button>
        ))}
      </fieldset>
    </Page>
  );
}
