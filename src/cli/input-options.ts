import { QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { parseMap } from '../intake/mapping.ts';
import type { InputWishes } from '../service/scan/input.ts';
import { oneOf } from './arguments.ts';

/** Options of every command that reads transfers. */
export const INPUT_OPTIONS = {
  map: { type: 'string' },
  'time-unit': { type: 'string' },
  clock: { type: 'string' },
  currency: { type: 'string' },
} as const;

/** How the input is to be read, from the options given. */
export function inputWishes(
  paths: readonly string[],
  values: { readonly [K in keyof typeof INPUT_OPTIONS]?: string | undefined },
  language: Language,
): InputWishes {
  return {
    paths,
    language,
    ...mapOption(values.map),
    ...given(
      'timeUnit',
      oneOf('time-unit', values['time-unit'], ['days', 's', 'ms', 'iso'] as const),
    ),
    ...given('clock', oneOf('clock', values.clock, ['auto', 'day', 'exact'] as const)),
    ...given('currency', values.currency?.toUpperCase()),
  };
}

/** An option that was given, and nothing where it was not. */
export function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}

function mapOption(text: string | undefined): Pick<InputWishes, 'map'> {
  if (text === undefined) return {};
  const map = parseMap(text);
  if (!map.ok) throw new QorganError(map.problem.code, map.problem.args);
  return { map: map.value };
}

/** The column that `qorgan simulate` labels with. */
const DEFAULT_LABEL = 'is_laundering';

/** The column of labels; a file of labels may name confirmed cases alone. Undefined if neither is told. */
export function labelColumn({
  label,
  labels,
}: {
  label?: string;
  labels?: string;
}): string | undefined {
  return label ?? (labels === undefined ? undefined : DEFAULT_LABEL);
}
