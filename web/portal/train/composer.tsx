import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PlayView } from '../../../src/academy/play.ts';
import { useLanguage, useSay } from '../say.ts';

interface ComposerProps {
  readonly label: string;
  readonly choices: PlayView['choices'];
  /** All messages are there: one may answer. */
  readonly ready: boolean;
  readonly onChoose: (place: number) => void;
  /** What there is to press while one may not. */
  readonly children: ComponentChildren;
}

/**
 * The bar at the bottom. Answers take up their room before they can be seen, so that nothing moves when they come; and when
 * the button that had the focus goes, the bar has it.
 */
export function Composer({ label, choices, ready, onChoose, children }: ComposerProps) {
  const say = useSay();
  const language = useLanguage();
  const bar = useRef<HTMLElement>(null);
  const hold = () => bar.current?.focus({ preventScroll: true });
  useLayoutEffect(() => {
    if (document.activeElement === document.body) hold();
  });
  return (
    <section class="train-composer" aria-label={label} tabindex={-1} ref={bar}>
      <div class="train-composer-inner">
        <div class={ready ? 'train-answers' : 'train-answers train-answers-later'} inert={!ready}>
          {choices.map(({ text }, place) => (
            <button
              type="button"
              class="train-answer"
              key={text.ru}
              lang={language}
              onClick={() => {
                hold();
                onChoose(place);
              }}
            >
              <span>{say(text)}</span>
            </button>
          ))}
        </div>
        <div class="train-instead">{children}</div>
      </div>
    </section>
  );
}
