import { useLanguage } from '../say.ts';

interface BubbleProps {
  readonly name: string;
  readonly text: string;
  readonly side: 'mine' | 'theirs' | 'system';
  /** The first of several by one person shows the name and the head. */
  readonly isFirst: boolean;
}

/** One message. Who speaks is always there for those who listen; for the eye only where it changes. */
export function Bubble({ name, text, side, isFirst }: BubbleProps) {
  const language = useLanguage();
  if (side === 'system')
    return (
      <p class="train-note" lang={language}>
        <span class="unseen">{`${name}: `}</span>
        {text}
      </p>
    );
  return (
    <div class={`train-row train-row-${side}`}>
      {side === 'theirs' ? isFirst ? <Face name={name} /> : <span class="train-noface" /> : null}
      <p class="train-bubble" lang={language}>
        <span class={isFirst && side === 'theirs' ? 'train-name' : 'unseen'}>{`${name}: `}</span>
        {text}
      </p>
    </div>
  );
}

const SHADES = 5;

/** A name may begin with a quote or an @. */
const letterOf = (name: string): string => name.match(/\p{L}/u)?.[0].toUpperCase() ?? '?';

/** A head without a picture: the first letter on a ground of its own. */
export function Face({ name, large = false }: { readonly name: string; readonly large?: boolean }) {
  const shade = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % SHADES;
  return (
    <span
      class={`train-face train-face-${shade}${large ? ' train-face-large' : ''}`}
      aria-hidden="true"
    >
      {letterOf(name)}
    </span>
  );
}

/** Somebody types: a sign for the eye, nothing for a screen reader, and only where motion is welcome. */
export function Typing() {
  return (
    <div class="train-row train-row-theirs train-typing" aria-hidden="true">
      <span class="train-noface" />
      <p class="train-bubble">
        <i />
        <i />
        <i />
      </p>
    </div>
  );
}
