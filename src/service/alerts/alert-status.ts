/** Where an alert stands. */
export const ALERT_STATUSES = ['open', 'in_work', 'closed'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

/** What a person found when they closed it. */
export const ALERT_OUTCOMES = [
  'confirmed', // money of a dropper
  'victim', // the owner is the one who is deceived
  'false_alarm',
  'inconclusive',
] as const;
export type AlertOutcome = (typeof ALERT_OUTCOMES)[number];
