import type { ClassView } from '../../../src/client/classes.ts';
import { Icon } from '../pieces/icon.tsx';
import { useSay } from '../say.ts';
import { D } from './desk-texts.ts';

/** In the order in which a class goes through them. */
const STAGES = ['lobby', 'pre', 'training', 'post', 'waiting', 'later', 'over'] as const;

/** Where the class is: by words and signs, not by colour alone. */
export function Steps({ view: { stage } }: { readonly view: ClassView }) {
  const say = useSay();
  const now = STAGES.indexOf(stage);
  return (
    <ol class="class-steps">
      {STAGES.map((one, i) => (
        <li
          key={one}
          class={i < now ? 'is-done' : ''}
          aria-current={i === now ? 'step' : undefined}
        >
          <span class="class-step-sign" aria-hidden="true">
            {i < now ? <Icon name="check" size={16} /> : i + 1}
          </span>
          <span>
            {say(D[one])}
            {i > now ? null : <small> {say(i < now ? D.isDone : D.isNow)}</small>}
          </span>
        </li>
      ))}
    </ol>
  );
}
