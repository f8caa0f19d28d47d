import type { JSX } from 'react';
import { Dialog } from '../pieces/dialog.tsx';
import { type ALERT_TEXTS, useAlertTexts } from './texts.ts';

const KEYS: readonly (readonly [string, keyof typeof ALERT_TEXTS])[] = [
  ['j', 'keysDown'],
  ['k', 'keysUp'],
  ['Enter', 'keysOpen'],
  ['t', 'keysTake'],
  ['c', 'keysClose'],
  ['r', 'keysFresh'],
  ['?', 'keysHelp'],
];

export function KeysDialog({ onDone }: { onDone: () => void }): JSX.Element {
  const t = useAlertTexts();
  return (
    <Dialog opened onClose={onDone} title={t('keys')}>
      <dl className="keys">
        {KEYS.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
      <p className="muted small">{t('keysOff')}</p>
    </Dialog>
  );
}
