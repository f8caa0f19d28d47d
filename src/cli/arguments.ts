import { type ParseArgsConfig, parseArgs } from 'node:util';
import { QorganError } from '../domain/errors/catalogue.ts';
import { isLanguage, type Language } from '../domain/language.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Parses a command's arguments; what does not fit is QRG_USAGE in the user's words and not a stack. */
export function readArguments<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // The first sentence of the parser names the argument; the rest is advice for shells.
    const [what = ''] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw new QorganError('QRG_USAGE', { what });
  }
}

/** One of the words of `allowed`, or QRG_USAGE. */
export function oneOf<T extends string>(
  name: string,
  value: string | undefined,
  allowed: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((word) => word === value);
  if (found === undefined)
    throw new QorganError('QRG_USAGE', { what: `--${name} ${value} (${allowed.join('|')})` });
  return found;
}

/** A whole number within bounds, or QRG_USAGE. */
export function wholeNumber(
  name: string,
  value: string | undefined,
  least: number,
  most: number,
): number {
  const number = Number(value);
  if (value === undefined || !Number.isInteger(number) || number < least || number > most)
    throw new QorganError('QRG_USAGE', { what: `--${name} ${value ?? ''} (${least}…${most})` });
  return number;
}

export function languageOf(value: string | undefined, otherwise: Language): Language {
  if (value === undefined) return otherwise;
  if (isLanguage(value)) return value;
  throw new QorganError('QRG_USAGE', { what: `--lang ${value} (ru|kk|en)` });
}
