import { Textarea } from '@mantine/core';
import type { JSX } from 'react';
import { useWords } from './words.ts';

/** Why somebody does what they do, in their words. */
export function ReasonField({
  value,
  onChange,
  label,
  about,
  least = 5,
  isFirst = false,
}: {
  value: string;
  onChange: (value: string) => void;
  label?: string;
  about?: string;
  /** Characters. */
  least?: number;
  /** Takes the focus when its dialog opens. */
  isFirst?: boolean;
}): JSX.Element {
  const words = useWords();
  return (
    <Textarea
      label={label ?? words('reason')}
      description={about ?? words('reasonAbout')}
      required
      minLength={least}
      maxLength={2_000}
      rows={3}
      data-autofocus={isFirst ? true : undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
