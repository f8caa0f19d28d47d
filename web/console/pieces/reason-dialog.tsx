import { type JSX, type ReactNode, useState } from 'react';
import { FormDialog, type FormDialogProps } from './form-dialog.tsx';
import { ReasonField } from './reason-field.tsx';

interface ReasonDialogProps
  extends Omit<FormDialogProps, 'onSend' | 'children' | 'isReady' | 'size'> {
  readonly about?: ReactNode;
  readonly reasonLabel?: string;
  readonly reasonAbout?: string;
  /** Characters a reason has at least. */
  readonly least?: number;
  readonly onSend: (reason: string) => void;
}

/** An act that wants nothing but a reason. */
export function ReasonDialog(props: ReasonDialogProps): JSX.Element {
  const { about, reasonLabel, reasonAbout, least, onSend, ...form } = props;
  const [reason, setReason] = useState('');
  return (
    <FormDialog {...form} onSend={() => onSend(reason.trim())}>
      {about !== undefined && <p className="muted">{about}</p>}
      <ReasonField
        value={reason}
        onChange={setReason}
        isFirst
        {...(reasonLabel !== undefined && { label: reasonLabel })}
        {...(reasonAbout !== undefined && { about: reasonAbout })}
        {...(least !== undefined && { least })}
      />
    </FormDialog>
  );
}
