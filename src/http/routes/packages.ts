import type { Language } from '../../domain/language.ts';
import { FIELD_CLASSES } from '../../exchange/fields/field-class.ts';
import { FIELD_WORDS } from '../../exchange/fields/field-words.ts';
import { PACKAGE_MAKERS } from '../../exchange/package/package-acts.ts';
import { actOnPackage } from '../../service/packages/act-on-package.ts';
import { askOf, draftPackage, editPackage } from '../../service/packages/draft-package.ts';
import { importsOfCase, showImported } from '../../service/packages/import/show-imported.ts';
import { bytesOf, takePackage } from '../../service/packages/import/take-package.ts';
import { draftAnswer } from '../../service/packages/known/answer-known.ts';
import { listPackages } from '../../service/packages/list-packages.ts';
import type { PackageView } from '../../service/packages/package-view.ts';
import { packageBytes, previewPackage, showPackage } from '../../service/packages/show-package.ts';
import {
  AnswerKnown,
  CaseImports,
  CaseOfPackages,
  DraftPackage,
  EditPackage,
  Imported,
  ImportedFacts,
  ImportQuery,
  Leaving,
  Package,
  PackageAct,
  PackageDetail,
  PackageOptions,
  PackagePage,
  PackageParams,
  PackageQuery,
  PreviewPackage,
} from '../contract/package.ts';
import { etagOf } from '../etag.ts';
import { groundReply, leavingReply, packageDetailReply } from '../packages/package-reply.ts';
import { route } from '../route.ts';
import { PARTNER_ROUTES } from './partners.ts';
import { READERS, WORKERS } from './readers.ts';

const list = route({
  method: 'GET',
  path: '/v1/packages',
  tag: 'packages',
  summary: 'Packages that leave and that came, latest first',
  access: { roles: READERS },
  query: PackageQuery,
  reply: { 200: PackagePage },
  problems: ['QRG_HTTP_CURSOR'],
  handler: async ({ query, principal }, { packages }) => {
    const { direction, state, format, partner, case: caseId, limit, cursor } = query;
    const filter = { direction, states: state, format, partner, caseId };
    return {
      status: 200,
      body: await listPackages(packages, principal, filter, { limit, cursor }),
    };
  },
});

const one = route({
  method: 'GET',
  path: '/v1/packages/:packageId',
  tag: 'packages',
  summary: 'One package: what leaves and why, what was done, what you may do',
  description: 'Of a draft it lists every value that would leave: the look is written down.',
  access: { roles: READERS },
  params: PackageParams,
  reply: { 200: PackageDetail },
  problems: [
    'QRG_PACKAGE_UNKNOWN',
    'QRG_PACKAGE_ACCOUNTS',
    'QRG_PACKAGE_TLP',
    'QRG_PACKAGE_UNMADE',
    'QRG_CASE_UNKNOWN',
  ],
  handler: async ({ params, principal, language }, { packages }) => {
    const shown = await showPackage(packages, principal, params.packageId);
    return {
      status: 200,
      body: packageDetailReply(shown, packages.grounds, language),
      headers: { etag: etagOf(shown.version) },
    };
  },
});

const options = route({
  method: 'GET',
  path: '/v1/package-options',
  tag: 'packages',
  summary: 'Formats with what they can say and what they need, fields in words, legal grounds',
  access: { roles: READERS },
  reply: { 200: PackageOptions },
  handler: ({ language }, { packages: { formats, grounds } }) => ({
    status: 200,
    body: {
      formats: [...formats.values()].map(({ format, title, carries, needs, partners }) => ({
        format,
        title: title[language],
        carries,
        needs,
        partnerKinds: partners,
      })),
      fields: FIELD_CLASSES.map((field) => ({
        field,
        title: FIELD_WORDS[field].title[language],
        why: FIELD_WORDS[field].why[language],
        personal: FIELD_WORDS[field].personal,
      })),
      grounds: [...grounds.grounds.values()].map((ground) =>
        groundReply(ground, grounds, language),
      ),
    },
  }),
});

const preview = route({
  method: 'POST',
  path: '/v1/package-previews',
  tag: 'packages',
  summary: 'What would leave a case, field by field; nothing is kept but that you looked',
  access: { roles: PACKAGE_MAKERS },
  body: PreviewPackage,
  reply: { 200: Leaving },
  problems: ['QRG_CASE_UNKNOWN', 'QRG_PACKAGE_ACCOUNTS', 'QRG_PACKAGE_TLP', 'QRG_PACKAGE_UNMADE'],
  handler: async ({ body, principal, language }, { packages }) => {
    const { case: caseId, ask, ...rest } = body;
    const wish = { ...rest, caseId, ask: askOf(ask), fields: rest.fields, language };
    const leaving = await previewPackage(packages, principal, wish);
    return { status: 200, body: leavingReply(leaving, language) };
  },
});

const draft = route({
  method: 'POST',
  path: '/v1/packages',
  tag: 'packages',
  summary: 'Draft a package of a case; nothing is made before another person approves it',
  access: { roles: PACKAGE_MAKERS },
  body: DraftPackage,
  repeatable: 'answer',
  reply: { 201: Package },
  problems: [
    'QRG_CASE_UNKNOWN',
    'QRG_PACKAGE_PARTNER',
    'QRG_PACKAGE_FORMAT',
    'QRG_PACKAGE_GROUND',
    'QRG_PACKAGE_GROUND_PERSONAL',
    'QRG_PACKAGE_DUE',
    'QRG_PACKAGE_ANSWERS',
    'QRG_PACKAGE_ACCOUNTS',
    'QRG_PACKAGE_TLP',
    'QRG_PACKAGE_TLP_LOOSE',
    'QRG_PACKAGE_UNMADE',
  ],
  handler: async ({ body, principal }, { packages }) => {
    const made = await draftPackage(packages, principal, body);
    return {
      status: 201,
      body: made,
      headers: { etag: etagOf(made.version), location: `/v1/packages/${made.packageId}` },
    };
  },
});

/** A package as it is now, and its version for the next act. */
const answerOf = (view: PackageView) =>
  ({ status: 200, body: view, headers: { etag: etagOf(view.version) } }) as const;

const edit = route({
  method: 'PATCH',
  path: '/v1/packages/:packageId',
  tag: 'packages',
  summary: 'Change a draft; only its maker does',
  access: { roles: PACKAGE_MAKERS },
  params: PackageParams,
  body: EditPackage,
  ifMatch: true,
  reply: { 200: Package },
  problems: [
    'QRG_PACKAGE_UNKNOWN',
    'QRG_PACKAGE_VERSION',
    'QRG_PACKAGE_STATE',
    'QRG_PACKAGE_MAKER',
    'QRG_PACKAGE_PARTNER',
    'QRG_PACKAGE_FORMAT',
    'QRG_PACKAGE_GROUND',
    'QRG_PACKAGE_GROUND_PERSONAL',
    'QRG_PACKAGE_DUE',
    'QRG_PACKAGE_ACCOUNTS',
    'QRG_PACKAGE_TLP',
    'QRG_PACKAGE_TLP_LOOSE',
    'QRG_PACKAGE_UNMADE',
  ],
  handler: async ({ params, version, body, principal }, { packages }) =>
    answerOf(await editPackage(packages, principal, params.packageId, version, body)),
});

const act = route({
  method: 'POST',
  path: '/v1/packages/:packageId/acts',
  tag: 'packages',
  summary: 'One act of a person on a package, with a reason',
  description:
    'Approving makes the file: who approves is never who made it, and agrees with `leaving.sha256` of what they saw. Qorgan sends nothing: `send` says that you did.',
  access: { roles: WORKERS },
  params: PackageParams,
  body: PackageAct,
  ifMatch: true,
  reply: { 200: Package },
  problems: [
    'QRG_PACKAGE_UNKNOWN',
    'QRG_PACKAGE_VERSION',
    'QRG_PACKAGE_STATE',
    'QRG_PACKAGE_ROLE',
    'QRG_PACKAGE_MAKER',
    'QRG_PACKAGE_SAME_PERSON',
    'QRG_PACKAGE_CHANGED',
    'QRG_PACKAGE_EMPTY',
    'QRG_PACKAGE_LARGE',
    'QRG_PACKAGE_TIME',
    'QRG_PACKAGE_TLP',
    'QRG_PACKAGE_TLP_LOOSE',
    'QRG_PACKAGE_MARK',
    'QRG_PACKAGE_ANSWERS',
    'QRG_PACKAGE_PARTNER',
    'QRG_PACKAGE_KNOWN_PARTNER',
    'QRG_PACKAGE_KNOWN_EMPTY',
    'QRG_PACKAGE_KNOWN_MANY',
    'QRG_PACKAGE_KNOWN_DAY',
    'QRG_CASE_UNKNOWN',
    'QRG_CASE_ITEM_EXISTS',
  ],
  handler: async ({ params, version, body, principal }, { packages }) =>
    answerOf(await actOnPackage(packages, principal, params.packageId, version, body)),
});

const file = route({
  method: 'GET',
  path: '/v1/packages/:packageId/file',
  tag: 'packages',
  summary: 'The file as it was approved, or as it came; the look is written down',
  access: { roles: WORKERS },
  params: PackageParams,
  reply: { 200: { media: 'application/octet-stream', description: 'As its format has it' } },
  problems: ['QRG_PACKAGE_UNKNOWN', 'QRG_PACKAGE_FILE', 'QRG_PACKAGE_TLP'],
  handler: async ({ params, principal }, { packages }) => {
    const { bytes, name, sha256 } = await packageBytes(packages, principal, params.packageId);
    const plain = name.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 100);
    return {
      status: 200,
      stream: chunks(bytes),
      headers: {
        'content-disposition': `attachment; filename="${plain}"`,
        'x-content-sha256': sha256,
      },
    };
  },
});

const CHUNK_BYTES = 65_536;

/** Bytes in pieces that one slow reader cannot hold all of at once in a socket. */
async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES)
    yield bytes.subarray(from, from + CHUNK_BYTES);
}

/** What it is shows by its bytes. */
const FILES = [
  'application/octet-stream',
  'application/json',
  'application/zip',
  'application/xml',
  'text/xml',
  'application/stix+json',
] as const;

const take = route({
  method: 'POST',
  path: '/v1/packages/import',
  tag: 'packages',
  summary: 'Take in a file of another house; twice the same changes nothing',
  description:
    'STIX 2.1, MISP, camt.029, pacs.004, evidence packages, requests and answers of banks, questions for accounts and their answers. No case changes before a person gives it to one.',
  access: { roles: PACKAGE_MAKERS },
  query: ImportQuery,
  stream: { types: FILES },
  lane: 'streams',
  reply: { 200: Imported, 201: Imported },
  problems: [
    'QRG_PACKAGE_PARTNER',
    'QRG_PACKAGE_FOREIGN',
    'QRG_PACKAGE_LARGE',
    'QRG_PACKAGE_ANSWERS',
    'QRG_PACKAGE_CASE_FORM',
    'QRG_PACKAGE_KNOWN_FORM',
    'QRG_PACKAGE_KNOWN_KEY',
    'QRG_PACKAGE_KNOWN_MAC',
  ],
  handler: async ({ query, stream, principal, language }, { packages }) => {
    const bytes = await bytesOf(stream);
    const taken = await takePackage(packages, principal, bytes, { ...query, language });
    const { view, left, ...rest } = taken;
    return {
      status: taken.again ? 200 : 201,
      body: {
        ...rest,
        package: view,
        left: left.slice(0, 500).map(({ why, what, count }) => ({ why, what, count })),
      },
    };
  },
});

const imported = route({
  method: 'GET',
  path: '/v1/packages/:packageId/imported',
  tag: 'packages',
  summary: 'What a package brought, masked, and what of ours it meets; the look is written down',
  access: { roles: READERS },
  params: PackageParams,
  reply: { 200: ImportedFacts },
  problems: ['QRG_PACKAGE_UNKNOWN'],
  handler: async ({ params, principal }, { packages }) => ({
    status: 200,
    body: await showImported(packages, principal, params.packageId),
  }),
});

const ofCase = route({
  method: 'GET',
  path: '/v1/cases/:caseId/imported',
  tag: 'packages',
  summary: 'What packages of other houses say of a case; the look is written down',
  access: { roles: READERS },
  params: CaseOfPackages,
  reply: { 200: CaseImports },
  problems: ['QRG_CASE_UNKNOWN'],
  handler: async ({ params, principal, language }, { packages }) => ({
    status: 200,
    body: await importsOfCase(packages, principal, params.caseId, language),
  }),
});

const answerKnown = route({
  method: 'POST',
  path: '/v1/packages/:packageId/known-answer',
  tag: 'packages',
  summary: 'Draft the answer to a question for accounts; another person approves it',
  access: { roles: PACKAGE_MAKERS },
  params: PackageParams,
  body: AnswerKnown,
  repeatable: 'answer',
  reply: { 201: Package },
  problems: [
    'QRG_PACKAGE_UNKNOWN',
    'QRG_PACKAGE_KNOWN_QUESTION',
    'QRG_PACKAGE_KNOWN_DAY',
    'QRG_PACKAGE_PARTNER',
    'QRG_PACKAGE_FORMAT',
    'QRG_PACKAGE_GROUND',
    'QRG_PACKAGE_TLP',
  ],
  handler: async ({ params, body, principal, language }, { packages }) => {
    const wish = { ...body, language: language as Language };
    const made = await draftAnswer(packages, principal, params.packageId, wish);
    return { status: 201, body: made, headers: { etag: etagOf(made.version) } };
  },
});

export const PACKAGE_ROUTES = [
  list,
  options,
  preview,
  draft,
  take,
  one,
  edit,
  act,
  file,
  imported,
  answerKnown,
  ofCase,
  ...PARTNER_ROUTES,
];
