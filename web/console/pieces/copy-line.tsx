import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { Icon } from './icon.tsx';
import { useWords } from './words.ts';

/** Text to take along, with a button that copies it. */
export function CopyLine({ text, label }: { text: string; label: string }): JSX.Element {
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
    <div className="copy-line">
      <span className="unseen">{label}</span>
      <code>{text}</code>
      <Button size="xs" leftSection={<Icon name="copy" />} onClick={copy}>
        {t('copy')}
      </Button>
      <span className="muted" aria-live="polite">
        {outcome !== null && t(outcome)}
      </span>
    </div>
  );
}
