import { QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import type { Access } from '../service/access/access.ts';
import type { Principal } from '../service/access/principal.ts';
import type { readArguments } from './arguments.ts';

export const USER_OPTIONS = {
  name: { type: 'string' },
  institution: { type: 'string' },
  role: { type: 'string', multiple: true },
  kind: { type: 'string' },
  'sees-all': { type: 'boolean' },
  scope: { type: 'string', multiple: true },
  days: { type: 'string' },
  lang: { type: 'string' },
} as const;

export type UserOptions = ReturnType<typeof readArguments<typeof USER_OPTIONS>>['values'];

/** Who asks at the terminal, of what, and in which language they are answered. */
export interface Desk {
  readonly access: Access;
  readonly by: Principal;
  readonly language: Language;
  /** Address of a page of the console. */
  readonly page: (path: string) => string;
  readonly options: UserOptions;
}

export const usage = (what: string): QorganError =>
  new QorganError('QRG_USAGE', { what: `user ${what}` });

/** An option that must be there. */
export function needed(value: string | undefined, name: string): string {
  if (value === undefined) throw usage(`… --${name}`);
  return value;
}
