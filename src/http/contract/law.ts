import { z } from 'zod';
import { FACT_KINDS } from '../../domain/case/case-fact.ts';
import { CASE_ROLES } from '../../domain/case/case-file.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { CONDITIONS } from '../../law/offences/condition.ts';
import {
  CATEGORIES,
  MEASURES,
  OFFENCE_KINDS,
  OFFENCE_SUBJECTS,
} from '../../law/offences/offence.ts';
import { ACT_BASES } from '../../law/qualify/act-time.ts';
import {
  CONDITION_STATES,
  ELEMENT_STATES,
  EXCLUSION_STATES,
  FINDING_STATES,
  RELEASE_STATES,
} from '../../law/qualify/qualification.ts';
import { BIG_SERIAL_MOST, integerText, line, Minor } from './text.ts';

const DayText = z.iso
  .date()
  .refine((day) => day >= '2000-01-01' && day <= '2100-01-01')
  .meta({ description: 'A day, local to the country', examples: ['2026-11-23'] });
const CountryText = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ description: 'ISO 3166-1 alpha-2', examples: ['KZ'] });
const OffenceId = line(100)
  .regex(/^[a-z]{2}(?:\.[a-z0-9_-]+)+$/)
  .meta({ description: 'Id of an offence', examples: ['kz.criminal.232-1.access'] });

export const OffencesQuery = z.strictObject({
  on: DayText.optional().meta({
    description: 'Law in force on this day; today where it is left out',
  }),
  country: CountryText.optional(),
});
export const OffenceParams = z.strictObject({ offenceId: OffenceId });
export const OffenceQuery = z.strictObject({ on: DayText.optional() });
export const LawComparisonQuery = z.strictObject({
  from: DayText,
  to: DayText,
  country: CountryText.optional(),
});
export const QualificationParams = z.strictObject({ caseId: integerText(1, BIG_SERIAL_MOST) });
export const QualificationQuery = z.strictObject({
  party: line(64).optional().meta({ description: 'Only this party, by its id in the case' }),
  on: DayText.optional().meta({
    description: 'The day the law is looked at from; today where it is left out',
  }),
});

const Verified = z.union([z.literal('no'), z.object({ by: z.string(), on: z.string() })]);
const Day = z.string().meta({ description: 'YYYY-MM-DD' });

/** Where a provision comes from; to be shown wherever the provision is. */
export const LawSource = z
  .object({
    act: z.string().meta({ description: 'Name of the act, in the language asked' }),
    article: z.string().meta({ examples: ['232-1'] }),
    edition: z.string().meta({ description: 'Day of the edition read, or "none"' }),
    source: z.string(),
    mark: z
      .enum(['P', 'B', 'D', 'house'])
      .meta({ description: 'P: text of the act; B: press; D: derived; house: own rule' }),
    verified: Verified,
    from: Day,
    to: Day.nullable(),
  })
  .meta({ id: 'LawSource' });

const Fact = z.enum(FACT_KINDS);

const Amount = z
  .object({
    measure: z.enum(MEASURES),
    measured: z.string().meta({ description: 'What is measured, in words' }),
    bound: z.enum(['at_least', 'over']),
    units: z.number().meta({ description: 'In units of account (MRP)' }),
    unitMinor: Minor.nullable().meta({ description: 'The unit on that day; null: not known' }),
    boundMinor: Minor.nullable(),
    currency: z.string(),
  })
  .meta({ id: 'LawAmount' });

/** A part of an article. */
export const LawTier = z
  .object({
    id: z.string(),
    part: z.string().nullable().meta({ description: 'Null: its number was not read' }),
    text: z.string(),
    amount: Amount.nullable(),
    circumstances: z
      .array(z.object({ id: z.string(), text: z.string(), facts: z.array(Fact).max(8) }))
      .max(24),
    sanction: z.string().nullable(),
    category: z.enum(CATEGORIES).nullable(),
    categoryText: z.string().nullable(),
    limitationYears: z.number().nullable(),
    age: z.int().nullable(),
  })
  .meta({ id: 'LawTier' });

export const LawOffence = z
  .object({
    id: z.string(),
    country: z.string(),
    kind: z.enum(OFFENCE_KINDS),
    subject: z.enum(OFFENCE_SUBJECTS),
    title: z.string(),
    text: z.string().meta({ description: 'In own words' }),
    source: LawSource,
    age: z.int().nullable(),
    elements: z
      .array(
        z.object({
          id: z.string(),
          core: z.boolean(),
          title: z.string(),
          evidence: z.string(),
          facts: z.array(Fact).max(16),
          hints: z.array(z.enum(CONDITIONS)).max(16),
          against: z.array(Fact).max(16),
        }),
      )
      .max(16),
    exclusions: z
      .array(z.object({ id: z.string(), fact: Fact, text: z.string(), evidence: z.string() }))
      .max(8),
    tiers: z.array(LawTier).max(24),
    release: z
      .array(z.object({ id: z.string(), title: z.string(), text: z.string(), source: LawSource }))
      .max(24),
    breach: z.array(z.string()).max(16),
    note: z.string().nullable(),
  })
  .meta({ id: 'LawOffence' });

const Unit = z
  .object({
    name: z.string(),
    from: Day,
    valueMinor: Minor,
    currency: z.string(),
    source: z.string(),
    mark: z.enum(['P', 'B', 'D', 'house']),
    verified: Verified,
  })
  .meta({ id: 'LawUnit' });

export const LawOffences = z
  .object({
    country: z.string(),
    countries: z.array(z.string()).max(32).meta({ description: 'Countries whose law is here' }),
    on: Day,
    unit: Unit.nullable(),
    items: z.array(LawOffence).max(500),
  })
  .meta({ id: 'LawOffences' });

export const LawComparison = z
  .object({
    country: z.string(),
    from: Day,
    to: Day,
    units: z.object({ from: Unit.nullable(), to: Unit.nullable() }),
    added: z.array(LawOffence).max(500),
    removed: z.array(LawOffence).max(500),
    unread: z.array(LawOffence).max(500).meta({
      description: 'Their text of the first day was not read: whether they changed cannot be said',
    }),
    changed: z
      .array(
        z.object({
          id: z.string(),
          before: LawOffence,
          after: LawOffence,
          changes: z
            .array(
              z.object({
                where: z.string().meta({ description: 'What changed, in words' }),
                tier: z.string().nullable(),
                before: z.string().nullable(),
                after: z.string().nullable(),
              }),
            )
            .max(100),
        }),
      )
      .max(500),
    same: z.int(),
  })
  .meta({ id: 'LawComparison' });

const Link = z
  .object({
    type: z.enum(['fact', 'transfer', 'post', 'account', 'party', 'other']),
    id: z.string(),
  })
  .meta({ id: 'QualificationLink' });
const Links = z.array(Link).max(1_000);

const ElementFinding = z
  .object({
    id: z.string(),
    core: z.boolean(),
    title: z.string(),
    state: z.enum(ELEMENT_STATES),
    reason: z.string().meta({ description: 'Why it stands so, in words' }),
    evidence: z
      .string()
      .nullable()
      .meta({ description: 'What would show it; null where it is shown' }),
    ask: z.array(Fact).max(16).meta({ description: 'Facts whose saying would settle it' }),
    for: Links,
    against: Links,
  })
  .meta({ id: 'ElementFinding' });

const TierFinding = z
  .object({
    ...LawTier.shape,
    state: z.enum(['supported', 'hinted']).meta({
      description: 'hinted: only a sum of transfers or a post points to this part',
    }),
    reasons: z
      .array(z.string())
      .max(24)
      .meta({ description: 'Why this part, with its arithmetic' }),
    links: Links,
  })
  .meta({ id: 'TierFinding' });

export const ReleaseFinding = z
  .object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    effect: z
      .enum(['must', 'may'])
      .meta({ description: 'Release is a duty of the body, or its choice' }),
    state: z.enum(RELEASE_STATES),
    conditions: z
      .array(
        z.object({
          id: z.string(),
          text: z.string(),
          state: z.enum(CONDITION_STATES),
          reason: z.string().nullable(),
          fact: Fact.nullable(),
          links: Links,
        }),
      )
      .max(16),
    source: LawSource,
  })
  .meta({ id: 'ReleaseFinding' });

export const LawFinding = z
  .object({
    offence: z.string(),
    kind: z.enum(OFFENCE_KINDS),
    title: z.string(),
    text: z.string(),
    source: LawSource,
    state: z.enum(FINDING_STATES),
    summary: z.string().meta({ description: 'One sentence of where it stands' }),
    act: z.object({
      from: Day.nullable(),
      to: Day.nullable(),
      basis: z.enum(ACT_BASES),
    }),
    age: z
      .object({
        least: z.int(),
        atAct: z.int().nullable(),
        reached: z.boolean().nullable(),
      })
      .nullable(),
    elements: z.array(ElementFinding).max(16),
    exclusions: z
      .array(
        z.object({
          id: z.string(),
          text: z.string(),
          state: z.enum(EXCLUSION_STATES),
          evidence: z.string(),
          fact: Fact,
          links: Links,
        }),
      )
      .max(8),
    tier: TierFinding.nullable(),
    higher: z
      .array(z.object({ id: z.string(), part: z.string().nullable(), needs: z.string() }))
      .max(24)
      .meta({ description: 'Heavier parts that are not shown, and what each would need' }),
    limitation: z
      .object({ until: Day, years: z.number(), over: z.boolean(), halved: z.boolean() })
      .nullable(),
    release: z.array(ReleaseFinding).max(24),
    minor: z
      .array(z.object({ text: z.string(), source: LawSource }))
      .max(16)
      .meta({ description: 'What the law sets apart for the age of the person' }),
    changes: z
      .array(z.object({ text: z.string(), before: z.string(), after: z.string() }))
      .max(24)
      .meta({ description: 'What changed in this provision between the act and the day asked' }),
    notes: z.array(z.string()).max(24),
  })
  .meta({ id: 'LawFinding' });

export const Qualification = z
  .object({
    caseId: z.int(),
    caseNumber: z.string(),
    country: z.string(),
    on: Day,
    asOf: z.int().meta({ description: 'When the case was read, epoch ms' }),
    caveats: z.array(z.string()).max(16).meta({ description: 'To be shown above everything else' }),
    parties: z
      .array(
        z.object({
          party: z.string().meta({ description: 'Id in the case' }),
          name: z.string().nullable(),
          role: z.enum(CASE_ROLES),
          age: z.int().nullable().meta({ description: 'On the day asked' }),
          protection: z
            .array(z.object({ text: z.string(), source: LawSource }))
            .max(16)
            .meta({ description: 'What a person so young is owed; a minor is a recruit' }),
          findings: z.array(LawFinding).max(100),
          concurrence: z.array(z.string()).max(16).meta({ description: 'How the provisions meet' }),
        }),
      )
      .max(200),
    left: z.int().meta({ description: 'How many more parties there are; ask for each by its id' }),
    duties: z
      .array(LawFinding)
      .max(100)
      .meta({ description: 'What the institution owes on this record' }),
  })
  .meta({ id: 'Qualification' });

/** For a lawyer to work on; not a decision. */
export const QualificationDraft = z
  .object({
    caseId: z.int(),
    language: z.enum(LANGUAGES),
    on: Day,
    fileName: z.string(),
    text: z.string().max(2_000_000).meta({ description: 'Markdown' }),
  })
  .meta({ id: 'QualificationDraft' });
