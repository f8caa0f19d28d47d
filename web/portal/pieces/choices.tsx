import { useId } from 'preact/hooks';

interface ChoicesProps<V extends string> {
  readonly legend: string;
  readonly options: readonly {
    readonly value: V;
    readonly label: string;
    readonly hint?: string;
  }[];
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
}

/** One of a few, as large buttons that are radio buttons to the keyboard and to a screen reader. */
export function Choices<V extends string>({ legend, options, value, onChange }: ChoicesProps<V>) {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="choice">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.hint === undefined ? null : <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
