import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../pieces/button.tsx';
import { useSay } from '../say.ts';
import { forgetAll } from './past.ts';
import { T } from './texts.ts';

/** What the device keeps, and a way to be rid of it, asked twice. */
export function ForgetButton() {
  const say = useSay();
  const [state, setState] = useState<'kept' | 'asked' | 'forgotten'>('kept');
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state !== 'kept') question.current?.focus();
  }, [state]);
  return (
    <section class="train-forget">
      <p class="muted">{say(T.keep)}</p>
      {state === 'kept' ? (
        <Button kind="quiet" onClick={() => setState('asked')}>
          {say(T.forget)}
        </Button>
      ) : (
        <p tabindex={-1} ref={question}>
          {say(state === 'asked' ? T.forgetSure : T.forgotten)}
        </p>
      )}
      {state === 'asked' ? (
        <div class="buttons">
          <Button
            kind="danger"
            onClick={() => {
              forgetAll();
              setState('forgotten');
            }}
          >
            {say(T.forgetYes)}
          </Button>
          <Button kind="quiet" onClick={() => setState('kept')}>
            {say(T.forgetNo)}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
