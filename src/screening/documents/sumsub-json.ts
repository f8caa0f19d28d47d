import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { DocumentState } from '../risk/profile.ts';
import type { ProviderDocument, ProviderResult, ProviderVerdict } from './provider.ts';

/**
 * The applicant of Sumsub, as `GET /resources/applicants/{id}/one` answers (docs.sumsub.com/reference/get-applicant-data). Only
 * what is used is named, the rest is let pass. Its labels are those of Sumsub's published types. Written from the reference and
 * never tried against a live account: what does not fit is refused and not guessed.
 */
const word = z.string().max(200);
const day = z.iso.date();
const idDoc = z.object({
  idDocType: word,
  country: word.optional(),
  number: word.optional(),
  validUntil: day.optional(),
  dob: day.optional(),
  firstName: word.optional(),
  lastName: word.optional(),
  middleName: word.optional(),
  mrzLine1: word.optional(),
  mrzLine2: word.optional(),
  mrzLine3: word.optional(),
});
const applicant = z.object({
  id: word.min(1),
  externalUserId: word.optional(),
  info: z.object({ idDocs: z.array(idDoc).max(20).default([]) }).optional(),
  requiredIdDocs: z
    .object({
      docSets: z
        .array(z.object({ idDocSetType: word, videoRequired: word.optional() }))
        .max(30)
        .default([]),
    })
    .optional(),
  review: z.object({
    reviewStatus: word,
    reviewResult: z
      .object({
        reviewAnswer: z.enum(['GREEN', 'RED']),
        rejectLabels: z.array(word).max(50).default([]),
      })
      .optional(),
  }),
});
type Applicant = z.output<typeof applicant>;
type IdDoc = z.output<typeof idDoc>;

/** Characters of one answer; an applicant with all its documents has some ten thousand. */
export const SUMSUB_MOST = 262_144;

/** One applicant's answer. Fails with QRG_PROVIDER_RESULT naming the first thing that does not fit. */
export function readSumsub(text: string): Result<ProviderResult> {
  if (text.length > SUMSUB_MOST) return unreadable('', `over ${SUMSUB_MOST} characters`);
  const parsed = parseJson(text);
  if (parsed === undefined) return unreadable('', 'not JSON');
  const read = applicant.safeParse(parsed.value);
  if (!read.success) {
    const [{ path, message }] = read.error.issues;
    return unreadable(path.join('.'), message);
  }
  return ok(resultOf(read.data));
}

const unreadable = (path: string, what: string) =>
  fail('QRG_PROVIDER_RESULT', { path: path || '—', what });

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** What says that the document is not genuine, and what that the face is not the one or not alive. */
const FORGED = new Set(['FORGERY', 'GRAPHIC_EDITOR', 'DOCUMENT_TEMPLATE', 'ID_INVALID']);
const NOT_LIVE = new Set([
  'FRAUDULENT_LIVENESS',
  'SELFIE_MISMATCH',
  'BAD_FACE_MATCHING',
  'BAD_SELFIE',
  'BAD_VIDEO_SELFIE',
]);

function resultOf({ id, externalUserId, info, requiredIdDocs, review }: Applicant): ProviderResult {
  const answer = review.reviewStatus === 'completed' ? review.reviewResult : undefined;
  const labels = answer?.rejectLabels ?? [];
  const verdict = (failing: ReadonlySet<string>, asked: boolean): ProviderVerdict => {
    if (labels.some((label) => failing.has(label))) return 'failed';
    return answer?.reviewAnswer === 'GREEN' && asked ? 'passed' : 'unknown';
  };
  const document = info?.idDocs.find(({ idDocType }) => Object.hasOwn(KINDS, idDocType));
  return {
    reference: id,
    ...(externalUserId !== undefined && { externalId: externalUserId }),
    ...(document && { document: documentOf(document) }),
    authenticity: verdict(FORGED, document !== undefined),
    liveness: verdict(NOT_LIVE, asksForLiveness(requiredIdDocs)),
    labels,
  };
}

/** A face that is only photographed is no proof of life. */
const asksForLiveness = (required: Applicant['requiredIdDocs']): boolean =>
  required?.docSets.some(
    ({ idDocSetType, videoRequired = 'disabled' }) =>
      idDocSetType.startsWith('SELFIE') && /liveness/i.test(videoRequired),
  ) ?? false;

const KINDS: Readonly<Record<string, DocumentState['kind']>> = {
  ID_CARD: 'id_card',
  PASSPORT: 'passport',
  RESIDENCE_PERMIT: 'residence_permit',
  DRIVERS: 'other',
};

function documentOf(doc: IdDoc): ProviderDocument {
  const name = [doc.lastName, doc.firstName, doc.middleName].filter(Boolean).join(' ');
  const mrz = [doc.mrzLine1, doc.mrzLine2, doc.mrzLine3].filter(Boolean).join('\n');
  return {
    kind: KINDS[doc.idDocType],
    ...(doc.country !== undefined && { issuer: doc.country }),
    ...(doc.number !== undefined && { number: doc.number }),
    ...(doc.validUntil !== undefined && { expiresOn: doc.validUntil }),
    ...(doc.dob !== undefined && { bornOn: doc.dob }),
    ...(name !== '' && { name }),
    ...(mrz !== '' && { mrz }),
  };
}
