import { Button } from '@mantine/core';
import type { FormEvent, JSX, ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { Problem } from './problem.tsx';
import { useWords } from './words.ts';

export interface FormDialogProps {
  readonly title: string;
  /** What the button that sends it says. */
  readonly act: string;
  /** It takes something from somebody. */
  readonly isGrave?: boolean;
  readonly isReady?: boolean;
  readonly size?: 'md' | 'lg';
  readonly sending: {
    readonly isPending: boolean;
    readonly isError: boolean;
    readonly error: unknown;
  };
  readonly onSend: () => void;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** A form that one sends or leaves; why it was refused stands above its buttons. */
export function FormDialog(props: FormDialogProps): JSX.Element {
  const { title, act, isGrave = false, isReady = true, size, sending, onSend, onDone } = props;
  const words = useWords();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady) onSend();
  };
  return (
    <Dialog opened onClose={onDone} title={title} {...(size !== undefined && { size })}>
      <form className="form" onSubmit={submit}>
        {props.children}
        {sending.isError && <Problem error={sending.error} />}
        <div className="form-acts">
          <Button onClick={onDone}>{words('cancel')}</Button>
          <Button
            type="submit"
            variant="filled"
            {...(isGrave && { color: 'red' })}
            loading={sending.isPending}
          >
            {act}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
