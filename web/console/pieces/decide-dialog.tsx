import { Radio } from '@mantine/core';
import { type JSX, type ReactNode, useState } from 'react';
import { FormDialog, type FormDialogProps } from './form-dialog.tsx';
import { ReasonField } from './reason-field.tsx';

interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly about?: string;
}

interface DecideDialogProps<T extends string>
  extends Omit<FormDialogProps, 'onSend' | 'isReady' | 'size' | 'children'> {
  /** What the choice is of. */
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly reasonLabel?: string;
  readonly reasonAbout?: string;
  readonly least?: number;
  /** What is decided on; stands above. */
  readonly children?: ReactNode;
  readonly onSend: (choice: T, reason: string) => void;
}

/** One of a few outcomes, and why. */
export function DecideDialog<T extends string>(props: DecideDialogProps<T>): JSX.Element {
  const { label, choices, reasonLabel, reasonAbout, least, children, onSend, ...form } = props;
  const [choice, setChoice] = useState<T | ''>('');
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      {...form}
      isReady={choice !== ''}
      onSend={() => choice !== '' && onSend(choice, reason.trim())}
    >
      {children}
      <Radio.Group
        label={label}
        required
        value={choice}
        onChange={(value) => setChoice(value as T)}
      >
        <div className="choices">
          {choices.map(({ value, label: said, about }, i) => (
            <Radio
              key={value}
              value={value}
              label={said}
              {...(about !== undefined && { description: about })}
              data-autofocus={i === 0 ? true : undefined}
              required
            />
          ))}
        </div>
      </Radio.Group>
      <ReasonField
        value={reason}
        onChange={setReason}
        {...(reasonLabel !== undefined && { label: reasonLabel })}
        {...(reasonAbout !== undefined && { about: reasonAbout })}
        {...(least !== undefined && { least })}
      />
    </FormDialog>
  );
}
