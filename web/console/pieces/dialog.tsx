import { Modal } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useWords } from './words.ts';

/** A question to one person. Escape and the cross leave it; the focus returns to where it was. */
export function Dialog({
  title,
  opened,
  onClose,
  size = 'md',
  children,
}: {
  title: string;
  opened: boolean;
  onClose: () => void;
  size?: 'md' | 'lg';
  children: ReactNode;
}): JSX.Element {
  const t = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Modal>
  );
}
