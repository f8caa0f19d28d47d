import type { JSX } from 'react';
import { Heading } from '../pieces/heading.tsx';
import { useWords } from '../pieces/words.ts';

/** A defect of ours took a page down: the others still work. */
export function BrokenPage({ error }: { error: unknown }): JSX.Element {
  const t = useWords();
  return (
    <main id="content" className="empty">
      <Heading title={t('pageBroken')} />
      <p>{t('pageBrokenHint')}</p>
      <pre className="broken-text">{String(error)}</pre>
    </main>
  );
}

export function NotHere(): JSX.Element {
  const t = useWords();
  return (
    <main id="content" className="empty">
      <Heading title={t('notHere')} />
      <p>{t('notHereHint')}</p>
    </main>
  );
}
