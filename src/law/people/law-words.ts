import type { Localized } from '../../domain/language.ts';

/** What the calculator of the portal can ask after: deeds whose part goes by age, day and reward alone. */
export const DEEDS = ['access', 'payments', 'acquisition'] as const;
export type Deed = (typeof DEEDS)[number];

/** What a sanction is made of, in the order it is said. */
export const PUNISHMENT_KINDS = [
  'fine',
  'works',
  'community',
  'arrest',
  'restriction',
  'prison',
  'confiscation',
  'ban',
] as const;
export type PunishmentKind = (typeof PUNISHMENT_KINDS)[number];

export interface ProvisionWords {
  /** Id of an offence or a ban in data/law. */
  readonly id: string;
  readonly deed: Deed | null;
  /** The ban that is broken where there was no reward. */
  readonly ban: string | null;
  readonly short: Localized;
  readonly plain: Localized;
}

export interface ReleaseWords {
  readonly id: string;
  readonly title: Localized;
  readonly plain: Localized;
  /** By the id of the condition. */
  readonly conditions: Readonly<Record<string, Localized>>;
  /** Who decides whether it fits: never we. */
  readonly decides: Localized;
}

/** Readers by age, full years, both inclusive. */
export interface AgeWords {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly title: Localized;
  readonly plain: Localized;
}

/** The law in words for everybody; data/help/<country>/law-words.yaml. */
export interface LawWords {
  readonly provisions: readonly ProvisionWords[];
  readonly release: readonly ReleaseWords[];
  readonly ages: readonly AgeWords[];
  readonly punishments: readonly { readonly id: PunishmentKind; readonly plain: Localized }[];
}
