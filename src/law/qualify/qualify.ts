import type { FactKind } from '../../domain/case/case-fact.ts';
import type { CaseFile } from '../../domain/case/case-file.ts';
import type { Condition } from '../offences/condition.ts';
import { OFFENCE_KINDS, type Offence } from '../offences/offence.ts';
import {
  dateAt,
  holdsOn,
  type OffenceBook,
  offencesOn,
  tierOn,
  unitOn,
} from '../offences/offence-book.ts';
import { type ActTime, actTime, yearsOn } from './act-time.ts';
import { type CaseEvidence, evidenceOf, type PartyEvidence, saidYes } from './case-evidence.ts';
import { findChanges } from './find-changes.ts';
import { measure } from './measure.ts';
import type {
  AgeFinding,
  ElementFinding,
  ExclusionFinding,
  Finding,
  FindingState,
  PartyQualification,
  Qualification,
  TierFinding,
} from './qualification.ts';
import { FINDING_STATES } from './qualification.ts';
import { type Said, type SaidArg, said } from './said.ts';
import { sanctionText } from './sanction-words.ts';
import { weighDutyElement, weighElement, weighExclusion } from './weigh-elements.ts';
import { limitationOf, weighRelease } from './weigh-release.ts';
import { unitMinor, weighTiers } from './weigh-tiers.ts';

/** More than anybody reads at once; each other party can be asked for by its id. */
export const QUALIFIED_PARTIES_MOST = 200;

/**
 * Holds a case against the law of a country: of each party, which provisions the record speaks to, how far it supports every
 * element, what is missing and what would show it, the part by size, the age at the act, grounds of release, and what changed in
 * the law since. Of nobody does it say that he did it: a lawyer, a body and a court do.
 *
 * @param today epoch ms; the day that release, limitation and changes are looked at from
 */
export function qualify(
  book: OffenceBook,
  file: CaseFile,
  today: number,
  /** Only this party, by its id. */
  only?: string,
): Qualification {
  const on = dateAt(book, today);
  const evidence = evidenceOf(file);
  const provisions = provisionsOfPersons(book);
  const found = evidence.parties
    .filter(({ party }) => only === undefined || party.id === only)
    .map((party) => qualifyParty(book, provisions, evidence, party, on))
    .filter(({ findings, protection }) => findings.length + protection.length > 0);
  const parties = found.sort((a, b) => bestOf(a) - bestOf(b)).slice(0, QUALIFIED_PARTIES_MOST);
  const duties = offencesOn(book, on)
    .filter(({ kind, subject }) => kind === 'duty' && subject === 'institution')
    .flatMap((offence) => dutyFinding(book, evidence, offence, on));
  return {
    caseId: file.caseId,
    caseNumber: file.number,
    country: book.country,
    on,
    asOf: file.asOf,
    caveats: caveats(book, file, parties),
    parties,
    left: found.length - parties.length,
    duties,
  };
}

function caveats(
  book: OffenceBook,
  file: CaseFile,
  parties: readonly PartyQualification[],
): Said[] {
  const shown = parties.flatMap(({ findings }) => findings.map(({ offence }) => offence));
  const acts = new Map(
    shown
      .filter(({ kind, edition }) => kind === 'crime' && edition !== 'none')
      .map(({ act, edition }) => [act, edition]),
  );
  return [
    said('caveat_lawyer'),
    ...(shown.some(({ verified }) => verified === 'no') ? [said('caveat_unverified')] : []),
    ...[...acts].map(([act, edition]) =>
      said('caveat_edition', { act: book.acts.get(act)?.name ?? act, edition }),
    ),
    ...(file.cut ? [said('caveat_cut')] : []),
  ];
}

function qualifyParty(
  book: OffenceBook,
  provisions: readonly Provision[],
  evidence: CaseEvidence,
  party: PartyEvidence,
  on: string,
): PartyQualification {
  const person = party.party;
  const found = provisions.flatMap((provision) => {
    const finding = findingOf(book, evidence, party, provision, on);
    return finding === null ? [] : [finding];
  });
  const kept = withoutEchoes(found).sort((a, b) => rankOf(a) - rankOf(b));
  const findings = kept.map((finding) => ({
    ...finding,
    release: weighRelease(finding, { book, evidence, party, on, all: kept }),
  }));
  return {
    party: person,
    age: party.bornOn === null ? null : yearsOn(party.bornOn, on),
    protection: protectionOf(book, evidence.file, party, findings),
    findings,
    concurrence: concurrenceOf(findings, party),
  };
}

/** Who has the best supported provision comes first; who has none but is owed protection, last. */
const bestOf = ({ findings: [first] }: PartyQualification): number =>
  first === undefined ? Number.MAX_SAFE_INTEGER : rankOf(first);

/** Best supported first, crimes before what is no offence by itself. */
const rankOf = ({ state, offence }: Finding): number =>
  FINDING_STATES.indexOf(state) * OFFENCE_KINDS.length + OFFENCE_KINDS.indexOf(offence.kind);

/** One offence in all its editions, earliest first, with what of a case speaks to its deed. */
interface Provision {
  readonly editions: readonly Offence[];
  readonly facts: readonly FactKind[];
  readonly hints: readonly Condition[];
}

function provisionsOfPersons({ offences }: OffenceBook): Provision[] {
  const own = offences.filter(({ subject, kind }) => subject === 'person' && kind !== 'duty');
  return [...Map.groupBy(own, ({ id }) => id).values()].map((editions) => {
    const core = editions.flatMap(({ elements }) => elements.filter((one) => one.core));
    return {
      editions: editions.sort((a, b) => (a.effective.from < b.effective.from ? -1 : 1)),
      facts: [...new Set(core.flatMap(({ facts }) => facts))],
      hints: [...new Set(core.flatMap(({ hints }) => hints))],
    };
  });
}

const isCoreSaid = ({ elements }: Pick<Finding, 'elements'>): boolean =>
  elements.some(
    ({ element, state }) => element.core && (state === 'supported' || state === 'disputed'),
  );

/**
 * What only movements of money point to is left out where people said what was done: of one article once one of its offences is
 * said, and of bans always. A transfer that its maker was paid for is not lending an account as well.
 */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const said = new Set(
    findings.filter(isCoreSaid).map(({ offence }) => `${offence.act} ${offence.article}`),
  );
  return findings.filter(
    (finding) =>
      isCoreSaid(finding) ||
      (finding.offence.kind === 'crime' &&
        !said.has(`${finding.offence.act} ${finding.offence.article}`)),
  );
}

/** The edition that a day's act is held against: that of the day, or the nearest where the data begin later. */
interface Edition {
  readonly offence: Offence;
  readonly fits: 'holds' | 'unread' | 'not_in_force';
}

function editionFor({ editions }: Provision, date: string): Edition | null {
  const exact = editions.find(({ effective }) => holdsOn(effective, date));
  if (exact) return { offence: exact, fits: 'holds' };
  const first = editions.at(0);
  // What was repealed before the act is no provision of that day.
  if (first === undefined || date > first.effective.from) return null;
  return { offence: first, fits: first.earlier === 'none' ? 'not_in_force' : 'unread' };
}

function findingOf(
  book: OffenceBook,
  evidence: CaseEvidence,
  party: PartyEvidence,
  provision: Provision,
  on: string,
): Finding | null {
  const deeds = saidYes(party, provision.facts);
  if (deeds.length === 0 && !provision.hints.some((hint) => party.hints.has(hint))) return null;
  const act = actTime(book, deeds, party, evidence.file.openedAt);
  const edition = editionFor(provision, act.to);
  if (edition === null) return null;
  const { offence, fits } = edition;
  const elements = offence.elements.map((element) => weighElement(element, party, evidence));
  if (!speaksTo(elements)) return null;
  const isSaid = isCoreSaid({ elements });
  if (fits === 'not_in_force' && !isSaid) return null;
  const age = ageOf(offence, party, act);
  if (offence.kind === 'crime' && (age?.reached === false || party.party.kind === 'company'))
    return null;
  const weighing = { book, evidence, party, date: act.to };
  const tier =
    offence.tiers.length === 0 || fits === 'not_in_force'
      ? null
      : weighTiers(offence, weighing, age?.atAct ?? null, !isSaid);
  if (offence.tiers.length > 0 && fits !== 'not_in_force' && tier === null) return null;
  const exclusions = offence.exclusions.map((one) => weighExclusion(one, party, evidence));
  const parts = { offence, fits, elements, exclusions, age, act };
  const state = stateOf(parts);
  return {
    offence,
    state,
    summary: summaryOf(state, parts),
    act,
    age,
    elements,
    exclusions,
    tier,
    limitation: limitationOf({ book, on }, { offence, tier, act, age }),
    release: [],
    minor: limitsOf(book, age, tier),
    changes: findChanges(offence, weighing, on, tier, age?.atAct ?? null),
    notes: notesOf(book, party, { ...parts, tier }),
  };
}

/** Something of the deed itself is said or pointed to; that it was denied alone mentions nothing. */
const speaksTo = (elements: readonly ElementFinding[]): boolean =>
  elements.some(
    ({ element, state }) =>
      element.core && (state === 'supported' || state === 'disputed' || state === 'hinted'),
  );

function ageOf(offence: Offence, { bornOn }: PartyEvidence, act: ActTime): AgeFinding | null {
  const leasts = offence.tiers.flatMap((tier) => tier.age ?? offence.age ?? []);
  const least = leasts.length === 0 ? offence.age : Math.min(...leasts);
  if (least === null) return null;
  const atAct = bornOn === null ? null : yearsOn(bornOn, act.to);
  return { least, atAct, reached: atAct === null ? null : atAct >= least };
}

interface Parts {
  readonly offence: Offence;
  readonly fits: Edition['fits'];
  readonly elements: readonly ElementFinding[];
  readonly exclusions: readonly ExclusionFinding[];
  readonly age: AgeFinding | null;
  readonly act: ActTime;
}

function stateOf({ offence, fits, elements, exclusions, age }: Parts): FindingState {
  if (fits === 'not_in_force') return 'not_in_force';
  if (elements.some(({ state }) => state === 'contradicted')) return 'contradicted';
  if (exclusions.some(({ state }) => state === 'applies')) return 'contradicted';
  const isAgeKnown = offence.kind !== 'crime' || age?.reached === true;
  const isSettled = exclusions.every(({ state }) => state !== 'disputed');
  const isAll = elements.every(({ state }) => state === 'supported');
  return isAll && isAgeKnown && isSettled && fits === 'holds' ? 'supported' : 'partly';
}

function summaryOf(state: FindingState, parts: Parts): Said {
  const { offence, elements, exclusions, act } = parts;
  if (state === 'supported') return said('summary_supported');
  if (state === 'not_in_force')
    return said('summary_not_in_force', { date: act.to, from: offence.effective.from });
  if (state === 'contradicted') {
    const applied = exclusions.find((one) => one.state === 'applies');
    const denied = elements.find((one) => one.state === 'contradicted');
    return said('summary_contradicted', {
      why: applied
        ? applied.exclusion.text
        : said('why_element', { title: denied?.element.title ?? '' }),
    });
  }
  return said(isCoreSaid(parts) ? 'summary_partly' : 'summary_hinted', {
    missing: said('list', { items: missingOf(parts) }),
  });
}

function missingOf({ offence, fits, elements, exclusions, age }: Parts): SaidArg[] {
  return [
    ...elements
      .filter(({ state }) => state === 'missing' || state === 'hinted')
      .map(({ element }) => element.title),
    ...elements
      .filter(({ state }) => state === 'disputed')
      .map(({ element }) => said('missing_dispute', { what: element.title })),
    ...exclusions
      .filter(({ state }) => state === 'disputed')
      .map(({ exclusion }) => said('missing_dispute', { what: exclusion.text })),
    ...(offence.kind === 'crime' && age?.reached !== true ? [said('missing_age')] : []),
    ...(fits === 'unread' ? [said('missing_edition')] : []),
  ];
}

function limitsOf(book: OffenceBook, age: AgeFinding | null, tier: TierFinding | null) {
  const years = age?.atAct ?? null;
  const category = tier?.tier.category ?? null;
  if (years === null || category === null) return [];
  return book.limits.filter(
    ({ ages, categories }) =>
      years >= ages.from &&
      years <= ages.to &&
      (categories.length === 0 || categories.includes(category)),
  );
}

function notesOf(
  book: OffenceBook,
  party: PartyEvidence,
  { offence, fits, act, age, tier }: Parts & { readonly tier: TierFinding | null },
): Said[] {
  const { bornOn } = party;
  const notes: Said[] = [];
  if (act.basis === 'case') notes.push(said('note_date_unknown'));
  if (fits === 'unread')
    notes.push(said('note_edition_unread', { date: act.to, from: offence.effective.from }));
  if (fits === 'holds' && act.from < offence.effective.from && offence.earlier === 'none')
    notes.push(said('note_straddles_law', { act: act.from, from: offence.effective.from }));
  if (offence.kind === 'crime' && offence.age === null) notes.push(said('note_age_unread'));
  if (age !== null && bornOn === null) notes.push(said('note_age_unknown', { age: age.least }));
  if (age !== null && bornOn !== null) {
    if (yearsOn(bornOn, act.from) < age.least && age.reached)
      notes.push(said('note_straddles_age', { age: age.least }));
    if (age.atAct === age.least && act.to.slice(5) === bornOn.slice(5))
      notes.push(said('note_birthday'));
  }
  notes.push(...sizeNotes(book, party, offence, act));
  if (!offence.lapses) notes.push(said('note_no_lapse'));
  if (offence.note !== null) notes.push(said('note_data', { text: offence.note }));
  return tier === null && fits !== 'not_in_force' && offence.kind === 'crime' ? [] : notes;
}

/** How a size was counted, and what of it could not be. */
function sizeNotes(
  book: OffenceBook,
  party: PartyEvidence,
  { tiers }: Offence,
  act: ActTime,
): Said[] {
  const amount = tiers.find((tier) => tier.amount !== null)?.amount;
  if (!amount) return [];
  const { amountMinor, facts, foreign } = measure(party, amount.measure, book.currency);
  const [first, last] = [unitOn(book, act.from), unitOn(book, act.to)];
  const name = book.unit?.name ?? '';
  const money = (minor: number) => ({ amountMinor: minor, currency: book.currency });
  return [
    ...foreign.map((currency) => said('note_currency', { currency })),
    ...(amountMinor !== null && last === undefined
      ? [said('note_unit_unknown', { name, date: act.to })]
      : []),
    ...(amountMinor !== null && first && last && first.value !== last.value
      ? [
          said('note_straddles_unit', {
            name,
            before: money(unitMinor(first)),
            after: money(unitMinor(last)),
          }),
        ]
      : []),
    ...(amount.measure === 'reward' && facts.length > 1 ? [said('note_reward_sum')] : []),
  ];
}

/** What is owed to who was so young when it happened; a victim of any age is no recruit. */
function protectionOf(
  book: OffenceBook,
  file: CaseFile,
  party: PartyEvidence,
  findings: readonly Finding[],
) {
  const { bornOn, facts, hints } = party;
  const { role, kind } = party.party;
  const isInFlow = role !== 'victim' && role !== 'counterparty' && role !== 'unknown';
  if (bornOn === null || kind === 'company' || !(isInFlow || facts.size + hints.size > 0))
    return [];
  const times = [...facts.values()].flat();
  const act = actTime(book, times, party, file.openedAt);
  const first = findings.map((finding) => finding.act.from).sort()[0] ?? act.from;
  const years = yearsOn(bornOn, first < act.from ? first : act.from);
  return book.protection.filter(({ ages }) => years >= ages.from && years <= ages.to);
}

function concurrenceOf(findings: readonly Finding[], { party, facts }: PartyEvidence): Said[] {
  const notes: Said[] = [];
  const byArticle = Map.groupBy(
    findings.filter(({ offence, state }) => offence.kind === 'crime' && state === 'supported'),
    ({ offence }) => `${offence.act} ${offence.article}`,
  );
  for (const same of byArticle.values())
    if (same.length > 1)
      notes.push(
        said('meets_same_article', {
          articles: same
            .map(({ offence, tier }) => `${offence.article}(${tier?.tier.part ?? ''})`)
            .join(', '),
        }),
      );
  if (findings.some(({ offence, state }) => offence.kind === 'ban' && state === 'supported'))
    notes.push(said('meets_ban'));
  if (party.kind === 'company' && facts.size > 0) notes.push(said('meets_company'));
  return notes;
}

function dutyFinding(
  book: OffenceBook,
  evidence: CaseEvidence,
  offence: Offence,
  on: string,
): Finding[] {
  const elements = offence.elements.map((one) => weighDutyElement(one, evidence.institution));
  if (!speaksTo(elements)) return [];
  return [
    {
      offence,
      state: 'partly',
      summary: said('summary_duty'),
      act: { from: on, to: on, basis: 'case' },
      age: null,
      elements,
      exclusions: [],
      tier: null,
      limitation: null,
      release: [],
      minor: [],
      changes: [],
      notes: offence.breach.flatMap((id) => breachNote(book, id, on)),
    },
  ];
}

function breachNote(book: OffenceBook, id: string, on: string): Said[] {
  const found = tierOn(book, id, on);
  if (found === undefined) return [];
  const { offence, tier } = found;
  const act = book.acts.get(offence.act)?.name ?? offence.act;
  return [
    said('breach', {
      text: tier.text ?? offence.title,
      sanction: tier.sanction === null ? '' : sanctionText(book, tier.sanction, on),
      article: said('time_source', { act, article: `${offence.article}(${tier.part ?? ''})` }),
    }),
  ];
}
