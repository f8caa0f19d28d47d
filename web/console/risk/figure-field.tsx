import type { JSX } from 'react';
import { useFormat } from '../format.ts';
import type { RiskDraft } from './risk-draft.ts';

/** A person is changing figures: what they wrote so far, and how to write more. */
export interface RiskEdit {
  readonly draft: RiskDraft;
  readonly set: (place: string, text: string) => void;
}

/** One figure of the parameters: a number, or a field for one while somebody changes them. */
export function FigureField({
  edit,
  place,
  label,
  value,
  min = 0,
  max = 100,
}: {
  edit: RiskEdit | null;
  place: string;
  label: string;
  value: number;
  min?: number;
  max?: number;
}): JSX.Element {
  const format = useFormat();
  if (edit === null) return <b className="number">{format.number(value)}</b>;
  const text = edit.draft[place] ?? String(value);
  return (
    <input
      className={`figure-field${text === String(value) ? '' : ' is-changed'}`}
      type="number"
      name={place}
      aria-label={label}
      required
      min={min}
      max={max}
      step="any"
      value={text}
      onChange={(event) => edit.set(place, event.target.value)}
    />
  );
}
