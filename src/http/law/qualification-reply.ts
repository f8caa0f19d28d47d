import type { z } from 'zod';
import type {
  Finding,
  Qualification as Found,
  TierFinding as FoundTier,
  ReleaseFinding as Released,
} from '../../law/qualify/qualification.ts';
import { argInWords, inWords, sentence } from '../../law/qualify/said.ts';
import type { LawFinding, Qualification, ReleaseFinding } from '../contract/law.ts';
import type { Frozen } from '../route.ts';
import { type LawWords, sourceReply, tierReply } from './offence-reply.ts';

type Reply<T extends z.ZodType> = Frozen<z.input<T>>;

/** A qualification in the reader's language. */
export function qualificationReply(found: Found, words: LawWords): Reply<typeof Qualification> {
  const { language } = words;
  return {
    caseId: found.caseId,
    caseNumber: found.caseNumber,
    country: found.country,
    on: found.on,
    asOf: found.asOf,
    caveats: found.caveats.map((caveat) => sentence(caveat, language)),
    parties: found.parties.map(({ party, age, protection, findings, concurrence }) => ({
      party: party.id,
      name: party.name,
      role: party.role,
      age,
      protection: protection.map((rule) => ({
        text: rule.text[language],
        source: sourceReply(rule, words),
      })),
      findings: findings.map((finding) => findingReply(finding, words)),
      concurrence: concurrence.map((note) => sentence(note, language)),
    })),
    left: found.left,
    duties: found.duties.map((duty) => findingReply(duty, words)),
  };
}

function findingReply(finding: Finding, words: LawWords): Reply<typeof LawFinding> {
  const { language } = words;
  const { offence, act, tier, limitation } = finding;
  return {
    offence: offence.id,
    kind: offence.kind,
    title: offence.title[language],
    text: offence.text[language],
    source: sourceReply(offence, words),
    state: finding.state,
    summary: sentence(finding.summary, language),
    act,
    age: finding.age,
    elements: finding.elements.map(({ element, state, reason, ask, for: speaks, against }) => ({
      id: element.id,
      core: element.core,
      title: element.title[language],
      state,
      reason: sentence(reason, language),
      evidence: state === 'supported' ? null : element.evidence[language],
      ask,
      for: speaks,
      against,
    })),
    exclusions: finding.exclusions.map(({ exclusion, state, links }) => ({
      id: exclusion.id,
      text: exclusion.text[language],
      state,
      evidence: exclusion.evidence[language],
      fact: exclusion.fact,
      links,
    })),
    tier: tier === null ? null : tierFinding(tier, act.to, words),
    higher: (tier?.higher ?? []).map(({ tier: { id, part }, needs }) => ({
      id,
      part,
      needs: sentence(needs, language),
    })),
    limitation,
    release: finding.release.map((one) => releaseReply(one, words)),
    minor: finding.minor.map((rule) => ({
      text: rule.text[language],
      source: sourceReply(rule, words),
    })),
    changes: finding.changes.map(({ text, before, after }) => ({
      text: sentence(text, language),
      before: inWords(before, language),
      after: inWords(after, language),
    })),
    notes: finding.notes.map((note) => sentence(note, language)),
  };
}

const tierFinding = (
  { tier, state, reasons, links }: FoundTier,
  date: string,
  words: LawWords,
) => ({
  ...tierReply(tier, date, words),
  state,
  reasons: reasons.map((reason) => sentence(reason, words.language)),
  links,
});

function releaseReply(
  { ground, state, conditions }: Released,
  words: LawWords,
): Reply<typeof ReleaseFinding> {
  const { language } = words;
  return {
    id: ground.id,
    title: ground.title[language],
    text: ground.text[language],
    effect: ground.effect,
    state,
    conditions: conditions.map(({ id, text, state: of, reason, fact, links }) => ({
      id,
      text: argInWords(text, language),
      state: of,
      reason: reason === null ? null : inWords(reason, language),
      fact,
      links,
    })),
    source: sourceReply(ground, words),
  };
}
