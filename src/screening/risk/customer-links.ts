import type { OwnerKind } from '../../domain/account.ts';
import type { NameWord } from '../names/name-word.ts';
import { familyName, isOneFamily } from './family-name.ts';
import type { LinkLimits } from './parameter-types.ts';
import type { CustomerLink, LinkKind } from './profile.ts';

/** A customer, as far as links to others need to know it. */
export interface LinkedCustomer {
  readonly id: number;
  readonly kind: OwnerKind;
  /** Surname first. */
  readonly name?: string;
  /** Stands on a list of droppers, or has an account that an analyst confirmed as one. */
  readonly listed: boolean;
  /** Ids of those whom it named as relatives. */
  readonly relatives: readonly number[];
}

/** One identifier and who has it. */
export interface SharedIdentifier {
  readonly kind: LinkKind;
  /** Of a phone that stands in a home. */
  readonly landline?: boolean;
  /** The customer itself may be among them. */
  readonly holders: readonly LinkedCustomer[];
  /** How many have it in all, where `holders` are only the first of them. */
  readonly customers?: number;
}

/** Why two customers have one identifier in common. */
export type LinkExplanation =
  | { readonly explained: 'family'; readonly by: 'declared' | 'surname' | 'household' }
  | { readonly explained: 'crowd'; readonly by: 'count' };

/** An identifier of one customer, and for each other holder why it is shared; undefined: nothing explains it. */
export interface ExplainedIdentifier extends SharedIdentifier {
  readonly others: readonly {
    readonly other: LinkedCustomer;
    readonly explanation: LinkExplanation | undefined;
  }[];
  readonly crowd: boolean;
}

/** What a customer's rating needs to know of each identifier that others have too: see `explainSharing`. */
export function linksOf(
  customer: LinkedCustomer,
  shared: readonly SharedIdentifier[],
  limits: LinkLimits,
): CustomerLink[] {
  return explainSharing(customer, shared, limits)
    .filter(({ others }) => others.length > 0)
    .map(({ kind, others, customers, crowd }) => ({
      kind,
      customers: Math.max(others.length, (customers ?? 0) - 1),
      family: others.filter(({ explanation }) => explanation?.explained === 'family').length,
      listed: others.filter(({ other }) => other.listed).length,
      crowd,
    }));
}

/**
 * Who shares what with a customer, and what explains it: declared relatives, one surname, one household, or a crowd that shares
 * an address or an IP. A phone or a device among strangers is explained by no crowd.
 */
export function explainSharing(
  customer: LinkedCustomer,
  shared: readonly SharedIdentifier[],
  limits: LinkLimits,
): ExplainedIdentifier[] {
  const household = householdOf(customer, shared, limits);
  return shared.map((identifier) => {
    const others = identifier.holders
      .filter(({ id }) => id !== customer.id)
      .map((other) => ({ other, family: familyBy(customer, other, household) }));
    const unseen = Math.max(0, (identifier.customers ?? 0) - 1 - others.length);
    const strangers = others.filter(({ family }) => family === undefined).length + unseen;
    const crowd = isCrowd(identifier.kind, strangers, limits);
    return {
      ...identifier,
      crowd,
      others: others.map(({ other, family }) => ({ other, explanation: explain(family, crowd) })),
    };
  });
}

type FamilyBy = (LinkExplanation & { explained: 'family' })['by'];

function explain(family: FamilyBy | undefined, crowd: boolean): LinkExplanation | undefined {
  if (family !== undefined) return { explained: 'family', by: family };
  return crowd ? { explained: 'crowd', by: 'count' } : undefined;
}

function isCrowd(kind: LinkKind, strangers: number, { crowdFrom }: LinkLimits): boolean {
  return (kind === 'address' || kind === 'ip') && strangers >= crowdFrom[kind];
}

function familyBy(
  customer: LinkedCustomer,
  other: LinkedCustomer,
  household: ReadonlySet<number>,
): FamilyBy | undefined {
  return kinBy(customer, other) ?? (household.has(other.id) ? 'household' : undefined);
}

/** Companies have no relatives. */
const isPerson = ({ kind }: LinkedCustomer) => kind !== 'company';

function kinBy(a: LinkedCustomer, b: LinkedCustomer): 'declared' | 'surname' | undefined {
  if (!isPerson(a) || !isPerson(b)) return undefined;
  if (a.relatives.includes(b.id) || b.relatives.includes(a.id)) return 'declared';
  const [one, other] = [surnameOf(a), surnameOf(b)];
  return one !== undefined && other !== undefined && isOneFamily(one, other)
    ? 'surname'
    : undefined;
}

/** Who shares with many is met again and again: a name is read once for each customer. */
const surnames = new WeakMap<LinkedCustomer, NameWord | 'none'>();

function surnameOf(customer: LinkedCustomer): NameWord | undefined {
  const known = surnames.get(customer) ?? familyName(customer.name ?? '') ?? 'none';
  surnames.set(customer, known);
  return known === 'none' ? undefined : known;
}

/**
 * Those who live with the customer and are of one other family: a wife who kept her name, and her parents. A household explains
 * one such family and no more: five strangers in a rented flat are no household, however few they are.
 */
function householdOf(
  customer: LinkedCustomer,
  shared: readonly SharedIdentifier[],
  limits: LinkLimits,
): ReadonlySet<number> {
  const household = new Set<number>();
  if (!isPerson(customer)) return household;
  for (const { kind, landline, holders, customers = holders.length } of shared) {
    const isHome = kind === 'address' || (kind === 'phone' && landline === true);
    if (!isHome || Math.max(customers, holders.length) > limits.householdMost) continue;
    const strangers = holders.filter(
      (other) =>
        other.id !== customer.id && isPerson(other) && kinBy(customer, other) === undefined,
    );
    for (const { id } of greatestFamily(strangers)) household.add(id);
  }
  return household;
}

/** Of people, the most who are kin of one of them. At most `householdMost` are asked about. */
function greatestFamily(people: readonly LinkedCustomer[]): readonly LinkedCustomer[] {
  return people
    .map((one) => people.filter((other) => other === one || kinBy(one, other) !== undefined))
    .reduce((most, family) => (family.length > most.length ? family : most), []);
}
