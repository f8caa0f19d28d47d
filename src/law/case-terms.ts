/** Terms of law that a task of a case may run by; each has an entry in data/law/<country>/terms.yaml. */
export const CASE_TERMS = [
  'suspicion-report', // at once, before the operation
  'suspicion-found-after',
  'suspicious-activity',
  'threshold-report',
  'typology-report',
  'freeze-report', // of a refusal or a freezing
  'list-freeze',
  'afm-request',
  'afm-request-suspicious',
  'transfer-system-request',
  'fm1-rejected',
  'hold',
  'le-answer',
  'le-suspension',
  'account-stop',
] as const;
export type CaseTerm = (typeof CASE_TERMS)[number];
