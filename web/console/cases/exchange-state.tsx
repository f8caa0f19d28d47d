import type { JSX } from 'react';
import { EXCHANGE_TEXTS, useExchangeTexts } from './texts.ts';

/** How far a report or a package has come; the service's own word where it is a new one. */
export function ExchangeState({ state }: { state: string }): JSX.Element {
  const t = useExchangeTexts();
  const key = `state.${state}`;
  const word = key in EXCHANGE_TEXTS ? t(key as 'state.draft') : state;
  return <span className={`state-tag exchange-${state}`}>{word}</span>;
}
