import type { AmountBound } from '../offences/offence.ts';
import type { Deed } from './law-words.ts';
import type { PeopleLaw, PeopleLimit, PeopleProvision, PeopleTier } from './people-law.ts';
import type { Punishment } from './punishments.ts';

/** What a person asks the calculator; nobody is asked who they are. */
export interface Question {
  readonly deed: Deed;
  /** Whole units of the currency; 'none': neither paid nor promised; 'unknown': there was one, and its size is not known. */
  readonly reward: number | 'none' | 'unknown';
  /** Full years on the day. */
  readonly age: number;
  /** Local day of the act, 'YYYY-MM-DD'. */
  readonly on: string;
  /** Access was given to a spouse or close relative. */
  readonly relative?: boolean;
}

/** How a size was counted: units x value of the unit = limit. */
export interface Counted {
  readonly units: number;
  readonly bound: AmountBound['bound'];
  readonly unit: number;
  readonly limit: number;
}

export interface PartAnswer {
  readonly kind: 'part';
  readonly provision: PeopleProvision;
  readonly tier: PeopleTier;
  /** The size that was reached; null for the basic part. */
  readonly counted: Counted | null;
  /** The next heavier part by size, and from what it begins. */
  readonly next: { readonly tier: PeopleTier; readonly counted: Counted } | null;
  /** Heavier parts could apply, and the size of the reward, or the unit of that day, is not known. */
  readonly sizeUnknown: boolean;
}

/** Which part could apply; never whether somebody is guilty. */
export type Answer =
  | PartAnswer
  | { readonly kind: 'not_in_force'; readonly from: string }
  | { readonly kind: 'relative' }
  | { readonly kind: 'too_young'; readonly from: number; readonly provision: PeopleProvision }
  | { readonly kind: 'no_reward'; readonly ban: PeopleProvision | null };

const holdsOn = ({ effective: { from, to } }: PeopleProvision, on: string): boolean =>
  on >= from && (to === undefined || on <= to);

/** The value of the unit of account on a day; undefined where the data have none. */
export const unitValue = (law: PeopleLaw, on: string): number | undefined =>
  law.unit?.values.find(
    ({ effective: { from, to } }) => on >= from && (to === undefined || on <= to),
  )?.value;

/** Which part of the law on droppers an act could be. Undefined where the data have no such deed. */
export function whichPart(law: PeopleLaw, question: Question): Answer | undefined {
  const { deed, reward, age, on, relative } = question;
  const editions = law.provisions.filter((one) => one.deed === deed);
  const provision = editions.find((one) => holdsOn(one, on));
  if (provision === undefined) {
    const first = editions.map(({ effective }) => effective.from).sort()[0];
    return first === undefined ? undefined : { kind: 'not_in_force', from: first };
  }
  if (deed === 'access' && relative === true) return { kind: 'relative' };
  const least = provision.tiers[0].age;
  if (least !== null && age < least) return { kind: 'too_young', from: least, provision };
  if (reward === 'none' && provision.ban !== null)
    return {
      kind: 'no_reward',
      ban: law.provisions.find((one) => one.id === provision.ban && holdsOn(one, on)) ?? null,
    };
  return partOf(law, provision, question);
}

function partOf(law: PeopleLaw, provision: PeopleProvision, { reward, on }: Question): PartAnswer {
  const unit = unitValue(law, on);
  const sum = typeof reward === 'number' ? reward : null;
  const sized = provision.tiers.filter(({ amount }) => amount !== null);
  const reached =
    sum === null || unit === undefined
      ? []
      : sized.filter(({ amount }) => reaches(sum, countedBy(amount!, unit)));
  const tier = reached.at(-1) ?? provision.tiers[0];
  const next = sized.find((one) => !reached.includes(one));
  return {
    kind: 'part',
    provision,
    tier,
    counted: tier.amount === null || unit === undefined ? null : countedBy(tier.amount, unit),
    next:
      next === undefined || unit === undefined
        ? null
        : { tier: next, counted: countedBy(next.amount!, unit) },
    sizeUnknown: sized.length > 0 && (reward === 'unknown' || unit === undefined),
  };
}

const countedBy = ({ units, bound }: AmountBound, unit: number): Counted => ({
  units,
  bound,
  unit,
  // Values of the unit have hundredths at most.
  limit: Math.round(units * unit * 100) / 100,
});

const reaches = (sum: number, { bound, limit }: Counted): boolean =>
  bound === 'at_least' ? sum >= limit : sum > limit;

/** Which limit stands for which punishment: the first group takes it away, the second makes it less. */
const NEVER: Readonly<Record<string, Punishment['kind']>> = {
  'no-arrest': 'arrest',
  'no-prison': 'prison',
};
const LESS: Readonly<Record<string, Punishment['kind']>> = {
  fine: 'fine',
  community: 'community',
  restriction: 'restriction',
  prison: 'prison',
};

export interface PunishmentAtAge {
  readonly punishment: Punishment;
  /** What the law sets apart for that age: it is not imposed, or it is less. */
  readonly limit: PeopleLimit | null;
  readonly isNever: boolean;
}

/** The punishments of a part as they stand for somebody of an age. */
export function punishmentsAt(law: PeopleLaw, tier: PeopleTier, age: number): PunishmentAtAge[] {
  const limits = law.limits.filter(
    ({ from, to, categories }) =>
      age >= from &&
      age <= to &&
      (categories.length === 0 || (tier.category !== null && categories.includes(tier.category))),
  );
  return tier.punishments.map((punishment) => {
    const never = limits.find(({ id }) => NEVER[id] === punishment.kind);
    const less = limits.find(({ id }) => LESS[id] === punishment.kind);
    return { punishment, limit: never ?? less ?? null, isNever: never !== undefined };
  });
}
