import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fm1Document, Fm1Values } from './document.ts';
import { fieldsOfParticipant } from './document.ts';
import { textOfMessage } from './envelope.ts';
import type { Fm1Field } from './field.ts';
import {
  FOUNDER_FIELDS,
  MESSAGE_FIELDS,
  PARTICIPANT_FIELDS,
  REFERENCE_FIELDS,
  REPORTER_FIELDS,
} from './fields.ts';
import { readFm1 } from './read-fm1.ts';
import { replacedIn } from './wire.ts';
import { writeFm1 } from './write-fm1.ts';

const ENVELOPE = {
  sender: 'QALABANK',
  receiver: 'AFM',
  sentAt: '2026-10-05T11:40:00',
  documentGuid: 'A3B1C2D4-0000-4000-8000-00000000000A',
  versionGuid: 'A3B1C2D4-0000-4000-8000-00000000000B',
};

const wordOf = ({ type, most }: Fm1Field): fc.Arbitrary<string> => {
  if (type === 'date') return fc.constantFrom('2026-10-05', '1999-12-31');
  if (type === 'moment') return fc.constantFrom('2026-10-05T23:59:59', '2026-01-01T00:00:00');
  if (type === 'flag') return fc.constantFrom('True', 'False');
  if (type === 'number' || type === 'tax_number')
    return fc.stringMatching(/^[1-9][0-9]{0,3}$/).map((text) => text.slice(0, most).trim());
  if (type === 'amount') return fc.constantFrom('480000.00', '0.01');
  if (type === 'country') return fc.constantFrom('KZ', 'RU');
  return fc
    .constantFrom('Әлиева', 'ТОО «Жетісу»', 'Договор № 12/а', 'ұғқңөһі')
    .map((text) => text.slice(0, most).trim());
};

const valuesOf = (fields: readonly Fm1Field[]): fc.Arbitrary<Fm1Values> =>
  fc.record(
    Object.fromEntries(
      fields.filter(({ tag }) => tag !== '').map((field) => [field.id, wordOf(field)]),
    ),
    {
      requiredKeys: [],
    },
  ) as fc.Arbitrary<Fm1Values>;

const participantOf = fc.constantFrom('1', '2', '3').chain((branch) =>
  fc.record({
    fields: valuesOf(fieldsOfParticipant({ '4.5': branch }).filter(({ id }) => id !== '4.5')).map(
      (values) => ({ ...values, '4.5': branch }),
    ),
    founders: fc.array(valuesOf(FOUNDER_FIELDS), { maxLength: 2 }),
  }),
);

const documentOf: fc.Arbitrary<Fm1Document> = fc.record({
  reporter: valuesOf(REPORTER_FIELDS),
  message: valuesOf(MESSAGE_FIELDS),
  references: fc.array(valuesOf(REFERENCE_FIELDS), { maxLength: 2 }),
  participants: fc.array(participantOf, { maxLength: 3 }),
});

test('what was written is read back, whatever is missing', () => {
  fc.assert(
    fc.property(documentOf, (document) => {
      const read = readFm1(writeFm1(document, ENVELOPE).message, 'doc.xml');
      expect(read).toEqual({
        ok: true,
        value: { envelope: ENVELOPE, document, signature: undefined },
      });
    }),
    { numRuns: 15 },
  );
});

test('signs that the format forbids reach no byte of the message, and are named', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const document = { ...EMPTY, message: { '3.14': text } };
      const told = textOfMessage(writeFm1(document, ENVELOPE).message);
      const value = /<MoreInformation>([^<]*)<\/MoreInformation>/.exec(told)?.[1] ?? '';
      expect(value).not.toMatch(/[&<>`'"]/);
      for (const sign of replacedIn(text)) expect(value).not.toContain(sign);
    }),
    { numRuns: 30 },
  );
});

const EMPTY: Fm1Document = { reporter: {}, message: {}, references: [], participants: [] };

test('the message is UTF-16 with a mark, and what is signed stands in it as it is', () => {
  const { message, signing } = writeFm1({ ...EMPTY, message: { '3.14': 'Қала' } }, ENVELOPE);
  expect([...message.slice(0, 4)]).toEqual([0xff, 0xfe, 0x3c, 0x00]);
  expect(Buffer.from(message).includes(Buffer.from(signing))).toBe(true);
});

const FORMAT = join(import.meta.dirname, '../../../../shared/data/law/afm_164796_xml_format.md');
/** Counts and wrappers that carry no requisite of their own, and the tags of other messages. */
const NOT_OF_FM1 = new Set([
  'Sender',
  'Receiver',
  'TimeStamp',
  'Version',
  'DocumentUniqueIdentifier',
]);

/** Tags of sections 2 and 3 of the format, each once: held without the text of the format, too. */
const TAGS =
  `SignedData Sender Receiver TimeStamp Data Root Version DocumentUniqueIdentifier PersonalData FirstName SecondName MiddleName
JobName Phone Email OrganisationCode OrganisationOPF Organisation OrganisationArea OrganisationDistrict OrganisationCity
OrganisationStreet OrganisationHouse OrganisationOffice OrganisationPostalIndex IINBIN AdditionalAcData LastName DocumentIdentity
SeriesDocIdentity NumberDocIdentity DateIssuance DocumentIssued MessageInformation DocumentType MessageNumber LastModifyDate
TransactionDate ViewOperationId EknpId OperationNumber DocOperationReason DocOperationDate DocOperationNumber CurrencyCodeId
AmountCurrency AmountCurrencyTenge OperationStatusId ReasonFilingId CounterMeasure SuspicionFirst SuspicionSecond SuspicionThird
DescriptionDifficulties MoreInformation ParticipantCount MerchTypes MerchRegInfo ReferCount References Reference ReferenceId
ReferenceOperationNumber ReferenceDocOperationDate ReferenceDocOperationNumber Participants Participant MemberId IsClientSubject
ParticipantsView Residence ParticipantsType ForeignPerson CorrespondentBank AccountNumber Name Code BankAddress BankCountry BankCity
BankOffshoreAddr CorrespondentsInformations CorrespondentInformation BankName IndividualIssue OKED PhoneNumber
AdditionalInformation MoneyTransSys Founders Founder FounderType FounderOPF AdditionalPersonInfo AdditionalInformationUr
AdditionalInformationAc AdditionalInformationIp URAddress ACAddress Country Area District Town Street HomeNumber OfficeNumber
PostalCode FullName FirstHead ParticipantOPF FIO PlaceBirth DateBirth`.split(/\s+/);
/** Signature is the user's own provider's; TransportType is set by the portal, and the format does not say to what. */
const NEVER_WRITTEN = ['Signature', 'TransportType'];
const ATTRIBUTES = [
  'IsAc',
  'IsEknpNotSetup',
  'Code',
  'IsOffshore',
  'IsFullNameSetup',
  'IsFioNotSetup',
];

const full = (fields: readonly Fm1Field[]): Fm1Values =>
  Object.fromEntries(fields.map(({ id, type }) => [id, type === 'date' ? '2026-10-05' : '1']));

test('a full document writes every tag of the format but those that are never ours', () => {
  const document: Fm1Document = {
    reporter: full(REPORTER_FIELDS),
    message: full(MESSAGE_FIELDS),
    references: [full(REFERENCE_FIELDS)],
    participants: ['1', '2', '3'].map((type) => ({
      fields: { ...full(fieldsOfParticipant({ '4.5': type })), '4.5': type },
      founders: [full(FOUNDER_FIELDS)],
    })),
  };
  const text = textOfMessage(writeFm1(document, ENVELOPE).message);
  for (const tag of TAGS) expect(text, tag).toMatch(new RegExp(`<${tag}[ >]`));
  for (const name of ATTRIBUTES) expect(text, name).toContain(` ${name}="`);
  for (const tag of NEVER_WRITTEN) expect(text).not.toContain(`<${tag}`);
});

test.skipIf(!existsSync(FORMAT))('our own list of tags is that of the format', () => {
  const text = readFileSync(FORMAT, 'utf8');
  for (const tag of [...TAGS, ...NEVER_WRITTEN, ...ATTRIBUTES])
    expect(text, tag).toMatch(new RegExp(`\\b${tag}\\b`));
});

test.skipIf(!existsSync(FORMAT))('every tag of the official format has its field', () => {
  const text = readFileSync(FORMAT, 'utf8');
  const section = text.slice(text.indexOf('## 3.'), text.indexOf('## 5.'));
  const ours = new Set(
    [REPORTER_FIELDS, MESSAGE_FIELDS, REFERENCE_FIELDS, PARTICIPANT_FIELDS, FOUNDER_FIELDS]
      .flat()
      .flatMap(({ tag }) => tag.split('/'))
      .map((step) => step.replace('@', '')),
  );
  const told = [...section.matchAll(/(?:^|[\s/:(@])([A-Z][A-Za-z]{3,})(?=[ @/;:(,])/gm)]
    .map(([, tag]) => tag)
    .filter((tag) => !WRAPPERS.has(tag) && !NOT_OF_FM1.has(tag));
  expect(told.filter((tag) => !ours.has(tag))).toEqual([]);
});

/** Elements around the fields, and words of the page that are no tags. */
const WRAPPERS = new Set([
  'ExportData',
  'SignedData',
  'Data',
  'Root',
  'PersonalData',
  'MessageInformation',
  'References',
  'Reference',
  'Participants',
  'Participant',
  'Founders',
  'Founder',
  'AdditionalInformationUr',
  'AdditionalInformationAc',
  'AdditionalInformationIp',
  'Address',
  'True',
  'False',
]);
