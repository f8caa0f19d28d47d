import { z } from 'zod';
import { TLP } from '../../domain/case/marking.ts';
import { PACKAGE_FORMATS } from '../../exchange/package/package-format.ts';
import { PARTNER_KINDS } from '../../store/tables/packages.ts';
import { pageOf, pageQuery } from './page.ts';
import { flagText, integerText, line, Moment, prose, SERIAL_MOST } from './text.ts';

export const PartnerCode = line(32)
  .regex(/^[a-z][a-z0-9_-]*$/)
  .meta({ description: 'Short code that you give a partner', examples: ['volga'] });

export const PartnerParams = z.strictObject({ partnerId: integerText(1, SERIAL_MOST) });
export const PartnerQuery = z.strictObject({
  ...pageQuery,
  kind: z.enum(PARTNER_KINDS).optional(),
  retired: flagText.optional(),
});

const Country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ description: 'ISO 3166-1 alpha-2', examples: ['RU'] });
const Formats = z.array(z.enum(PACKAGE_FORMATS)).min(1).max(PACKAGE_FORMATS.length);
const Contact = z
  .union([z.literal(''), prose(2_000)])
  .meta({ description: 'Where packages are sent, in words' });

/** A house that packages are exchanged with. */
export const Partner = z
  .object({
    partnerId: z.int(),
    version: z.int().meta({ description: 'As in the ETag; for If-Match' }),
    code: z.string(),
    name: z.string(),
    country: z.string(),
    kind: z.enum(PARTNER_KINDS),
    reads: z.array(z.enum(PACKAGE_FORMATS)).max(PACKAGE_FORMATS.length),
    contact: z.string(),
    key: z
      .object({
        print: z.string().meta({ description: 'Tells which key it is, not the key' }),
        setAt: Moment,
        before: z.string().nullable().meta({ description: 'The key before, which still reads' }),
      })
      .nullable()
      .meta({ description: 'Of matching without naming; null: none was agreed on' }),
    unmarkedTlp: z.enum(TLP).meta({ description: 'Mark of what they send without one' }),
    retiredAt: Moment.nullable(),
    createdAt: Moment,
  })
  .meta({ id: 'Partner' });

export const PartnerPage = pageOf(Partner).meta({ id: 'PartnerPage' });

export const NewPartner = z
  .strictObject({
    code: PartnerCode,
    name: line(200, 2),
    country: Country,
    kind: z.enum(PARTNER_KINDS),
    reads: Formats,
    contact: Contact.default(''),
    unmarkedTlp: z.enum(TLP).default('amber+strict'),
  })
  .meta({
    id: 'NewPartner',
    examples: [{ code: 'volga', name: 'Bank Volga', country: 'RU', kind: 'bank', reads: ['stix'] }],
  });

export const EditPartner = z
  .strictObject({
    name: line(200, 2).optional(),
    country: Country.optional(),
    kind: z.enum(PARTNER_KINDS).optional(),
    reads: Formats.optional(),
    contact: Contact.optional(),
    unmarkedTlp: z.enum(TLP).optional(),
    retired: z.boolean().optional().meta({ description: 'Nothing new is sent to them' }),
  })
  .refine((edit) => Object.keys(edit).length > 0)
  .meta({ id: 'EditPartner' });

/** A key of the two parties: made here, or as the partner made it. The one before still reads. */
export const PartnerKey = z
  .strictObject({
    key: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .meta({ description: '32 bytes in hex, as the partner made it; made here when not said' }),
    reason: prose(2_000, 5),
  })
  .meta({ id: 'PartnerKey' });

export const PartnerKeyMade = z
  .object({
    partner: Partner,
    key: z
      .string()
      .nullable()
      .meta({ description: 'A key made here, in hex, told this once: hand it over by a safe way' }),
  })
  .meta({ id: 'PartnerKeyMade' });
