import type { JSX, ReactNode } from 'react';
import { Heading } from '../pieces/heading.tsx';
import { Mark } from '../pieces/icon.tsx';
import { Looks } from '../shell/looks.tsx';
import { useSessionTexts } from './texts.ts';

/** The page in front of everything: one narrow form, and how one wants to read it. */
export function Entrance({ title, children }: { title: string; children: ReactNode }): JSX.Element {
  const t = useSessionTexts();
  return (
    <div className="entrance">
      <header>
        <span className="brand">
          <Mark />
          Qorgan
        </span>
        <Looks />
      </header>
      <main id="content">
        <div className="entrance-box">
          <Heading title={title} />
          {children}
        </div>
        <p className="muted entrance-motto">{t('motto')}</p>
      </main>
    </div>
  );
}
