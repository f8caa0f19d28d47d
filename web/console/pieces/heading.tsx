import { type JSX, type ReactNode, useEffect, useRef } from 'react';

/** The head of a page. It takes the focus when the page opens, so that a screen reader and Tab begin there. */
export function Heading({ title, children }: { title: string; children?: ReactNode }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = `${title} · Qorgan`;
  }, [title]);
  return (
    <div className="page-head">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
}
