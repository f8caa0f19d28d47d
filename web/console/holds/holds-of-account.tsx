import type { JSX } from 'react';
import { HoldLine } from './hold-box.tsx';
import { useHoldTexts } from './texts.ts';
import { OPEN_STATES, useHolds } from './use-holds.ts';

/** Money that stands on an account; nothing at all where none does. */
export function HoldsOfAccount({ accountRef }: { accountRef: number }): JSX.Element | null {
  const t = useHoldTexts();
  const holds = useHolds({ account: accountRef, state: OPEN_STATES });
  const items = holds.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <section className="holds-here" aria-label={t('onHold')}>
      <h2>{t('onHold')}</h2>
      {items.map((hold) => (
        <HoldLine key={hold.holdId} hold={hold} />
      ))}
    </section>
  );
}
