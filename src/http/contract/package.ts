import { z } from 'zod';
import { TLP } from '../../domain/case/marking.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { FIELD_CLASSES } from '../../exchange/fields/field-class.ts';
import { LEAVING_ELEMENTS, LEAVING_WHYS, WITHHELD_WHYS } from '../../exchange/fields/leaving.ts';
import { MADE_FORMATS, PACKAGE_FORMATS } from '../../exchange/package/package-format.ts';
import { PACKAGE_ACTS, PACKAGE_STATES } from '../../exchange/package/package-state.ts';
import { IMPORTED_ELEMENTS } from '../../store/tables/packages.ts';
import { pageOf, pageQuery } from './page.ts';
import { PartnerCode } from './partner.ts';
import { BIG_SERIAL_MOST, integerText, line, Moment, prose } from './text.ts';
import { MomentTold } from './transfer.ts';

const Id = integerText(1, BIG_SERIAL_MOST);
const Number_ = z.int().min(1).max(BIG_SERIAL_MOST);
export const PackageParams = z.strictObject({ packageId: Id });
export const CaseOfPackages = z.strictObject({ caseId: Id });

const STATE = PACKAGE_STATES.join('|');
const StatesText = z
  .string()
  .max(200)
  .regex(new RegExp(`^(?:${STATE})(?:,(?:${STATE}))*$`))
  .transform((text) => [...new Set(text.split(','))] as (typeof PACKAGE_STATES)[number][])
  .meta({ description: 'States, parted by commas', examples: ['draft,approved'] });

export const PackageQuery = z.strictObject({
  ...pageQuery,
  direction: z.enum(['out', 'in']).optional(),
  state: StatesText.optional(),
  format: z.enum(PACKAGE_FORMATS).optional(),
  partner: PartnerCode.optional(),
  case: Id.optional().meta({ description: 'Of a case: what leaves it, and what it was given' }),
});

const Person = z.object({ userId: z.int(), name: z.string() });
const Verified = z.union([z.literal('no'), z.object({ by: z.string(), on: z.string() })]);
const Tlp = z.enum(TLP);

/** What an exchange stands on. */
const Ground = z
  .object({
    id: z.string(),
    title: z.string(),
    act: z.string().meta({ description: 'Name of the act, in the language asked' }),
    article: z.string(),
    edition: z.string().meta({ description: 'Date of the edition read, or "none"' }),
    text: z.string().meta({ description: 'In own words, in the language asked' }),
    source: z.string(),
    verified: Verified,
    formats: z.array(z.enum(PACKAGE_FORMATS)).max(16),
    partners: z.array(z.string()).max(8).meta({ description: 'Kinds of partner it is for' }),
  })
  .meta({ id: 'PackageGround' });

/** A package that leaves, or came in. */
export const Package = z
  .object({
    packageId: z.int(),
    version: z.int().meta({ description: 'As in the ETag; for If-Match' }),
    case: z.object({ caseId: z.int(), number: z.string() }).nullable(),
    direction: z.enum(['out', 'in']),
    format: z.enum(PACKAGE_FORMATS),
    state: z.enum(PACKAGE_STATES),
    tlp: Tlp,
    partners: z
      .array(z.object({ code: z.string(), name: z.string(), country: z.string() }))
      .max(16)
      .meta({ description: 'To whom it goes, or from whom it came' }),
    ground: z.string().nullable(),
    fields: z.array(z.enum(FIELD_CLASSES)).max(FIELD_CLASSES.length),
    language: z.enum(LANGUAGES),
    answers: z.int().nullable().meta({ description: 'The package that it answers' }),
    madeAt: Moment,
    madeBy: Person,
    approvedAt: Moment.nullable(),
    approvedBy: Person.nullable(),
    sentAt: Moment.nullable(),
    dueAt: Moment.nullable().meta({ description: 'Until when an answer is asked for' }),
    overdue: z.boolean(),
    endedAt: Moment.nullable(),
    file: z
      .object({
        name: z.string(),
        mediaType: z.string(),
        bytes: z.int(),
        sha256: z.string().meta({ description: 'Hex' }),
      })
      .nullable()
      .meta({ description: 'null: nothing is made yet' }),
    caseVersion: z
      .int()
      .nullable()
      .meta({ description: 'Version of the case that it was made of' }),
  })
  .meta({ id: 'Package' });

export const PackagePage = pageOf(Package).meta({ id: 'PackagePage' });

const LeavingField = z.object({
  field: z.enum(FIELD_CLASSES),
  value: z.string().meta({ description: 'As it leaves' }),
  why: z.enum(LEAVING_WHYS).meta({
    description: 'needed: the format cannot do without; chosen: a person chose it',
  }),
});

/** Element by element, field by field: what leaves, why, and what stays. */
export const Leaving = z
  .object({
    sha256: z.string().meta({
      description: 'Of all that leaves; approve with it, so that nothing else is approved',
    }),
    caseVersion: z.int(),
    fields: z.array(z.enum(FIELD_CLASSES)).max(FIELD_CLASSES.length),
    elements: z
      .array(
        z.object({
          element: z.enum(LEAVING_ELEMENTS),
          id: z.string(),
          origin: z
            .object({ from: z.string(), tlp: Tlp })
            .nullable()
            .meta({ description: 'null: our own' }),
          leaves: z.array(LeavingField).max(FIELD_CLASSES.length),
          stays: z
            .array(z.enum(FIELD_CLASSES))
            .max(FIELD_CLASSES.length)
            .meta({ description: 'Known to us, and not told' }),
        }),
      )
      .max(2_000),
    more: z.int().meta({ description: 'Elements that leave and are not listed here' }),
    withheld: z
      .array(
        z.object({
          element: z.enum(LEAVING_ELEMENTS),
          id: z.string(),
          from: z.string(),
          tlp: Tlp,
          why: z.enum(WITHHELD_WHYS),
          detail: z.string().meta({ description: 'In the language asked' }),
        }),
      )
      .max(2_000)
      .meta({ description: 'Stays whatever is chosen: a mark of another house forbids' }),
    tlpLeast: Tlp.meta({ description: 'The loosest mark that the package may bear' }),
  })
  .meta({ id: 'PackageLeaving' });

const Event = z.object({
  at: Moment,
  by: Person.nullable().meta({ description: 'null: Qorgan' }),
  act: z.string(),
  state: z.enum(PACKAGE_STATES),
  note: z.string(),
});

export const PackageDetail = z
  .object({
    ...Package.shape,
    purpose: z.string().nullable(),
    ask: z
      .object({
        accounts: z.array(z.string()).max(500),
        transfers: z.array(z.string()).max(500),
        from: Moment.nullable(),
        to: Moment.nullable(),
        text: z.string().nullable(),
      })
      .nullable(),
    sent: z.object({ how: z.string(), to: z.string() }).nullable(),
    groundOf: Ground.nullable(),
    unsaid: z
      .array(z.string())
      .max(500)
      .meta({ description: 'What the format could not say; for you, not sent' }),
    leaving: Leaving.nullable().meta({ description: 'Of a draft, as the case is now' }),
    problem: z
      .object({ code: z.string(), detail: z.string() })
      .nullable()
      .meta({ description: 'Why the draft could not leave as the case is now' }),
    answeredBy: z.array(z.int()).max(50).meta({ description: 'Packages that answer it' }),
    known: z
      .array(z.object({ account: z.string() }))
      .max(1_000)
      .nullable()
      .meta({ description: 'Of an answer that came: which of our accounts they know' }),
    recalled: z
      .array(
        z.object({
          transfer: z.string(),
          outcome: z.enum(['accepted', 'partial', 'rejected', 'pending']),
          returnedMinor: z.int(),
          reasons: z.array(z.object({ code: z.string(), words: z.string() })).max(100),
        }),
      )
      .max(100)
      .nullable()
      .meta({ description: 'Of an answer to a recall: what became of each payment' }),
    cases: z
      .array(z.object({ caseId: z.int(), number: z.string() }))
      .max(50)
      .meta({ description: 'Of a package that came: cases it was given to' }),
    events: z.array(Event).max(200),
    may: z
      .array(
        z.object({
          act: z.enum(PACKAGE_ACTS),
          allowed: z.boolean(),
          code: z.string().nullable(),
          detail: z.string().nullable().meta({ description: 'Why not, in the language asked' }),
        }),
      )
      .max(PACKAGE_ACTS.length),
  })
  .meta({ id: 'PackageDetail' });

const Words = prose(2_000, 5).meta({ description: 'Why, in your words; five characters at least' });
const Purpose = prose(2_000, 5).meta({
  description: 'What the reader is to do with it; recorded, and told in letters',
  examples: ['Просим остановить деньги на счёте получателя'],
});
const Fields = z.array(z.enum(FIELD_CLASSES)).max(FIELD_CLASSES.length);
const Partners = z.array(PartnerCode).min(1).max(16);
const Ref = line(64).regex(/^[A-Za-z0-9_.:/-]+$/);

const Ask = z
  .strictObject({
    accounts: z.array(Ref).max(500).optional().meta({ description: 'Ids of accounts of the case' }),
    transfers: z
      .array(line(128))
      .max(500)
      .optional()
      .meta({ description: 'Ids of transfers of the case' }),
    from: MomentTold.optional(),
    to: MomentTold.optional(),
    text: prose(4_000, 3).optional().meta({ description: 'What is asked, in words' }),
  })
  .meta({
    id: 'PackageAsk',
    description: 'What it is about, and what is asked; all when not said',
  });

const Wish = {
  case: Number_,
  format: z.enum(MADE_FORMATS),
  partners: Partners,
  tlp: Tlp,
  ground: line(120).meta({ description: 'Id of a legal ground' }),
  purpose: Purpose,
  fields: Fields.optional().meta({
    description: 'What may leave; the least that the format needs when not said',
  }),
  language: z.enum(LANGUAGES).default('ru'),
  ask: Ask.optional(),
  dueAt: MomentTold.optional().meta({ description: 'Until when an answer is asked for' }),
  answers: Number_.optional().meta({
    description: 'A package that came from one of the partners, and that this one answers',
  }),
};

/** What a person wants to send. Nothing is made before another person approves it. */
export const DraftPackage = z.strictObject(Wish).meta({
  id: 'DraftPackage',
  examples: [
    {
      case: 17,
      format: 'stix',
      partners: ['volga'],
      tlp: 'amber',
      ground: 'kz.aml.exchange',
      purpose: 'Просим проверить счета получателей',
    },
  ],
});

/** The same without keeping anything: what would leave. */
export const PreviewPackage = z
  .strictObject({
    case: Wish.case,
    format: Wish.format,
    partners: Partners,
    fields: Fields.optional(),
    ask: Ask.optional(),
  })
  .meta({ id: 'PreviewPackage' });

export const EditPackage = z
  .strictObject({
    partners: Partners.optional(),
    tlp: Tlp.optional(),
    ground: line(120).optional(),
    purpose: Purpose.optional(),
    fields: Fields.optional(),
    language: z.enum(LANGUAGES).optional(),
    ask: Ask.optional(),
    dueAt: MomentTold.nullable().optional(),
  })
  .refine((edit) => Object.keys(edit).length > 0)
  .meta({ id: 'EditPackage' });

/** One act of a person on a package. */
export const PackageAct = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('return'), reason: Words }),
    z.strictObject({
      kind: z.literal('approve'),
      leaving: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .meta({ description: '`leaving.sha256` of what you looked at' }),
      reason: Words,
    }),
    z.strictObject({
      kind: z.literal('send'),
      how: line(200, 2).meta({ description: 'By which way', examples: ['ЕАИС, исх. 12-3/456'] }),
      to: line(300, 2).meta({ description: 'To which address or person' }),
      sentAt: MomentTold,
      reason: Words,
    }),
    z.strictObject({
      kind: z.literal('answer'),
      answeredAt: MomentTold,
      by: Number_.optional().meta({ description: 'The package that came as the answer' }),
      reason: Words,
    }),
    z.strictObject({ kind: z.literal('refuse'), answeredAt: MomentTold, reason: Words }),
    z.strictObject({ kind: z.literal('withdraw'), reason: Words }),
    z.strictObject({
      kind: z.literal('mark'),
      tlp: Tlp.meta({ description: 'Stricter than it was' }),
      reason: Words,
    }),
    z.strictObject({ kind: z.literal('attach'), case: Number_, reason: Words }),
  ])
  .meta({
    id: 'PackageAct',
    examples: [{ kind: 'withdraw', reason: 'Дело закрыто' }],
  });

const FieldWords = z.object({
  field: z.enum(FIELD_CLASSES),
  title: z.string(),
  why: z.string().meta({ description: 'What a reader needs it for' }),
  personal: z.boolean(),
});

/** What can be sent, to whom, on which ground; in the language asked. */
export const PackageOptions = z
  .object({
    formats: z
      .array(
        z.object({
          format: z.enum(MADE_FORMATS),
          title: z.string(),
          carries: Fields.meta({ description: 'What it can say' }),
          needs: Fields.meta({ description: 'What it cannot do without: chosen at first' }),
          partnerKinds: z.array(z.string()).max(8),
        }),
      )
      .max(16),
    fields: z.array(FieldWords).max(FIELD_CLASSES.length),
    grounds: z.array(Ground).max(64),
  })
  .meta({ id: 'PackageOptions' });

export const ImportQuery = z.strictObject({
  partner: PartnerCode.meta({ description: 'Who handed it over' }),
  answers: Id.optional().meta({ description: 'The package of ours that it answers' }),
  name: line(200).optional().meta({ description: 'Name of the file' }),
});

/** Something of ours that a package of another house speaks of. */
const Hit = z
  .object({
    importedId: z.int(),
    packageId: z.int(),
    kind: z.string().meta({ description: 'account, card, phone, handle, wallet, iin, bin' }),
    shown: z.string().meta({ description: 'Masked' }),
    tlp: Tlp,
    from: z.string(),
    accountNo: z.int().nullable(),
    customerId: z.int().nullable(),
    postId: z.int().nullable(),
    caseId: z.int().nullable().meta({ description: 'A case that it stands in already' }),
  })
  .meta({ id: 'PackageHit' });

export const Imported = z
  .object({
    package: Package,
    again: z.boolean().meta({ description: 'It had been taken in before: nothing has changed' }),
    counts: z.partialRecord(z.enum(IMPORTED_ELEMENTS), z.int()),
    left: z
      .array(z.object({ why: z.string(), what: z.string(), count: z.int() }))
      .max(500)
      .meta({ description: 'What was not taken, counted and named' }),
    hits: z.array(Hit).max(500),
  })
  .meta({ id: 'PackageImported' });

const ImportedFact = z.object({
  importedId: z.int(),
  element: z.enum(IMPORTED_ELEMENTS),
  tlp: Tlp,
  from: z.string(),
  shown: z.string().meta({ description: 'In one line, numbers masked' }),
});

export const ImportedFacts = z
  .object({ items: z.array(ImportedFact).max(2_000), more: z.int(), hits: z.array(Hit).max(500) })
  .meta({ id: 'PackageImportedFacts' });

/** What packages of other houses say of a case: those given to it, and those that meet it. */
export const CaseImports = z
  .object({
    given: z.array(Package).max(50),
    hits: z.array(Hit).max(500),
  })
  .meta({ id: 'CasePackageImports' });

/** Answers a question for accounts that came in: drafts the answer, which another person approves. */
export const AnswerKnown = z
  .strictObject({ ground: line(120), tlp: Tlp, purpose: Purpose })
  .meta({ id: 'AnswerKnownAccounts' });
