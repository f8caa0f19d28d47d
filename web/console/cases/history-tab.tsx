import type { JSX } from 'react';
import { useThisCase } from './case-desk.tsx';
import { CaseEvents } from './case-events.tsx';
import { usePageTexts } from './texts.ts';

export function HistoryTab(): JSX.Element {
  const t = usePageTexts();
  const { events } = useThisCase();
  return (
    <section data-history>
      <h2>{t('tab.history')}</h2>
      <p className="muted help">{t('historyAbout')}</p>
      <CaseEvents events={events} />
    </section>
  );
}
