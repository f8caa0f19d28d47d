/**
 * Object templates that a case is written in: those of MISP/misp-objects by name, UUID and version, with the relations that are
 * used of each and the type of attribute each has; and one of our own. The test holds them to the published field lists.
 */
export interface ObjectTemplate {
  readonly name: string;
  readonly metaCategory: 'financial' | 'misc' | 'mobile' | 'network';
  readonly uuid: string;
  readonly version: number;
  readonly description: string;
  /** Type of attribute of each relation. */
  readonly relations: Readonly<Record<string, AttributeType>>;
}

/** Categories that attributes of a type are of, of those that MISP allows for it. */
const CATEGORIES = {
  text: 'Other',
  datetime: 'Other',
  'bank-account-nr': 'Financial fraud',
  iban: 'Financial fraud',
  bic: 'Financial fraud',
  btc: 'Financial fraud',
  xmr: 'Financial fraud',
  'cc-number': 'Financial fraud',
  'first-name': 'Person',
  'middle-name': 'Person',
  'last-name': 'Person',
  'full-name': 'Person',
  'date-of-birth': 'Person',
  'place-of-birth': 'Person',
  gender: 'Person',
  nationality: 'Person',
  'identity-card-number': 'Person',
  'passport-number': 'Person',
  'phone-number': 'Person',
  'email-src': 'Social network',
  email: 'Person',
  url: 'Network activity',
  'ip-src': 'Network activity',
} as const;
export type AttributeType = keyof typeof CATEGORIES;

export const categoryOf = (type: AttributeType): string => CATEGORIES[type];

export const TEMPLATES = {
  person: {
    name: 'person',
    metaCategory: 'misc',
    uuid: 'a15b0477-e9d1-4b9c-9546-abe78a4f4248',
    version: 19,
    description: 'An object which describes a person or an identity.',
    relations: {
      'first-name': 'first-name',
      'middle-name': 'middle-name',
      'last-name': 'last-name',
      'full-name': 'full-name',
      alias: 'text',
      'date-of-birth': 'date-of-birth',
      'place-of-birth': 'place-of-birth',
      gender: 'gender',
      nationality: 'nationality',
      'identity-card-number': 'identity-card-number',
      'passport-number': 'passport-number',
      'phone-number': 'phone-number',
      'e-mail': 'email-src',
      address: 'text',
      occupation: 'text',
      role: 'text',
      text: 'text',
    },
  },
  'legal-entity': {
    name: 'legal-entity',
    metaCategory: 'misc',
    uuid: '14f5688f-d89c-469f-9878-c48bf6c41c65',
    version: 2,
    description: 'An object to describe a legal entity.',
    relations: {
      name: 'text',
      'registration-number': 'text',
      'phone-number': 'phone-number',
      text: 'text',
    },
  },
  'bank-account': {
    name: 'bank-account',
    metaCategory: 'financial',
    uuid: 'b4712203-95a8-4883-80e9-b566f5df11c9',
    version: 3,
    description:
      'An object describing bank account information based on account description from goAML 4.0.',
    relations: {
      account: 'bank-account-nr',
      iban: 'iban',
      swift: 'bic',
      'institution-name': 'text',
      'institution-code': 'text',
      'currency-code': 'text',
      opened: 'datetime',
      'status-code': 'text',
      text: 'text',
    },
  },
  'coin-address': {
    name: 'coin-address',
    metaCategory: 'financial',
    uuid: 'd0e6997e-78da-4815-a6a1-cfc1c1cb8a46',
    version: 7,
    description: 'An address used in a cryptocurrency',
    relations: {
      address: 'btc',
      'address-xmr': 'xmr',
      'address-crypto': 'text',
      symbol: 'text',
      text: 'text',
    },
  },
  transaction: {
    name: 'transaction',
    metaCategory: 'financial',
    uuid: 'a47fa26a-01b6-4747-a394-5144e34456dc',
    version: 1,
    description: 'An object to describe a financial transaction.',
    relations: {
      'transaction-number': 'text',
      date: 'datetime',
      amount: 'text',
      'transmode-code': 'text',
      'from-country': 'text',
      'to-country': 'text',
      text: 'text',
    },
  },
  microblog: {
    name: 'microblog',
    metaCategory: 'misc',
    uuid: '8ec8c911-ddbe-4f5b-895b-fbff70c42a60',
    version: 20,
    description: 'Microblog post like a Twitter tweet or a post on a Facebook wall.',
    relations: {
      post: 'text',
      url: 'url',
      username: 'text',
      'creation-date': 'datetime',
      language: 'text',
      type: 'text',
    },
  },
  'telegram-account': {
    name: 'telegram-account',
    metaCategory: 'misc',
    uuid: '06f02ecf-5afb-42c5-9cb0-b362e222f52c',
    version: 2,
    description: 'Information related to a telegram account',
    relations: { username: 'text' },
  },
  'phone-number': {
    name: 'phone-number',
    metaCategory: 'mobile',
    uuid: 'c4b5a67c-63d2-11ec-90d6-0242ac120003',
    version: 1,
    description:
      'Phone number based on the E.164 international public telecommunication numbering plan',
    relations: { 'phone-number': 'phone-number' },
  },
  url: {
    name: 'url',
    metaCategory: 'network',
    uuid: '60efb77b-40b5-4c46-871b-ed1ed999fce5',
    version: 9,
    description:
      'url object describes an url along with its normalized field (like extracted using faup parsing library) and its metadata.',
    relations: { url: 'url' },
  },
  device: {
    name: 'device',
    metaCategory: 'misc',
    uuid: '0c64b41a-e583-4f4d-ac92-d484163b9e52',
    version: 9,
    description: 'An object to define a device',
    relations: { name: 'text' },
  },
  report: {
    name: 'report',
    metaCategory: 'misc',
    uuid: '70a68471-df22-4e3f-aa1a-5a3be19f82df',
    version: 8,
    description: 'Report object to describe a report along with its metadata.',
    relations: { title: 'text', 'case-number': 'text', summary: 'text', type: 'text' },
  },
  /** Ours: docs/reference/misp.md. What the published templates have no place for, and what ties it to a case. */
  'mule-case-element': {
    name: 'mule-case-element',
    metaCategory: 'financial',
    uuid: '7d650c60-e784-49e9-abc5-33df57fde2e2',
    version: 1,
    description: 'An element of a case of money mules, in full',
    relations: { kind: 'text', reference: 'text', role: 'text', content: 'text' },
  },
} as const satisfies Record<string, ObjectTemplate>;
export type TemplateName = keyof typeof TEMPLATES;
