/** How far a package has come. */
export const PACKAGE_STATES = [
  'draft', // a person chose what leaves; nothing is made
  'approved', // another person agreed: what leaves is fixed, the file is made
  'sent', // a person says that they sent it
  'answered',
  'refused', // whoever was asked said no
  'expired', // the time to answer went by
  'withdrawn',
  'received', // came from another house
] as const;
export type PackageState = (typeof PACKAGE_STATES)[number];

/** Acts of named persons. */
export const PACKAGE_ACTS = [
  'edit',
  'return', // to its maker, with what is wrong
  'approve',
  'send',
  'answer',
  'refuse',
  'withdraw',
  'mark', // a package that came in is handled more strictly from now on
  'attach', // its facts become part of a case
] as const;
export type PackageActKind = (typeof PACKAGE_ACTS)[number];

type Way = Readonly<Partial<Record<PackageState, PackageState>>>;

/** Where each act leads from each state; a pair that is not here is not possible. */
export const PACKAGE_WAYS: Readonly<Record<PackageActKind, Way>> = {
  edit: { draft: 'draft' },
  return: { draft: 'draft' },
  approve: { draft: 'approved' },
  send: { approved: 'sent' },
  // Who answers late has answered.
  answer: { sent: 'answered', expired: 'answered', refused: 'answered' },
  refuse: { sent: 'refused', expired: 'refused' },
  withdraw: { draft: 'withdrawn', approved: 'withdrawn', sent: 'withdrawn', expired: 'withdrawn' },
  mark: { received: 'received' },
  attach: { received: 'received' },
};

/** States in which the file is there to be taken. */
export const MADE_STATES: readonly PackageState[] = [
  'approved',
  'sent',
  'answered',
  'refused',
  'expired',
];
