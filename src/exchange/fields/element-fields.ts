import type { CaseFact } from '../../domain/case/case-fact.ts';
import type {
  CaseAccount,
  CaseContact,
  CaseFile,
  CaseHold,
  CaseInstitution,
  CaseNetwork,
  CaseOfficer,
  CaseParty,
  CasePost,
  CaseSignal,
  CaseTransfer,
} from '../../domain/case/case-file.ts';
import type { FieldClass } from './field-class.ts';

/**
 * What never depends on a choice: ids that Qorgan gives within a case, kinds, references between elements, currencies, and marks of
 * whose words it is. They tell nothing of a person, and without them a file is no file.
 */
const FRAME = 'frame';

/** How a field that may not leave looks instead: the value that says nothing. */
interface FieldRule<T> {
  readonly of: FieldClass | typeof FRAME;
  readonly blank?: T;
}

/** Every field of an element has a rule: a field that is added to the case file does not compile until it has one. */
export type FieldRules<E> = { readonly [K in keyof E]-?: FieldRule<E[K]> };

const frame = { of: FRAME } as const;
const or =
  <T>(blank: T) =>
  (of: FieldClass): FieldRule<T> => ({ of, blank });
const orNull = or(null);
const orEmpty = or('');
const orNone = or<readonly never[]>([]);
const orZero = or(0);

export const CASE_RULES = {
  caseId: or(0)('case.number'),
  number: orEmpty('case.number'),
  title: orEmpty('case.title'),
  openedAt: orZero('case.progress'),
  state: or('open' as const)('case.progress'),
  outcome: orNull('case.progress'),
} as const satisfies Partial<FieldRules<CaseFile>>;

export const INSTITUTION_RULES = {
  code: orEmpty('sender.institution'),
  name: orEmpty('sender.institution'),
  country: orEmpty('sender.institution'),
  bic: orNull('sender.institution'),
  bin: orNull('sender.institution'),
} as const satisfies FieldRules<CaseInstitution>;

export const OFFICER_RULES = {
  userId: orZero('sender.officer'),
  name: orEmpty('sender.officer'),
  job: orNull('sender.officer'),
  phone: orNull('sender.officer'),
  email: orNull('sender.officer'),
} as const satisfies FieldRules<CaseOfficer>;

export const PARTY_RULES = {
  id: frame,
  kind: frame,
  name: orNull('party.name'),
  personName: orNull('party.name'),
  taxNumber: orNull('party.taxNumber'),
  bornOn: orNull('party.bornOn'),
  birthPlace: orNull('party.birthPlace'),
  sex: orNull('party.sex'),
  citizenship: orNull('party.citizenship'),
  resident: orNull('party.citizenship'),
  pep: orNull('party.pep'),
  address: orNull('party.address'),
  phones: orNone('party.phones'),
  emails: orNone('party.emails'),
  document: orNull('party.document'),
  registeredOn: orNull('party.registeredOn'),
  occupation: orNull('party.occupation'),
  role: or('unknown' as const)('party.role'),
  isClient: or(false)('party.client'),
  origin: frame,
} as const satisfies FieldRules<CaseParty>;

export const ACCOUNT_RULES = {
  id: frame,
  account: orEmpty('account.number'), // a pseudonym stands in its place: minimise.ts
  isIban: or(false)('account.number'),
  isWallet: frame,
  home: orNull('account.home'),
  currency: frame,
  holder: orNull('account.holder'),
  role: or('unknown' as const)('account.role'),
  openedAt: orNull('account.openedAt'),
  status: or('active' as const)('account.status'),
  hops: orNull('account.role'),
  isForeign: or(false)('account.home'),
  devices: orNone('account.devices'),
  ips: orNone('account.devices'),
  origin: frame,
} as const satisfies FieldRules<CaseAccount>;

export const TRANSFER_RULES = {
  id: orEmpty('transfer.reference'), // a pseudonym stands in its place: minimise.ts
  at: orZero('transfer.time'),
  payer: frame,
  payee: frame,
  amountMinor: orZero('transfer.amount'),
  currency: frame,
  channel: or('transfer' as const)('transfer.channel'),
  purpose: or('unknown' as const)('transfer.channel'),
  text: orNull('transfer.text'),
  verdict: or('allow' as const)('transfer.verdict'),
  score: orZero('transfer.verdict'),
  rules: orNone('transfer.verdict'),
  state: or('executed' as const)('transfer.state'),
  isSuspicious: frame,
  origin: frame,
} as const satisfies FieldRules<CaseTransfer>;

export const POST_RULES = {
  id: frame,
  at: orZero('post.time'),
  url: orNull('post.url'),
  author: orNull('post.author'),
  text: orEmpty('post.text'),
  lang: or('und' as const)('post.text'),
  // What kind of post it is: no other kind would say nothing.
  label: frame,
  stance: frame,
  asks: orNone('post.label'),
  campaign: orNull('post.label'),
  captureHash: orNull('post.capture'),
  origin: frame,
} as const satisfies FieldRules<CasePost>;

export const CONTACT_RULES = {
  id: frame,
  kind: frame,
  value: orEmpty('contact.value'),
  seenWith: frame,
  origin: frame,
} as const satisfies FieldRules<CaseContact>;

export const SIGNAL_RULES = {
  rule: orEmpty('signal.rule'),
  amltrix: orNull('signal.rule'),
  text: orEmpty('signal.text'),
  about: frame,
} as const satisfies FieldRules<CaseSignal>;

export const NETWORK_RULES = {
  networkId: orEmpty('network.figures'), // a pseudonym stands in its place: minimise.ts
  certainty: orZero('network.figures'),
  harmMinor: orZero('network.figures'),
  story: orEmpty('network.story'),
  countries: orNone('network.figures'),
} as const satisfies FieldRules<CaseNetwork>;

export const HOLD_RULES = {
  holdId: orZero('hold.state'),
  transfer: frame,
  state: orEmpty('hold.state'),
  heldMinor: orZero('hold.state'),
  currency: frame,
  placedAt: orNull('hold.state'),
} as const satisfies FieldRules<CaseHold>;

export const FACT_RULES = {
  factId: frame,
  // A fact leaves as said, or not at all: minimise.ts
  kind: frame,
  party: frame,
  says: frame,
  value: orNull('fact.said'),
  actAt: orNull('fact.said'),
  shownBy: frame,
  note: orNull('fact.note'),
  by: orEmpty('fact.by'),
  recordedAt: orZero('fact.said'),
} as const satisfies FieldRules<CaseFact>;

/** Classes that fields of an element are of, in order of its fields. */
export const classesOf = (rules: Readonly<Record<string, FieldRule<unknown>>>): FieldClass[] => [
  ...new Set(Object.values(rules).flatMap(({ of }) => (of === FRAME ? [] : [of]))),
];

/** The element with what may leave, and values that say nothing in the place of the rest. */
export function keepFields<E extends object>(
  element: E,
  rules: FieldRules<E>,
  chosen: ReadonlySet<FieldClass>,
): E {
  const kept: Partial<E> = {};
  for (const key of Object.keys(element) as (keyof E)[]) {
    const rule = rules[key] as FieldRule<E[keyof E]> | undefined;
    // A field that no rule knows does not leave.
    if (rule === undefined) continue;
    kept[key] =
      rule.of === FRAME || chosen.has(rule.of) ? element[key] : (rule.blank as E[keyof E]);
  }
  return kept as E;
}
