import type { JSX } from 'react';
import { Dialog } from './dialog.tsx';
import { useWords } from './words.ts';

/** What single letters do on a page. */
export function KeysDialog({
  keys,
  onDone,
}: {
  /** A key and what it does. */
  keys: readonly (readonly [key: string, act: string])[];
  onDone: () => void;
}): JSX.Element {
  const t = useWords();
  return (
    <Dialog opened onClose={onDone} title={t('keys')}>
      <dl className="keys">
        {[...keys, ['?', t('keysHelp')] as const].map(([key, act]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{act}</dd>
          </div>
        ))}
      </dl>
      <p className="muted small">{t('keysOff')}</p>
    </Dialog>
  );
}
