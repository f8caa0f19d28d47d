/**
 * What a person says of an act: a transfer does not tell whether it was paid for, or what its owner knew. The words are the
 * elements of offences in everyday language; which provision asks for which is data (data/law/<country>/offences).
 */
export const FACT_KINDS = [
  // What was done.
  'gave_access', // lent a card, account, SIM or identification to another
  'made_payments_for_other',
  'acquired_access', // bought, rented, recruited or handled the access of others
  'for_illegal_payments', // with the aim of making illegal payments
  'converted_criminal_money', // passed on, changed, hid or held it
  'deceived_owner_of_money',
  'through_internet', // deceived a user of an information system or of the Internet
  'took_secretly', // took another's money without his knowledge
  'broke_into_system', // unlawful access to an information system, account or its data
  'made_malware',
  'spread_personal_data',
  'cloned_sim', // changed an IMEI or doubled a SIM
  'sold_drugs',
  'advertised_drugs',
  'induced_drug_use',
  'financed_terrorism',
  // How.
  'reward_paid', // value: money
  'reward_promised', // value: money, where a sum was named
  'damage', // value: money taken from victims
  'victims', // value: count
  'criminal_income', // value: money that was laundered
  'knew_criminal_origin',
  'without_reward',
  'group_by_agreement',
  'criminal_group',
  'repeated',
  'used_office',
  'by_online_platform',
  'minor_drawn_in',
  'drug_size', // value: word, 'plain' | 'large' | 'especially_large'
  // Who and afterwards.
  'close_relative', // access was given to a spouse or close relative
  'first_offence',
  'declared_voluntarily',
  'helped_actively',
  'harm_made_good',
  'reconciled',
  'coerced',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export type FactValue =
  | { readonly type: 'money'; readonly amountMinor: number; readonly currency: string }
  | { readonly type: 'count'; readonly count: number }
  | { readonly type: 'word'; readonly word: string };

/** One answer to "is it so?", of one person, with what shows it. */
export interface CaseFact {
  readonly factId: number;
  readonly kind: FactKind;
  /** Id of the party it is about. */
  readonly party: string;
  readonly says: 'yes' | 'no';
  readonly value: FactValue | null;
  /** When the act was done, epoch ms; null: the time of the transfers of the case. */
  readonly actAt: number | null;
  /** Ids of transfers, posts, files and notes of the case that show it. */
  readonly shownBy: readonly string[];
  readonly note: string | null;
  readonly by: string;
  readonly recordedAt: number;
}
