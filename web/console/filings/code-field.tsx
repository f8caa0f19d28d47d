import { TextInput } from '@mantine/core';
import { type JSX, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { labelOf, rowsWith } from './code-rows.ts';
import type { CodeRow } from './notice-desk.tsx';
import { useFilingTexts } from './texts.ts';

/** What is said of a field stands under it, so that fields of a row stand in one line. */
export const WRAPPER_ORDER: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'error',
  'description',
];

/** Rows of a list at most: whoever looks further writes a letter more. */
const ROWS_MOST = 60;

interface CodeFieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: string;
  readonly rows: readonly CodeRow[];
  readonly maxLength: number;
  readonly isOpen: boolean;
  readonly withAsterisk?: boolean;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly onChange: (code: string) => void;
}

/**
 * A code out of a table, found by its number or by any words of its title. A code that the table has not can be written: some
 * tables are known in part only.
 */
export function CodeField(props: CodeFieldProps): JSX.Element {
  const { id, value, rows, onChange, isOpen } = props;
  const t = useFilingTexts();
  /** What is being looked for; null: nothing, the value stands. */
  const [sought, setSought] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const isListed = sought !== null;
  const found = isListed ? rowsWith(rows, sought).slice(0, ROWS_MOST) : [];
  const active = found[Math.min(at, found.length - 1)];
  useEffect(() => {
    if (active !== undefined)
      list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const pick = (code: string): void => {
    onChange(code);
    setSought(null);
  };
  const leave = (): void => {
    if (sought === null) return;
    const told = sought.trim();
    const isCode = told === '' || /^[\dA-Z]+$/i.test(told);
    if (isCode && told !== labelOf(rows, value)) onChange(told.toUpperCase());
    setSought(null);
  };
  const press = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (!isListed) setSought('');
      else setAt((at + (key === 'ArrowDown' ? 1 : found.length - 1)) % Math.max(1, found.length));
    } else if (key === 'Escape' && isListed) {
      event.stopPropagation();
      setSought(null);
    } else if (key === 'Enter') {
      event.preventDefault();
      if (isListed && active !== undefined) pick(active.code);
      else leave();
    }
  };
  return (
    <div className="code-pick">
      <TextInput
        id={id}
        label={props.label}
        description={props.description}
        error={props.error}
        withAsterisk={props.withAsterisk ?? false}
        inputWrapperOrder={WRAPPER_ORDER}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isListed}
        {...(isListed && { 'aria-controls': `${id}-list` })}
        {...(isListed && active && { 'aria-activedescendant': `${id}-${active.code}` })}
        autoComplete="off"
        placeholder={t('codeFind')}
        readOnly={!isOpen}
        maxLength={isListed ? 120 : undefined}
        value={sought ?? labelOf(rows, value)}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => isOpen && setSought(sought ?? '')}
        onChange={(event) => {
          setSought(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => isOpen && press(event)}
        onBlur={leave}
      />
      {isListed && (
        <div ref={list} id={`${id}-list`} className="code-list" role="listbox" aria-label={id}>
          {found.map(({ code, title }) => (
            <div
              key={code}
              id={`${id}-${code}`}
              role="option"
              aria-selected={code === active?.code}
              // The field keeps the focus: to lose it is to leave the list.
              onMouseDown={(event) => {
                event.preventDefault();
                pick(code);
              }}
            >
              <b className="number">{code}</b> <span>{title}</span>
            </div>
          ))}
          {found.length === 0 && (
            <div role="option" aria-disabled="true" aria-selected="false" className="muted">
              {t('codeNone')}
            </div>
          )}
        </div>
      )}
    </div>
  );
}
