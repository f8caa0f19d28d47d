import type { JSX } from 'react';

/** A choice among words, as a filter has it. */
export function ChoiceField({
  name,
  label,
  value,
  any,
  choices,
  onChange,
}: {
  name: string;
  label: string;
  value: string | undefined;
  /** What no choice is called; left out where there always is one. */
  any?: string;
  choices: readonly (readonly [value: string, word: string])[];
  /** '' for no choice. */
  onChange: (value: string) => void;
}): JSX.Element {
  return (
    <label className="field">
      <span>{label}</span>
      <select name={name} value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
        {any !== undefined && <option value="">{any}</option>}
        {choices.map(([choice, word]) => (
          <option key={choice} value={choice}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}
