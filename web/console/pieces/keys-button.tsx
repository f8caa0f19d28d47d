import type { JSX } from 'react';
import { Icon } from './icon.tsx';
import { useWords } from './words.ts';

/** Opens the help of keys; not on a telephone, which has none. */
export function KeysButton({ onOpen }: { onOpen: () => void }): JSX.Element {
  const t = useWords();
  return (
    <button type="button" className="button quiet keys-button" onClick={onOpen}>
      <Icon name="keys" />
      {t('keys')}
    </button>
  );
}
