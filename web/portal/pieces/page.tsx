import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface PageFrame {
  readonly title: string;
  readonly lead?: string | undefined;
  /** Wider than a column of text: tables, a messenger beside its list. */
  readonly wide?: boolean;
  /** A picture beside title and lead; beneath them on a narrow window. */
  readonly aside?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** Set by the first page that is shown: its title takes no focus, the visitor has only just come. */
let isFirst = true;

/** One page: its title has the focus when it opens, so that a screen reader says where one is. */
export function Page({ title, lead, wide = false, aside, children }: PageFrame) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFirst) isFirst = false;
    else heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = `${title} · Qorgan`;
  }, [title]);
  const head = (
    <>
      <h1 ref={heading} tabindex={-1}>
        {title}
      </h1>
      {lead === undefined ? null : <p class="lead">{lead}</p>}
    </>
  );
  return (
    <article class={wide ? 'page page-wide' : 'page'}>
      {aside === undefined ? (
        head
      ) : (
        <div class="page-head">
          <div>{head}</div>
          {aside}
        </div>
      )}
      {children}
    </article>
  );
}
