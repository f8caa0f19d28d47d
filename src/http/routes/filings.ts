import type { Language } from '../../domain/language.ts';
import { dateOfDay, dayAt } from '../../law/calendar.ts';
import type { Principal } from '../../service/access/principal.ts';
import { actOnFiling } from '../../service/filings/act-on-filing.ts';
import type { FilingDeps } from '../../service/filings/deps.ts';
import { draftFiling } from '../../service/filings/draft-filing.ts';
import { editFiling } from '../../service/filings/edit-filing.ts';
import { filingFile, takeAcknowledgement, takeSigned } from '../../service/filings/filing-files.ts';
import { numberOf } from '../../service/filings/filing-row.ts';
import { followFiling } from '../../service/filings/follow-filing.ts';
import { listFilings } from '../../service/filings/list-filings.ts';
import { showPdf } from '../../service/filings/pdf/show-pdf.ts';
import { saveSettings, showSettings } from '../../service/filings/settings.ts';
import { showFiling } from '../../service/filings/show-filing.ts';
import { loadSigns, showSigns } from '../../service/filings/sign-codes.ts';
import { fileThresholds } from '../../service/filings/thresholds/file-thresholds.ts';
import { findThresholdDay } from '../../service/filings/thresholds/threshold-day.ts';
import {
  EditFiling,
  FileThresholds,
  FilingAct,
  FilingDetail,
  FilingFileQuery,
  FilingPage,
  FilingParams,
  FilingPdfQuery,
  FilingQuery,
  FilingSettings,
  Fm1Form,
  Fm1FormQuery,
  FollowFiling,
  LoadSigns,
  MakeFiling,
  SaveFilingSettings,
  SignTable,
  SignTableQuery,
  ThresholdDay,
  ThresholdQuery,
} from '../contract/filing.ts';
import { etagOf } from '../etag.ts';
import {
  filingDetailReply,
  filingReply,
  formReply,
  signsReply,
  thresholdDayReply,
} from '../filings/filing-reply.ts';
import { messageBody } from '../filings/message-body.ts';
import { route } from '../route.ts';
import { READERS } from './readers.ts';

/** Who fills in notices and sees the people in them. */
const FILERS = ['analyst', 'supervisor', 'investigator'] as const;

const list = route({
  method: 'GET',
  path: '/v1/filings',
  tag: 'filings',
  summary: 'Notices to the financial monitoring body, latest first',
  access: { roles: READERS },
  query: FilingQuery,
  reply: { 200: FilingPage },
  problems: ['QRG_HTTP_CURSOR'],
  handler: async ({ query, principal, language }, { filings }) => {
    const { state, kind, case: caseId, day, overdue, limit, cursor } = query;
    const filter = { states: state, kind, caseId, day, overdue };
    const { items, next } = await listFilings(filings, principal, filter, { limit, cursor });
    return { status: 200, body: { items: items.map((item) => filingReply(item, language)), next } };
  },
});

/** A notice in full as it is now. */
async function detailOf(
  filings: FilingDeps,
  principal: Principal,
  filingId: number,
  language: Language,
) {
  const detail = await showFiling(filings, principal, filingId);
  return {
    body: filingDetailReply(detail, { law: filings.cases.law, codes: filings.codes, language }),
    headers: { etag: etagOf(detail.version), location: `/v1/filings/${filingId}` },
  };
}

const make = route({
  method: 'POST',
  path: '/v1/filings',
  tag: 'filings',
  summary: 'Draw up a notice of one operation of a case, filled in as far as the case tells',
  access: { roles: FILERS },
  body: MakeFiling,
  repeatable: 'answer',
  reply: { 201: FilingDetail },
  problems: [
    'QRG_CASE_UNKNOWN',
    'QRG_FILING_ROLE',
    'QRG_FILING_TRANSFER',
    'QRG_FILING_TIME',
    'QRG_LAW_TERM_PERIOD',
    'QRG_LAW_CALENDAR_YEAR',
  ],
  handler: async ({ body, principal, language }, { filings }) => {
    const filingId = await draftFiling(filings, principal, body);
    return { status: 201, ...(await detailOf(filings, principal, filingId, language)) };
  },
});

const one = route({
  method: 'GET',
  path: '/v1/filings/:filingId',
  tag: 'filings',
  summary:
    'One notice: what is filled in, what is wrong, what you may do; the look is written down',
  description: 'An auditor sees which requisites of people are filled in, not with what.',
  access: { roles: READERS },
  params: FilingParams,
  reply: { 200: FilingDetail },
  problems: ['QRG_FILING_UNKNOWN'],
  handler: async ({ params, principal, language }, { filings }) => ({
    status: 200,
    ...(await detailOf(filings, principal, params.filingId, language)),
  }),
});

const edit = route({
  method: 'PATCH',
  path: '/v1/filings/:filingId',
  tag: 'filings',
  summary: 'Write a draft anew, or answer what a threshold asks',
  access: { roles: FILERS },
  params: FilingParams,
  body: EditFiling,
  ifMatch: true,
  reply: { 200: FilingDetail },
  problems: [
    'QRG_FILING_UNKNOWN',
    'QRG_FILING_VERSION',
    'QRG_FILING_ROLE',
    'QRG_FILING_STATE',
    'QRG_FILING_FIELD',
  ],
  handler: async ({ params, version, body, principal, language }, { filings }) => {
    await editFiling(filings, principal, params.filingId, version, body);
    return { status: 200, ...(await detailOf(filings, principal, params.filingId, language)) };
  },
});

const act = route({
  method: 'POST',
  path: '/v1/filings/:filingId/acts',
  tag: 'filings',
  summary: 'Submit, return, approve (another person), say that it was sent, withdraw',
  access: { roles: FILERS },
  params: FilingParams,
  body: FilingAct,
  ifMatch: true,
  reply: { 200: FilingDetail },
  problems: [
    'QRG_FILING_UNKNOWN',
    'QRG_FILING_VERSION',
    'QRG_FILING_ROLE',
    'QRG_FILING_STATE',
    'QRG_FILING_SAME_PERSON',
    'QRG_FILING_UNSIGNED',
    'QRG_FILING_DECIDE',
    'QRG_FILING_INCOMPLETE',
    'QRG_FILING_SETTINGS',
    'QRG_FILING_TIME',
  ],
  handler: async ({ params, version, body, principal, language }, { filings }) => {
    await actOnFiling(filings, principal, params.filingId, version, body);
    return { status: 200, ...(await detailOf(filings, principal, params.filingId, language)) };
  },
});

/** Saved, never shown: a name that every system takes. */
const named = (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` });

const xml = route({
  method: 'GET',
  path: '/v1/filings/:filingId/xml',
  tag: 'filings',
  summary: 'The message as it was approved, or as it came back signed; the look is written down',
  access: { roles: FILERS },
  params: FilingParams,
  query: FilingFileQuery,
  lane: 'streams',
  reply: { 200: { media: 'application/xml', description: 'UTF-16 with a byte order mark' } },
  problems: ['QRG_FILING_UNKNOWN', 'QRG_FILING_UNMADE', 'QRG_FILING_UNSIGNED'],
  handler: async ({ params, query, principal }, { filings }) => {
    const which = query.signed ? 'signed' : 'message';
    const { row, bytes } = await filingFile(filings, principal, params.filingId, which);
    return { status: 200, stream: once(bytes), headers: named(`fm1-${numberOf(row)}.xml`) };
  },
});

async function* once(bytes: Uint8Array) {
  yield bytes;
}

const pdf = route({
  method: 'GET',
  path: '/v1/filings/:filingId/pdf',
  tag: 'filings',
  summary: 'A page that a person can read, of a draft too; the look is written down',
  access: { roles: FILERS },
  params: FilingParams,
  query: FilingPdfQuery,
  lane: 'streams',
  reply: { 200: { media: 'application/pdf', description: 'A4' } },
  problems: ['QRG_FILING_UNKNOWN'],
  handler: async ({ params, query, principal }, { filings }) => {
    const { name, bytes } = await showPdf(filings, principal, params.filingId, query.language);
    return { status: 200, stream: once(bytes), headers: named(name) };
  },
});

const OCTETS = 'application/octet-stream';

const signing = route({
  method: 'GET',
  path: '/v1/filings/:filingId/signing-data',
  tag: 'filings',
  summary: 'The bytes that your own crypto provider signs; the look is written down',
  access: { roles: FILERS },
  params: FilingParams,
  lane: 'streams',
  reply: { 200: { media: OCTETS, description: 'SignedData as it stands in the message' } },
  problems: ['QRG_FILING_UNKNOWN', 'QRG_FILING_UNMADE'],
  handler: async ({ params, principal }, { filings }) => {
    const { row, bytes } = await filingFile(filings, principal, params.filingId, 'signing');
    return { status: 200, stream: once(bytes), headers: named(`fm1-${numberOf(row)}.bin`) };
  },
});

const signed = route({
  method: 'POST',
  path: '/v1/filings/:filingId/signed',
  tag: 'filings',
  summary: 'Bring the file that your crypto provider signed: it must be what was exported',
  access: { roles: FILERS },
  params: FilingParams,
  stream: { types: [OCTETS] },
  ifMatch: true,
  lane: 'streams',
  reply: { 200: FilingDetail },
  problems: [
    'QRG_FILING_UNKNOWN',
    'QRG_FILING_VERSION',
    'QRG_FILING_ROLE',
    'QRG_FILING_STATE',
    'QRG_FILING_MESSAGE',
    'QRG_FILING_SIGNATURE',
    'QRG_FILING_SIGNED_OTHER',
    'QRG_FILING_SIGNED_UTF16',
    'QRG_FILING_LARGE',
    'QRG_FILE_XML',
    'QRG_FILE_XML_DTD',
  ],
  handler: async ({ params, version, stream, principal, language }, { filings }) => {
    const bytes = await messageBody(stream);
    await takeSigned(filings, principal, params.filingId, version, bytes);
    return { status: 200, ...(await detailOf(filings, principal, params.filingId, language)) };
  },
});

const acknowledgement = route({
  method: 'POST',
  path: '/v1/filings/:filingId/acknowledgement',
  tag: 'filings',
  summary: 'Bring what the Agency answered: accepted, or rejected',
  access: { roles: FILERS },
  params: FilingParams,
  stream: { types: [OCTETS] },
  ifMatch: true,
  lane: 'streams',
  reply: { 200: FilingDetail },
  problems: [
    'QRG_FILING_UNKNOWN',
    'QRG_FILING_VERSION',
    'QRG_FILING_ROLE',
    'QRG_FILING_STATE',
    'QRG_FILING_ACK_FORM',
    'QRG_FILING_ACK_OTHER',
    'QRG_FILING_LARGE',
    'QRG_FILE_XML',
    'QRG_FILE_XML_DTD',
  ],
  handler: async ({ params, version, stream, principal, language }, { filings }) => {
    const bytes = await messageBody(stream);
    await takeAcknowledgement(filings, principal, params.filingId, version, bytes);
    return { status: 200, ...(await detailOf(filings, principal, params.filingId, language)) };
  },
});

const follow = (as: 'correction' | 'replacement') =>
  route({
    method: 'POST',
    path: `/v1/filings/:filingId/${as}`,
    tag: 'filings',
    summary:
      as === 'correction'
        ? 'Draw up another notice in the place of a rejected one'
        : 'Draw up another notice in the place of an accepted one',
    access: { roles: FILERS },
    params: FilingParams,
    body: FollowFiling,
    ifMatch: true,
    reply: { 201: FilingDetail },
    problems: [
      'QRG_FILING_UNKNOWN',
      'QRG_FILING_VERSION',
      'QRG_FILING_ROLE',
      'QRG_FILING_STATE',
      'QRG_FILING_FOLLOWED',
    ],
    handler: async ({ params, version, body, principal, language }, { filings }) => {
      const { filingId } = params;
      const wish = { as, reason: body.reason };
      const made = await followFiling(filings, principal, filingId, version, wish);
      return { status: 201, ...(await detailOf(filings, principal, made, language)) };
    },
  });

const form = route({
  method: 'GET',
  path: '/v1/filings/form',
  tag: 'filings',
  summary: 'The form FM-1: its requisites, and tables of codes in force on a day',
  access: { roles: READERS },
  query: Fm1FormQuery,
  reply: { 200: Fm1Form },
  handler: ({ query, language }, { filings: { cases, codes } }) => {
    const day = query.on ?? dateOfDay(dayAt(cases.law.calendar, cases.now()));
    return { status: 200, body: formReply(codes, day, language) };
  },
});

const signs = route({
  method: 'GET',
  path: '/v1/filings/sign-codes',
  tag: 'filings',
  summary: 'Codes of signs of suspicion, as your compliance officer loaded them',
  access: { roles: READERS },
  query: SignTableQuery,
  reply: { 200: SignTable },
  handler: async ({ query, principal, language }, { filings }) => ({
    status: 200,
    body: signsReply(await showSigns(filings, principal, query.on), language),
  }),
});

const putSigns = route({
  method: 'PUT',
  path: '/v1/filings/sign-codes',
  tag: 'filings',
  summary: 'Load codes of signs of suspicion as the next edition; earlier ones stay',
  access: { roles: ['supervisor'] },
  body: LoadSigns,
  bodyMost: 2_000_000,
  reply: { 200: SignTable },
  problems: ['QRG_FILING_ROLE', 'QRG_FILING_SIGN_CODES'],
  handler: async ({ body, principal, language }, { filings }) => ({
    status: 200,
    body: signsReply(await loadSigns(filings, principal, body), language),
  }),
});

const settings = route({
  method: 'GET',
  path: '/v1/filings/settings',
  tag: 'filings',
  summary: 'What every notice says of your institution: part 2 of the form',
  access: { roles: FILERS },
  reply: { 200: FilingSettings },
  handler: async ({ principal }, { filings }) => {
    const found = await showSettings(filings, principal);
    return { status: 200, body: found, headers: { etag: etagOf(found.version) } };
  },
});

const putSettings = route({
  method: 'PUT',
  path: '/v1/filings/settings',
  tag: 'filings',
  summary: 'Write part 2 of the form anew',
  access: { roles: ['supervisor'] },
  body: SaveFilingSettings,
  ifMatch: true,
  reply: { 200: FilingSettings },
  problems: ['QRG_FILING_ROLE', 'QRG_FILING_FIELD', 'QRG_FILING_SETTINGS_VERSION'],
  handler: async ({ body, version, principal }, { filings }) => {
    const saved = await saveSettings(filings, principal, version, body);
    return { status: 200, body: saved, headers: { etag: etagOf(saved.version) } };
  },
});

const thresholds = route({
  method: 'GET',
  path: '/v1/filings/thresholds',
  tag: 'filings',
  summary: 'The threshold operations of a day that is over: reported, asked about, exempt, and why',
  access: { roles: FILERS },
  query: ThresholdQuery,
  reply: { 200: ThresholdDay },
  problems: ['QRG_FILING_DAY', 'QRG_LAW_TERM_PERIOD', 'QRG_LAW_CALENDAR_YEAR'],
  handler: async ({ query, principal, language }, { filings }) => {
    const wish = { ...query, ...wishOf(filings, principal, language) };
    return {
      status: 200,
      body: thresholdDayReply(await findThresholdDay(filings, wish), filings.cases, language),
    };
  },
});

const makeThresholds = route({
  method: 'POST',
  path: '/v1/filings/thresholds',
  tag: 'filings',
  summary: 'Make the notices of a day that are not there yet; twice the same changes nothing',
  description:
    'A notice that is complete and asks nothing is numbered at once; any other is a draft that says what it lacks.',
  access: { roles: ['supervisor'] },
  body: FileThresholds,
  reply: { 200: ThresholdDay },
  problems: ['QRG_FILING_DAY', 'QRG_LAW_TERM_PERIOD', 'QRG_LAW_CALENDAR_YEAR'],
  handler: async ({ body, principal, language }, { filings }) => {
    const wish = { ...body, ...wishOf(filings, principal, language) };
    const day = await fileThresholds(filings, wish, principal);
    return { status: 200, body: thresholdDayReply(day, filings.cases, language) };
  },
});

const wishOf = ({ cases }: FilingDeps, { institutionId }: Principal, language: Language) => ({
  institutionId,
  currency: cases.names.options.currency,
  language,
});

export const FILING_ROUTES = [
  list,
  make,
  form,
  signs,
  putSigns,
  settings,
  putSettings,
  thresholds,
  makeThresholds,
  one,
  edit,
  act,
  xml,
  pdf,
  signing,
  signed,
  acknowledgement,
  follow('correction'),
  follow('replacement'),
];
