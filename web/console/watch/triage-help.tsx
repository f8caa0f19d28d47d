import type { JSX } from 'react';
import { KeysDialog } from '../pieces/keys-dialog.tsx';
import { usePostTexts } from './texts.ts';

export function TriageHelp({ onDone }: { onDone: () => void }): JSX.Element {
  const t = usePostTexts();
  return (
    <KeysDialog
      keys={[
        ['j k', t('keysNext')],
        ['1–5', t('keysLabel')],
        ['o w n q', t('keysStance')],
        ['a', t('keysAsk')],
        ['Enter', t('keysSave')],
        ['u', t('keysUndo')],
      ]}
      onDone={onDone}
    />
  );
}
