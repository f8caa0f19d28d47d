import type { Element, Exclusion } from '../offences/offence.ts';
import { type CaseEvidence, type PartyEvidence, saidNo, saidYes } from './case-evidence.ts';
import type { Conditions } from './conditions.ts';
import type { Link } from './link.ts';
import type { ElementFinding, ElementState, ExclusionFinding } from './qualification.ts';
import { type Said, said } from './said.ts';

/** What a case says of one element: facts that people said weigh, conditions of the record only point. */
export function weighElement(
  element: Element,
  party: PartyEvidence,
  { linksOf }: Pick<CaseEvidence, 'linksOf'>,
): ElementFinding {
  const yes = saidYes(party, element.facts);
  const denied = saidNo(party, element.facts);
  const opposed = saidYes(party, element.against);
  const hints = element.hints.filter((hint) => party.hints.has(hint));
  const state = stateOf(element, {
    party,
    yes: yes.length > 0,
    opposed: opposed.length > 0,
    hints,
  });
  return {
    element,
    state,
    reason: reasonOf(state, element, yes.length, hints),
    ask: state === 'supported' ? [] : element.facts,
    for: yes.length > 0 ? linksOf(yes) : hintLinks(hints, party.hints),
    against: linksOf([...denied, ...opposed]),
  };
}

interface Weighed {
  readonly party: PartyEvidence;
  readonly yes: boolean;
  readonly opposed: boolean;
  readonly hints: readonly string[];
}

function stateOf(element: Element, { party, yes, opposed, hints }: Weighed): ElementState {
  const disputed = element.facts.some(
    (kind) => saidYes(party, [kind]).length > 0 && saidNo(party, [kind]).length > 0,
  );
  // Any one of the facts is enough: another being denied does not speak against it.
  const undisputed = element.facts.some(
    (kind) => saidYes(party, [kind]).length > 0 && saidNo(party, [kind]).length === 0,
  );
  if (yes && opposed) return 'disputed';
  if (undisputed) return 'supported';
  if (disputed) return 'disputed';
  if (opposed) return 'contradicted';
  const allDenied =
    element.facts.length > 0 && element.facts.every((kind) => saidNo(party, [kind]).length > 0);
  if (allDenied) return 'contradicted';
  return hints.length > 0 ? 'hinted' : 'missing';
}

function reasonOf(
  state: ElementState,
  { facts, hints: known }: Element,
  count: number,
  hints: readonly Element['hints'][number][],
): Said {
  if (state === 'supported') return said('element_supported', { count });
  if (state === 'hinted') return said('element_hinted', { hints: hintWords(hints) });
  if (state === 'missing')
    return said(facts.length + known.length === 0 ? 'element_judged' : 'element_missing');
  return said(`element_${state}`);
}

export const hintWords = (hints: readonly Element['hints'][number][]): Said[] =>
  hints.map((hint) => said(`hint_${hint}`));

const hintLinks = (hints: readonly Element['hints'][number][], all: Conditions): Link[] =>
  hints.flatMap((hint) => all.get(hint) ?? []);

export function weighExclusion(
  exclusion: Exclusion,
  party: PartyEvidence,
  { linksOf }: Pick<CaseEvidence, 'linksOf'>,
): ExclusionFinding {
  const yes = saidYes(party, [exclusion.fact]);
  const no = saidNo(party, [exclusion.fact]);
  const state =
    yes.length > 0
      ? no.length > 0
        ? 'disputed'
        : 'applies'
      : no.length > 0
        ? 'ruled_out'
        : 'not_asked';
  return { exclusion, state, links: linksOf([...yes, ...no]) };
}

/** An institution's duty rests on the record alone: no person is asked. */
export function weighDutyElement(element: Element, conditions: Conditions): ElementFinding {
  const hints = element.hints.filter((hint) => conditions.has(hint));
  const state = hints.length > 0 ? 'hinted' : 'missing';
  return {
    element,
    state,
    reason: reasonOf(state, element, 0, hints),
    ask: [],
    for: hintLinks(hints, conditions),
    against: [],
  };
}
