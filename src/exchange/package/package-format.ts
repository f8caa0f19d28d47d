/** In what a package is written or read. */
export const PACKAGE_FORMATS = [
  'goaml', // goAML XML, for an FIU
  'stix', // STIX 2.1 bundle
  'misp', // MISP event
  'camt056', // ISO 20022 recall of a payment
  'camt029', // its answer
  'pacs004', // money returned
  'bank_request', // a letter to another bank, with JSON beside it
  'evidence', // a sealed archive that anybody can verify
  'known_accounts', // "do you know these accounts?", and its answer
  'antifraud', // messages of the anti-fraud centre
] as const;
export type PackageFormat = (typeof PACKAGE_FORMATS)[number];

/** Those that we make of a case; the others come as answers. */
export const MADE_FORMATS = [
  'goaml',
  'stix',
  'misp',
  'camt056',
  'bank_request',
  'evidence',
  'known_accounts',
  'antifraud',
] as const satisfies readonly PackageFormat[];
export type MadeFormat = (typeof MADE_FORMATS)[number];

export const isMade = (format: PackageFormat): format is MadeFormat =>
  (MADE_FORMATS as readonly string[]).includes(format);
