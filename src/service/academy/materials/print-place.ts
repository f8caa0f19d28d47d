import type { Language } from '../../../domain/language.ts';

/** What everything that is printed depends on. */
export interface PrintPlace {
  readonly language: Language;
  /** Where its code leads; undefined: none is printed. */
  readonly address: string | undefined;
  readonly madeAt: number;
}
