import type { Localized } from '../../domain/language.ts';
import type { PackageFormat } from './package-format.ts';

/** What an exchange may stand on, as data: data/law/<country>/exchange-grounds.yaml. Read and checked by src/service/packages. */
export interface ExchangeGround {
  readonly id: string;
  /** Id of the act in acts.yaml. */
  readonly act: string;
  readonly article: string;
  readonly effective: { readonly from: string; readonly to?: string | undefined };
  readonly source: string;
  readonly mark: 'P' | 'B' | 'D' | 'house';
  readonly verified: 'no' | { readonly by: string; readonly on: string };
  readonly title: Localized;
  readonly text: Localized;
  readonly formats: readonly PackageFormat[];
  /** Kinds of partner. */
  readonly partners: readonly string[];
  /** false: nothing that tells of a person may leave on it. */
  readonly personal: boolean;
}

export interface ExchangeGrounds {
  readonly grounds: ReadonlyMap<string, ExchangeGround>;
  /** Acts that they name: what they are called, and which edition was read. */
  readonly acts: ReadonlyMap<string, { readonly name: Localized; readonly edition: string }>;
}
