import type { JSX } from 'react';
import { CopyButton } from './copy-button.tsx';

/** Text to take along, with a button that copies it. */
export function CopyLine({ text, label }: { text: string; label: string }): JSX.Element {
  return (
    <div className="copy-line">
      <span className="unseen">{label}</span>
      <code>{text}</code>
      <CopyButton text={text} />
    </div>
  );
}
