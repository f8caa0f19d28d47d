import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { Icon } from './icon.tsx';
import { useWords } from './words.ts';

/** Copies a text, and says whether it did. */
export function CopyButton({ text, label }: { text: string; label?: string }): JSX.Element {
  const t = useWords();
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null);
  const copy = (): void => {
    // Without https the browser has no clipboard to offer.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject();
    written.then(
      () => setOutcome('copied'),
      () => setOutcome('copyFailed'),
    );
  };
  return (
    <>
      <Button size="xs" leftSection={<Icon name="copy" />} onClick={copy}>
        {label ?? t('copy')}
      </Button>
      <span className="muted" aria-live="polite">
        {outcome !== null && t(outcome)}
      </span>
    </>
  );
}
