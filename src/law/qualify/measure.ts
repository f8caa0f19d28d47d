import type { CaseFact, FactKind } from '../../domain/case/case-fact.ts';
import type { Measure } from '../offences/offence.ts';
import { type PartyEvidence, saidYes } from './case-evidence.ts';

/** What the size of an act comes to, in minor units of the book's currency. */
export interface Measured {
  /** Null: no sum was named. */
  readonly amountMinor: number | null;
  readonly facts: readonly CaseFact[];
  /** Currencies of sums that could not be counted in. */
  readonly foreign: readonly string[];
}

const ADDED: Readonly<Record<Measure, readonly FactKind[]>> = {
  reward: ['reward_paid'],
  damage: ['damage'],
  criminal_income: ['criminal_income'],
  financing: ['financed_terrorism'],
};

/**
 * Sums that facts carry. Received sums are added; of promised ones the largest is taken, since two people may tell of one promise;
 * of the two the larger counts, because an act done in order to get so much is measured by that (Criminal Code 232-1).
 */
export function measure(party: PartyEvidence, what: Measure, currency: string): Measured {
  const added = sumsOf(saidYes(party, ADDED[what]), currency);
  const promised = sumsOf(what === 'reward' ? saidYes(party, ['reward_promised']) : [], currency);
  const received = added.sums.reduce((sum, one) => sum + one.amountMinor, 0);
  const largest = promised.sums.reduce((most, one) => Math.max(most, one.amountMinor), 0);
  const counted = received >= largest ? added.sums : promised.sums;
  return {
    amountMinor:
      added.sums.length + promised.sums.length === 0 ? null : Math.max(received, largest),
    facts: counted.map(({ fact }) => fact),
    foreign: [...new Set([...added.foreign, ...promised.foreign])],
  };
}

function sumsOf(facts: readonly CaseFact[], currency: string) {
  const money = facts.flatMap((fact) =>
    fact.value?.type === 'money' ? [{ fact, ...fact.value }] : [],
  );
  return {
    sums: money.filter((one) => one.currency === currency),
    foreign: money.flatMap((one) => (one.currency === currency ? [] : [one.currency])),
  };
}
