import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../pieces/button.tsx';
import { useSay } from '../say.ts';
import { D } from './desk-texts.ts';

interface SureProps {
  readonly text: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks once more where a step cannot be taken back. */
export function Sure({ text, onYes, onNo }: SureProps) {
  const say = useSay();
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <fieldset class="class-sure" tabindex={-1} ref={box}>
      <legend>{text}</legend>
      <div class="buttons">
        <Button onClick={onYes}>{say(D.yes)}</Button>
        <Button kind="quiet" onClick={onNo}>
          {say(D.no)}
        </Button>
      </div>
    </fieldset>
  );
}
