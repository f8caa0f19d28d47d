import type { JSX } from 'react';
import { CopyLine } from '../pieces/copy-line.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import type { MadeLink } from './people.tsx';
import { usePeopleTexts } from './texts.ts';

/** A one-time link, shown this once. Its token stands behind '#', so that no server or log ever sees it. */
export function LinkDialog({ link, onDone }: { link: MadeLink; onDone: () => void }): JSX.Element {
  const t = usePeopleTexts();
  return (
    <Dialog opened onClose={onDone} title={t('linkTitle', { name: link.name })}>
      <p>{t('linkAbout')}</p>
      <CopyLine text={`${location.origin}/set-password#${link.token}`} label={t('link')} />
    </Dialog>
  );
}
