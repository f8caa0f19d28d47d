import type { FactKind } from '../../domain/case/case-fact.ts';
import {
  holdsOn,
  type OffenceBook,
  type ReleaseCondition,
  type ReleaseGround,
} from '../offences/offence-book.ts';
import { monthsLater } from './act-time.ts';
import { type CaseEvidence, type PartyEvidence, saidNo, saidYes } from './case-evidence.ts';
import type {
  ConditionFinding,
  Finding,
  Limitation,
  ReleaseFinding,
  ReleaseState,
} from './qualification.ts';
import { said } from './said.ts';

interface Asked {
  readonly book: OffenceBook;
  readonly evidence: CaseEvidence;
  readonly party: PartyEvidence;
  readonly on: string;
  /** All that was found of the party. */
  readonly all: readonly Finding[];
}

/**
 * Grounds of release that may be of meaning for a finding, with what each needs. They are looked at once all provisions of the
 * party are: some need that there is no other offence.
 */
export function weighRelease(finding: Finding, asked: Asked): ReleaseFinding[] {
  const { offence, tier, state, elements } = finding;
  const isSaid = elements.every(({ element, state: of }) => !element.core || of === 'supported');
  if (offence.kind !== 'crime' || tier === null || !isSaid) return [];
  if (state !== 'supported' && state !== 'partly') return [];
  return [...asked.book.release.values()]
    .filter((ground) => isFor(ground, finding, asked.on))
    .map((ground) => groundFinding(ground, finding, asked));
}

function isFor(ground: ReleaseGround, { offence, tier, age }: Finding, on: string): boolean {
  if (!holdsOn(ground.effective, on) || ground.except.includes(offence.id)) return false;
  if (!ground.general) return offence.release.includes(ground.id);
  const category = tier?.tier.category ?? null;
  const { ages, categories } = ground;
  const years = age?.atAct ?? null;
  if (ages !== null && (years === null || years < ages.from || years > ages.to)) return false;
  return categories.length === 0 || (category !== null && categories.includes(category));
}

function groundFinding(ground: ReleaseGround, finding: Finding, asked: Asked): ReleaseFinding {
  const { tier } = finding;
  const category = tier?.tier.category ?? null;
  const conditions: ConditionFinding[] = [
    ...closing(ground, finding, asked),
    ...ground.conditions
      .filter(({ butNot }) => category === null || !butNot.includes(category))
      .map((condition) => conditionFinding(condition, finding, asked)),
  ];
  return { ground, conditions, state: stateOf(conditions) };
}

function stateOf(conditions: readonly ConditionFinding[]): ReleaseState {
  if (conditions.some(({ state }) => state === 'not_met')) return 'closed';
  return conditions.every(({ state }) => state === 'met') ? 'open' : 'possible';
}

/** What shuts a ground whatever else is there. */
function closing(
  { tiers, closedBy }: ReleaseGround,
  { tier }: Finding,
  { party, evidence }: Asked,
): ConditionFinding[] {
  const found = saidYes(party, closedBy);
  const shut = { state: 'not_met', reason: null, fact: null } as const;
  return [
    ...(tiers.length > 0 && tier !== null && !tiers.includes(tier.tier.id)
      ? [
          {
            ...shut,
            id: 'tier',
            text: said('condition_tier', { part: tier.tier.part ?? '' }),
            links: [],
          },
        ]
      : []),
    ...(found.length > 0
      ? [
          {
            ...shut,
            id: 'closed',
            text: said('condition_closed', { what: circumstanceOf(found[0].kind) }),
            links: evidence.linksOf(found),
          },
        ]
      : []),
  ];
}

const circumstanceOf = (kind: FactKind) =>
  kind === 'criminal_group'
    ? { ru: 'преступная группа', kk: 'қылмыстық топ', en: 'a criminal group' }
    : kind;

function conditionFinding(
  { id, asks, text }: ReleaseCondition,
  finding: Finding,
  { party, evidence, all }: Asked,
): ConditionFinding {
  if (asks.kind === 'judged')
    return { id, text, state: 'unknown', reason: said('condition_judged'), fact: null, links: [] };
  if (asks.kind === 'other_offence')
    return { id, text, fact: null, links: [], ...otherOffence(finding, all, asks.other) };
  const yes = saidYes(party, [asks.fact]);
  const no = saidNo(party, [asks.fact]);
  const state = yes.length > 0 === no.length > 0 ? 'unknown' : yes.length > 0 ? 'met' : 'not_met';
  const reason =
    state === 'met'
      ? null
      : said(
          state === 'not_met'
            ? 'condition_denied'
            : yes.length > 0
              ? 'condition_disputed'
              : 'condition_unasked',
        );
  return { id, text, state, reason, fact: asks.fact, links: evidence.linksOf([...yes, ...no]) };
}

/** Parts of the same article are no other offence to it; a misdemeanour is an offence and no crime. */
function otherOffence(
  { offence }: Finding,
  all: readonly Finding[],
  which: 'any' | 'crime',
): Pick<ConditionFinding, 'state' | 'reason'> {
  const others = all.filter(
    (other) =>
      other.offence.kind === 'crime' &&
      (other.offence.act !== offence.act || other.offence.article !== offence.article) &&
      (which === 'any' || other.tier?.tier.category !== 'misdemeanour'),
  );
  const articleOf = (of: readonly Finding[]): string =>
    [...new Set(of.map((one) => one.offence.article))].join(', ');
  const supported = others.filter(({ state }) => state === 'supported');
  if (supported.length > 0)
    return { state: 'not_met', reason: said('other_supported', { article: articleOf(supported) }) };
  const open = others.filter(({ state }) => state === 'partly');
  if (open.length > 0)
    return { state: 'unknown', reason: said('other_open', { article: articleOf(open) }) };
  return { state: 'met', reason: said('other_none') };
}

/** Until when liability lasts, from the last day of the act. */
export function limitationOf(
  { book, on }: Pick<Asked, 'book' | 'on'>,
  { offence, tier, act, age }: Pick<Finding, 'offence' | 'tier' | 'act' | 'age'>,
): Limitation | null {
  const years = tier?.tier.limitationYears ?? null;
  if (years === null || !offence.lapses || book.limitation === null) return null;
  const { halvedUnder } = book.limitation;
  const isHalved =
    halvedUnder !== null && age !== null && age.atAct !== null && age.atAct < halvedUnder;
  const until = monthsLater(act.to, isHalved ? years * 6 : years * 12);
  return { until, years: isHalved ? years / 2 : years, halved: isHalved, over: on > until };
}
