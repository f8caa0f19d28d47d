import type { Tlp } from '../../domain/case/marking.ts';
import type { Language } from '../../domain/language.ts';

/** What is asked of another bank. */
export interface BankRequest {
  /** Number of the package: the answer names it. */
  readonly request: string;
  /** How the reader calls itself. */
  readonly partner: { readonly code: string; readonly name: string };
  readonly tlp: Tlp;
  readonly purpose: string;
  /** What it stands on, in each language. */
  readonly ground: Readonly<Record<Language, string>>;
  /** Of the case; all accounts of it when there are none. */
  readonly accounts: readonly string[];
  readonly transfers: readonly string[];
  /** Statements of this time are asked for, epoch ms; null: not. */
  readonly from: number | null;
  readonly to: number | null;
  /** In words, as a person wrote it. */
  readonly text: string | null;
  /** Epoch ms. */
  readonly dueAt: number | null;
  readonly at: number;
}
