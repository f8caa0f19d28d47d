/**
 * Field lists of the object templates that we write, as published in MISP/misp-objects: facts of the format, held here so that a
 * test can compare. Of each: the commit it was read at, its version, its required fields and the type of each relation.
 * Read October 2026.
 */
export interface PublishedTemplate {
  readonly commit: string;
  readonly uuid: string;
  readonly version: number;
  readonly metaCategory: string;
  readonly requiredOneOf: readonly string[];
  /** Relations that may come several times. */
  readonly multiple: readonly string[];
  /** 'relation:type relation:type …'. */
  readonly relations: string;
}

export const PUBLISHED_TEMPLATES: Readonly<Record<string, PublishedTemplate>> = {
  person: {
    commit: '49056e9b1a32498924504bc4a418ecb6981d33ff',
    uuid: 'a15b0477-e9d1-4b9c-9546-abe78a4f4248',
    version: 19,
    metaCategory: 'misc',
    requiredOneOf: ['first-name', 'last-name', 'full-name', 'alias', 'handle'],
    multiple: [
      'address',
      'alias',
      'dni',
      'e-mail',
      'fax-number',
      'handle',
      'instant-messaging-used',
      'nationality',
      'nic-hdl',
      'nie',
      'nif',
      'phone-number',
      'portrait',
      'role',
    ],
    relations:
      'address:text alias:text birth-certificate-number:text date-of-birth:date-of-birth dni:text e-mail:email-src fax-number:phone-number first-name:first-name full-name:full-name function:text gender:gender handle:text identity-card-number:identity-card-number instant-messaging-used:text last-name:last-name middle-name:middle-name mothers-name:text nationality:nationality nic-hdl:text nie:text nif:text occupation:text ofac-identification-number:text passport-country:passport-country passport-creation:datetime passport-expiration:passport-expiration passport-number:passport-number phone-number:phone-number place-of-birth:place-of-birth portrait:attachment redress-number:redress-number role:text social-security-number:text text:text title:text',
  },
  'legal-entity': {
    commit: 'd9f1db590aa1258950b1b45b57881b33d35a5e93',
    uuid: '14f5688f-d89c-469f-9878-c48bf6c41c65',
    version: 2,
    metaCategory: 'misc',
    requiredOneOf: ['name'],
    multiple: [],
    relations:
      'business:text commercial-name:text legal-form:text logo:attachment name:text phone-number:phone-number registration-number:text text:text website:link',
  },
  'bank-account': {
    commit: '7c6815a469e2b6f8802b8d5c193e4f8fd5ee01c1',
    uuid: 'b4712203-95a8-4883-80e9-b566f5df11c9',
    version: 3,
    metaCategory: 'financial',
    requiredOneOf: ['account', 'iban'],
    multiple: [],
    relations:
      'aba-rtn:aba-rtn account:bank-account-nr account-name:text balance:text beneficiary:text beneficiary-comment:text branch:text client-number:text closed:datetime comments:text currency-code:text date-balance:datetime iban:iban institution-code:text institution-name:text non-banking-institution:boolean opened:datetime personal-account-type:text report-code:text status-code:text swift:bic text:text',
  },
  'coin-address': {
    commit: '030160da7f025ae721d020f9c9d33587e81f2e25',
    uuid: 'd0e6997e-78da-4815-a6a1-cfc1c1cb8a46',
    version: 7,
    metaCategory: 'financial',
    requiredOneOf: ['address', 'address-xmr', 'address-crypto'],
    multiple: [],
    relations:
      'address:btc address-crypto:text address-xmr:xmr current-balance:float first-seen:datetime last-seen:datetime last-updated:datetime symbol:text text:text total-received:float total-sent:float total-transactions:text',
  },
  transaction: {
    commit: 'd9f1db590aa1258950b1b45b57881b33d35a5e93',
    uuid: 'a47fa26a-01b6-4747-a394-5144e34456dc',
    version: 1,
    metaCategory: 'financial',
    requiredOneOf: ['transaction-number', 'date', 'amount', 'transmode-code'],
    multiple: [],
    relations:
      'amount:text authorized:text date:datetime date-posting:datetime from-country:text from-funds-code:text location:text teller:text text:text to-country:text to-funds-code:text transaction-number:text transmode-code:text transmode-comment:text',
  },
  microblog: {
    commit: '44b53a6d4670e503fa36b157868825bd7d101525',
    uuid: '8ec8c911-ddbe-4f5b-895b-fbff70c42a60',
    version: 20,
    metaCategory: 'misc',
    requiredOneOf: ['post', 'archive', 'url', 'link', 'attachment'],
    multiple: [
      'archive',
      'attachment',
      'embedded-link',
      'embedded-safe-link',
      'hashtag',
      'in-reply-to-display-name',
      'in-reply-to-status-id',
      'in-reply-to-user-id',
      'language',
      'link',
      'twitter-id',
      'url',
      'username-quoted',
    ],
    relations:
      'archive:link attachment:attachment creation-date:datetime display-name:text embedded-link:url embedded-safe-link:link hashtag:text in-reply-to-display-name:text in-reply-to-status-id:text in-reply-to-user-id:text language:text link:link modification-date:datetime post:text removal-date:datetime state:text title:text twitter-id:twitter-id type:text url:url username:text username-quoted:text verified-username:text',
  },
  'telegram-account': {
    commit: '4f50074ba7957895a29d06e1200322cc32fc84f8',
    uuid: '06f02ecf-5afb-42c5-9cb0-b362e222f52c',
    version: 2,
    metaCategory: 'misc',
    requiredOneOf: ['id', 'phone', 'username'],
    multiple: ['phone'],
    relations: 'first_name:text id:text last_name:text phone:text username:text verified:text',
  },
  'phone-number': {
    commit: '8bd09aa37d8ee62f49f44e0efd22e46fd2d569c4',
    uuid: 'c4b5a67c-63d2-11ec-90d6-0242ac120003',
    version: 1,
    metaCategory: 'mobile',
    requiredOneOf: ['phone-number'],
    multiple: [],
    relations:
      'country-code:text country-code-numeric:text national-destination-code:text phone-number:phone-number subscriber-number:text text:text',
  },
  url: {
    commit: '1bf9f93b83b7a7b1cb315d5d73f4368144bfd0e0',
    uuid: '60efb77b-40b5-4c46-871b-ed1ed999fce5',
    version: 9,
    metaCategory: 'network',
    requiredOneOf: ['url', 'resource_path'],
    multiple: ['fragment', 'ip', 'query_string', 'resource_path'],
    relations:
      'credential:text domain:domain domain_without_tld:text first-seen:datetime fragment:text host:hostname ip:ip-dst last-seen:datetime port:port query_string:text resource_path:text scheme:text subdomain:text text:text tld:text url:url',
  },
  device: {
    commit: '95a23d219e49d91fed61cbadf106f6d070c471f8',
    uuid: '0c64b41a-e583-4f4d-ac92-d484163b9e52',
    version: 9,
    metaCategory: 'misc',
    requiredOneOf: ['name', 'alias'],
    multiple: ['OS', 'alias', 'attachment', 'dns-name', 'ip-address'],
    relations:
      'MAC-address:mac-address OS:text alias:text analysis-date:datetime attachment:attachment description:text device-type:text dns-name:text hits:counter infection_type:text ip-address:ip-src name:text status:text version:text',
  },
  report: {
    commit: '08db16c162c930fb49535c5fec659a432226011c',
    uuid: '70a68471-df22-4e3f-aa1a-5a3be19f82df',
    version: 8,
    metaCategory: 'misc',
    requiredOneOf: ['title', 'summary', 'link'],
    multiple: ['link', 'report-file', 'summary', 'title'],
    relations:
      'case-number:text link:link report-file:attachment summary:text title:text type:text',
  },
};

/** Names of relationships between objects, of MISP/misp-objects at 003391bab105ac3bc8bedfa56c323b1d21c11cb1, version 17. */
export const PUBLISHED_RELATIONSHIPS: readonly string[] = [
  'derived-from',
  'related-to',
  'connected-to',
  'connected-from',
  'contains',
  'characterized-by',
  'characterizes',
  'mentions',
  'included-in',
  'includes',
  'belongs-to',
  'member-of',
  'owner-of',
  'same-as',
];

/** Categories that MISP allows for the types of attribute we write: MISP/MISP at 26720ddd8da07bf633bf1bcb2af6905d72331cb9, AttributesTable. */
export const ALLOWED_CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  text: ['Other', 'Internal reference', 'External analysis', 'Person', 'Financial fraud'],
  datetime: ['Other'],
  'bank-account-nr': ['Financial fraud'],
  iban: ['Financial fraud'],
  bic: ['Financial fraud'],
  btc: ['Financial fraud'],
  xmr: ['Financial fraud'],
  'cc-number': ['Financial fraud'],
  'first-name': ['Person'],
  'middle-name': ['Person'],
  'last-name': ['Person'],
  'full-name': ['Person'],
  'date-of-birth': ['Person'],
  'place-of-birth': ['Person'],
  gender: ['Person'],
  nationality: ['Person'],
  'identity-card-number': ['Person'],
  'passport-number': ['Person'],
  'phone-number': ['Person', 'Financial fraud', 'Other'],
  'email-src': ['Payload delivery', 'Network activity', 'Social network', 'Person'],
  email: ['Network activity', 'Payload delivery', 'Social network', 'Person'],
  url: ['Network activity', 'External analysis', 'Payload delivery'],
  'ip-src': ['Network activity', 'Payload delivery', 'External analysis'],
};
