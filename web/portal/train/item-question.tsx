import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../pieces/button.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useLanguage, useSay } from '../say.ts';
import { EXERCISE } from './exercise-texts.ts';
import { ListenButton } from './listen-button.tsx';

interface QuestionProps<V extends string> {
  readonly at: number;
  readonly all: number;
  readonly ask: string;
  readonly text: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  /** What was answered, once it was. */
  readonly said: V | undefined;
  readonly right: V;
  readonly onSay: (value: V) => void;
  readonly onNext: () => void;
  /** Why, shown with the answer. */
  readonly children: ComponentChildren;
}

/** A message to judge by one press. What it was is said in words and by a sign, and read out; then the next one. */
export function ItemQuestion<V extends string>(props: QuestionProps<V>) {
  const { at, all, ask, text, options, said, right, onSay, onNext, children } = props;
  const say = useSay();
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at > 0) heading.current?.focus();
  }, [at]);
  useEffect(() => {
    if (said !== undefined) outcome.current?.focus();
  }, [said]);
  const what = options.find(({ value }) => value === right)?.label ?? '';
  return (
    <section class="train-question">
      <p class="muted">{say(EXERCISE.step, { n: at + 1, all })}</p>
      <blockquote class="train-bubble" lang={language}>
        {text}
      </blockquote>
      <ListenButton text={text} />
      <h2 tabindex={-1} ref={heading}>
        {ask}
      </h2>
      {said === undefined ? (
        <div class="train-options">
          {options.map(({ value, label }) => (
            <button type="button" class="train-answer" key={value} onClick={() => onSay(value)}>
              {label}
            </button>
          ))}
        </div>
      ) : (
        <div tabindex={-1} ref={outcome} class="train-outcome">
          <Notice
            tone={said === right ? 'good' : 'warn'}
            title={say(said === right ? EXERCISE.right : EXERCISE.wrong, { what })}
          >
            {children}
          </Notice>
          <Button onClick={onNext}>{say(at + 1 === all ? EXERCISE.finish : EXERCISE.next)}</Button>
        </div>
      )}
    </section>
  );
}
