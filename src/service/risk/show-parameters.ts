import type { Language } from '../../domain/language.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import type { Risk } from './risk.ts';
import { shownSource } from './told-rating.ts';

const VERSIONS_MOST = 50;

/** The parameters in force at the person's institution, in words, with where each comes from and who changed what. */
export async function showParameters({ store, book }: Risk, by: Principal, language: Language) {
  const { number, parameters, changes } = book.inForce(by.institutionId);
  const { levels, links, review, factors, measures, events } = parameters;
  const changed = new Set((changes.factors ?? []).map(({ factor }) => factor));
  return {
    number,
    version: parameters.version,
    country: parameters.country,
    levels: {
      medium: levels.medium,
      high: levels.high,
      circumstancesMost: levels.circumstancesMost,
      source: shownSource(levels),
    },
    links: {
      householdMost: links.householdMost,
      crowdAddress: links.crowdFrom.address,
      crowdIp: links.crowdFrom.ip,
      source: shownSource(links),
    },
    review: { ...review.days, source: shownSource(review) },
    factors: [...factors.values()].map((factor) => ({
      factor: factor.id,
      weighs: factor.weighs,
      text: factor.text[language],
      steps: factor.steps,
      limits: factor.limits,
      dueDiligence: factor.dueDiligence ?? null,
      changed: changed.has(factor.id),
      source: shownSource(factor),
    })),
    measures: [...measures.values()].map((measure) => ({
      measure: measure.id,
      kind: measure.kind,
      text: measure.text[language],
      source: shownSource(measure),
    })),
    dueDiligence: parameters.dueDiligence,
    events: [...events.values()].map((event) => ({
      event: event.id,
      review: event.review,
      text: event.text[language],
      source: shownSource(event),
    })),
    versions: await store.read({ ...scopeOf(by), seesAll: false }, (trx) =>
      trx
        .selectFrom('risk_parameters')
        .select(['number', 'at', 'actor as by', 'reason'])
        .orderBy('number', 'desc')
        .limit(VERSIONS_MOST)
        .execute(),
    ),
  };
}
