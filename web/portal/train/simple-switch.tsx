import { useSay } from '../say.ts';
import { keepSimple, usePast } from './past.ts';
import { T } from './texts.ts';

/** For whoever reads slowly or is easily lost: fewer answers, larger letters, no pace. */
export function SimpleSwitch() {
  const say = useSay();
  const { simple } = usePast();
  return (
    <label class="choice train-switch">
      <input
        type="checkbox"
        checked={simple}
        onChange={(event) => keepSimple(event.currentTarget.checked)}
      />
      <span>
        {say(T.simple)}
        <small>{say(T.simpleHint)}</small>
      </span>
    </label>
  );
}
