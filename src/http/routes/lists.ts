import { scopeOf } from '../../service/access/principal.ts';
import { mustBeVisible } from '../../service/accounts/visible.ts';
import { activateVersion, withdrawList } from '../../service/lists/activate-version.ts';
import { createList } from '../../service/lists/create-list.ts';
import { findEntries, showEntry } from '../../service/lists/entries.ts';
import { exportList } from '../../service/lists/export-list.ts';
import { findFaults } from '../../service/lists/find-faults.ts';
import { findLists, findVersions } from '../../service/lists/find-lists.ts';
import { importVersion } from '../../service/lists/import-version.ts';
import { wasAccountListed } from '../../service/lists/past-listing.ts';
import { previewVersion } from '../../service/lists/preview-version.ts';
import {
  Activate,
  Activated,
  EntryParams,
  FaultPage,
  ImportQuery,
  ListAdded,
  ListEntryDetail,
  ListEntryPage,
  ListImported,
  ListParams,
  ListPreview,
  ListQuery,
  ListVersionPage,
  NewList,
  PartyListPage,
  PastListings,
  PastQuery,
  VersionParams,
  Withdraw,
  Withdrawn,
} from '../contract/list.ts';
import { route } from '../route.ts';
import { READERS, WORKERS } from './readers.ts';

/** Who keeps lists. */
const KEEPERS = ['supervisor', 'liaison', 'admin'] as const;

/** CSV, JSON, and the XML of the UN's consolidated list; what it is shows by the file itself and its name. */
const LIST_FILES = [
  'text/csv',
  'application/json',
  'application/x-ndjson',
  'application/xml',
  'text/xml',
  'application/octet-stream',
] as const;

const all = route({
  method: 'GET',
  path: '/v1/lists',
  tag: 'lists',
  summary: 'Lists of parties: your own, and those for all',
  access: { roles: [...READERS, 'admin'], scopes: ['lists:read', 'lists:write'] },
  query: ListQuery,
  reply: { 200: PartyListPage },
  handler: async ({ query, principal }, { lists }) => ({
    status: 200,
    body: await findLists(lists, principal, query),
  }),
});

const create = route({
  method: 'POST',
  path: '/v1/lists',
  tag: 'lists',
  summary: 'Make a list, still without a version',
  access: { roles: KEEPERS, scopes: ['lists:write'] },
  body: NewList,
  repeatable: 'answer',
  reply: { 201: ListAdded },
  problems: ['QRG_LIST_NOT_YOURS', 'QRG_LIST_NAME_TAKEN'],
  handler: async ({ body, principal }, { lists }) => {
    const { forAll, ...rest } = body;
    const institutionId = forAll ? null : principal.institutionId;
    const listId = await createList(lists, principal, { ...rest, institutionId });
    return { status: 201, body: { listId }, headers: { location: `/v1/lists/${listId}` } };
  },
});

const versions = route({
  method: 'GET',
  path: '/v1/lists/:listId/versions',
  tag: 'lists',
  summary: 'Versions of a list, newest first',
  access: { roles: [...READERS, 'admin'], scopes: ['lists:read', 'lists:write'] },
  params: ListParams,
  query: ListQuery,
  reply: { 200: ListVersionPage },
  handler: async ({ params, query, principal }, { lists }) => ({
    status: 200,
    body: await findVersions(lists, principal, params.listId, query),
  }),
});

const upload = route({
  method: 'POST',
  path: '/v1/lists/:listId/versions',
  tag: 'lists',
  summary: 'Import a file as the next version; it is not in force yet',
  access: { roles: KEEPERS, scopes: ['lists:write'] },
  params: ListParams,
  query: ImportQuery,
  stream: { types: LIST_FILES },
  lane: 'streams',
  reply: { 201: ListImported },
  problems: [
    'QRG_LIST_UNKNOWN',
    'QRG_LIST_NOT_YOURS',
    'QRG_LIST_BUSY',
    'QRG_LIST_EMPTY',
    'QRG_LIST_FORMAT',
    'QRG_LIST_JSON',
    'QRG_LIST_XML',
    'QRG_LIST_XML_DTD',
    'QRG_LIST_TOO_BIG',
    'QRG_LIST_COLUMNS',
  ],
  handler: async ({ params, query, principal, stream }, { lists }) => {
    const file = { fileName: query.name, chunks: stream };
    return { status: 201, body: await importVersion(lists, principal, params.listId, file) };
  },
});

const preview = route({
  method: 'GET',
  path: '/v1/lists/:listId/versions/:number/preview',
  tag: 'lists',
  summary: 'What putting a version in force would change, and whom of yours it would meet',
  access: { roles: [...READERS, 'admin'], scopes: ['lists:write'] },
  params: VersionParams,
  reply: { 200: ListPreview },
  problems: ['QRG_LIST_VERSION_UNKNOWN'],
  handler: async ({ params, principal }, { lists }) => ({
    status: 200,
    body: await previewVersion(lists, principal, params.listId, params.number),
  }),
});

const faults = route({
  method: 'GET',
  path: '/v1/lists/:listId/versions/:number/faults',
  tag: 'lists',
  summary: 'What of the file was not taken as it stands',
  access: { roles: [...READERS, 'admin'], scopes: ['lists:write'] },
  params: VersionParams,
  query: ListQuery,
  reply: { 200: FaultPage },
  handler: async ({ params, query, principal, language }, { lists }) => ({
    status: 200,
    body: await findFaults(lists, principal, params.listId, params.number, query, language),
  }),
});

const entries = route({
  method: 'GET',
  path: '/v1/lists/:listId/versions/:number/entries',
  tag: 'lists',
  summary: 'Entries of a version, people hidden',
  access: { roles: READERS, scopes: ['lists:read'] },
  params: VersionParams,
  query: ListQuery,
  reply: { 200: ListEntryPage },
  handler: async ({ params, query, principal }, { lists }) => ({
    status: 200,
    body: await findEntries(lists, principal, params.listId, params.number, query),
  }),
});

const exported = route({
  method: 'GET',
  path: '/v1/lists/:listId/versions/:number/file',
  tag: 'lists',
  summary: 'A version as CSV, in full; written down before its first byte',
  access: { roles: KEEPERS },
  params: VersionParams,
  lane: 'streams',
  reply: { 200: { media: 'text/csv; charset=utf-8', description: 'CSV, UTF-8' } },
  problems: ['QRG_LIST_EXPORT', 'QRG_LIST_VERSION_UNKNOWN'],
  handler: ({ params, principal }, { lists }) => ({
    status: 200,
    headers: {
      'content-disposition': `attachment; filename="list-${params.listId}-${params.number}.csv"`,
    },
    stream: exportList(lists, principal, params.listId, params.number),
  }),
});

const activate = route({
  method: 'POST',
  path: '/v1/lists/:listId/versions/:number/activate',
  tag: 'lists',
  summary: 'Put a version in force, be it newer or older; decisions follow at once',
  access: { roles: KEEPERS, scopes: ['lists:write'] },
  params: VersionParams,
  body: Activate,
  reply: { 200: Activated },
  problems: [
    'QRG_LIST_UNKNOWN',
    'QRG_LIST_NOT_YOURS',
    'QRG_LIST_VERSION_UNKNOWN',
    'QRG_LIST_IN_FORCE',
  ],
  handler: async ({ params, body, principal }, { lists }) => {
    const { listId, number } = params;
    const activated = await activateVersion(lists, principal, listId, number, body.reason);
    return { status: 200, body: activated };
  },
});

const withdraw = route({
  method: 'POST',
  path: '/v1/lists/:listId/withdraw',
  tag: 'lists',
  summary: 'Take a list out of force: nobody meets it, until a version is put in force again',
  access: { roles: KEEPERS, scopes: ['lists:write'] },
  params: ListParams,
  body: Withdraw,
  reply: { 200: Withdrawn },
  problems: ['QRG_LIST_UNKNOWN', 'QRG_LIST_NOT_YOURS', 'QRG_LIST_NOT_IN_FORCE'],
  handler: async ({ params, body, principal }, { lists }) => ({
    status: 200,
    body: await withdrawList(lists, principal, params.listId, body.reason),
  }),
});

const entry = route({
  method: 'GET',
  path: '/v1/list-entries/:entryId',
  tag: 'lists',
  summary: 'One entry in full; the look is written down',
  access: { roles: WORKERS },
  params: EntryParams,
  reply: { 200: ListEntryDetail },
  problems: ['QRG_LIST_ENTRY_UNKNOWN'],
  handler: async ({ params, principal }, { lists }) => ({
    status: 200,
    body: await showEntry(lists, principal, params.entryId),
  }),
});

const past = route({
  method: 'GET',
  path: '/v1/listed',
  tag: 'lists',
  summary: 'Did an account stand in lists of a kind at a moment?',
  access: { roles: WORKERS, scopes: ['lists:read'] },
  query: PastQuery,
  reply: { 200: PastListings },
  problems: ['QRG_ACCOUNT_UNKNOWN'],
  handler: async ({ query, principal }, { lists, store }) => {
    const { kind, account, at } = query;
    await store.read(scopeOf(principal), (trx) => mustBeVisible(trx, account));
    const items = await wasAccountListed(lists, kind, account, at, principal.institutionId);
    return { status: 200, body: { items } };
  },
});

export const LIST_ROUTES = [
  all,
  create,
  versions,
  upload,
  preview,
  faults,
  entries,
  exported,
  activate,
  withdraw,
  entry,
  past,
];
