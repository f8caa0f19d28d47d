import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../pieces/icon.tsx';
import { href } from '../router.ts';
import { useSay } from '../say.ts';
import { CHAT } from './chat-texts.ts';
import { usePast } from './past.ts';

interface FrameProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A step of the trainer below its list. Its heading has the focus whenever it opens: one step follows another without a new page. */
export function Frame({ title, children }: FrameProps) {
  const say = useSay();
  const { simple } = usePast();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    document.title = `${title} · Qorgan`;
  }, [title]);
  return (
    <article class={simple ? 'page train-simple' : 'page'}>
      <a class="train-back" href={href('train')}>
        <Icon name="back" size={18} />
        {say(CHAT.back)}
      </a>
      <h1 ref={heading} tabindex={-1}>
        {title}
      </h1>
      {children}
    </article>
  );
}
