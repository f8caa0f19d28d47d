import { describe, expect, it, test } from 'vitest';
import { fakeCard } from './mrz.fixture.ts';
import { readMrz } from './mrz.ts';
import { readSumsub, SUMSUB_MOST } from './sumsub-json.ts';

const [mrzLine1, mrzLine2, mrzLine3] = fakeCard({ surname: 'SERIKOVA', given: 'AIGUL' }).split(
  '\n',
);

/** An answer in the provider's form, with what Qorgan does not ask for among it. */
const applicant = (review: object, more: object = {}) =>
  JSON.stringify({
    id: '5b594ade0a975a36c9349e66',
    createdAt: '2026-11-20 10:00:00',
    clientId: 'bank',
    externalUserId: 'c-17',
    info: {
      firstName: 'АЙГУЛЬ',
      idDocs: [
        { idDocType: 'UTILITY_BILL', country: 'KAZ' },
        {
          idDocType: 'ID_CARD',
          country: 'KAZ',
          firstName: 'АЙГУЛЬ',
          lastName: 'СЕРИКОВА',
          validUntil: '2031-05-17',
          number: '012345678',
          dob: '1985-04-02',
          mrzLine1,
          mrzLine2,
          mrzLine3,
        },
      ],
    },
    requiredIdDocs: {
      docSets: [
        { idDocSetType: 'IDENTITY', types: ['ID_CARD'] },
        { idDocSetType: 'SELFIE', types: ['SELFIE'], videoRequired: 'passiveLiveness' },
      ],
    },
    review: { reviewStatus: 'completed', ...review },
    ...more,
  });

const read = (text: string) => {
  const result = readSumsub(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};
const green = { reviewResult: { reviewAnswer: 'GREEN' } };
const red = (...rejectLabels: string[]) => ({
  reviewResult: { reviewAnswer: 'RED', rejectLabels },
});

test('what was read and decided', () => {
  expect(read(applicant(green))).toEqual({
    reference: '5b594ade0a975a36c9349e66',
    externalId: 'c-17',
    document: {
      kind: 'id_card',
      issuer: 'KAZ',
      number: '012345678',
      expiresOn: '2031-05-17',
      bornOn: '1985-04-02',
      name: 'СЕРИКОВА АЙГУЛЬ',
      mrz: [mrzLine1, mrzLine2, mrzLine3].join('\n'),
    },
    authenticity: 'passed',
    liveness: 'passed',
    labels: [],
  });
});

test('its zone is checked anew', () => {
  expect(readMrz(read(applicant(green)).document?.mrz ?? '')).toMatchObject({
    value: { state: 'valid', surname: 'SERIKOVA' },
  });
});

describe('a verdict', () => {
  it.each([
    ['a forged document', red('FORGERY'), ['failed', 'unknown']],
    ['a mask', red('FRAUDULENT_LIVENESS'), ['unknown', 'failed']],
    ['a bad picture', red('LOW_QUALITY'), ['unknown', 'unknown']],
    ['no decision yet', { reviewStatus: 'pending', ...green }, ['unknown', 'unknown']],
  ])('of %s', (_, review, expected) => {
    const { authenticity, liveness } = read(applicant(review));
    expect([authenticity, liveness]).toEqual(expected);
  });

  it('of life is none where only a photo was asked for', () => {
    const more = {
      requiredIdDocs: { docSets: [{ idDocSetType: 'SELFIE', videoRequired: 'photoRequired' }] },
    };
    expect(read(applicant(green, more)).liveness).toBe('unknown');
    expect(read(applicant(green, { requiredIdDocs: undefined })).liveness).toBe('unknown');
  });

  it('of a document is none where there is none', () => {
    const { document, authenticity } = read(applicant(green, { info: {} }));
    expect([document, authenticity]).toEqual([undefined, 'unknown']);
  });
});

test.each([
  ['no JSON', '{', '—'],
  ['another thing', '[]', '—'],
  [
    'an unknown answer',
    applicant({ reviewResult: { reviewAnswer: 'BLUE' } }),
    'review.reviewResult.reviewAnswer',
  ],
  ['an impossible day', applicant(green).replace('1985-04-02', '1985-04-31'), 'info.idDocs.1.dob'],
  [
    'a word without end',
    applicant(green).replace('СЕРИКОВА', 'С'.repeat(201)),
    'info.idDocs.1.lastName',
  ],
  ['a file without end', ' '.repeat(SUMSUB_MOST + 1), '—'],
])('%s is refused with its place', (_, text, path) => {
  expect(readSumsub(text)).toMatchObject({
    problem: { code: 'QRG_PROVIDER_RESULT', args: { path } },
  });
});
