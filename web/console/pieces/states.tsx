import type { JSX, ReactNode } from 'react';
import { useWords } from './words.ts';

/** Nothing to show, said kindly, with what may be done about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }): JSX.Element {
  return (
    <section className="empty">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Places of rows that are on their way; a screen reader hears one word. */
export function Loading({ rows = 6 }: { rows?: number }): JSX.Element {
  const t = useWords();
  return (
    <div className="loading" role="status">
      <span className="unseen">{t('loading')}</span>
      {Array.from({ length: rows }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
        <div className="loading-row" key={i} aria-hidden="true" />
      ))}
    </div>
  );
}
