import {
  addPartner,
  editPartner,
  listPartners,
  setPartnerKey,
  showPartner,
} from '../../service/packages/partners/partners.ts';
import {
  EditPartner,
  NewPartner,
  Partner,
  PartnerKey,
  PartnerKeyMade,
  PartnerPage,
  PartnerParams,
  PartnerQuery,
} from '../contract/partner.ts';
import { etagOf } from '../etag.ts';
import { route } from '../route.ts';
import { READERS } from './readers.ts';

/** Who enters houses that packages are exchanged with. */
const KEEPERS = ['liaison', 'admin'] as const;

const list = route({
  method: 'GET',
  path: '/v1/partners',
  tag: 'packages',
  summary: 'Houses that packages are exchanged with',
  access: { roles: [...READERS, 'admin'] },
  query: PartnerQuery,
  reply: { 200: PartnerPage },
  problems: ['QRG_HTTP_CURSOR'],
  handler: async ({ query, principal }, { packages }) => {
    const { kind, retired, ...wish } = query;
    return {
      status: 200,
      body: await listPartners(packages.cases, principal, { kind, retired }, wish),
    };
  },
});

const one = route({
  method: 'GET',
  path: '/v1/partners/:partnerId',
  tag: 'packages',
  summary: 'One partner; its key is never told',
  access: { roles: [...READERS, 'admin'] },
  params: PartnerParams,
  reply: { 200: Partner },
  problems: ['QRG_PARTNER_UNKNOWN'],
  handler: async ({ params, principal }, { packages }) => {
    const partner = await showPartner(packages.cases, principal, params.partnerId);
    return { status: 200, body: partner, headers: { etag: etagOf(partner.version) } };
  },
});

const add = route({
  method: 'POST',
  path: '/v1/partners',
  tag: 'packages',
  summary: 'Enter a partner',
  access: { roles: KEEPERS },
  body: NewPartner,
  repeatable: 'answer',
  reply: { 201: Partner },
  problems: ['QRG_PARTNER_CODE'],
  handler: async ({ body, principal }, { packages }) => {
    const partner = await addPartner(packages.cases, principal, body);
    return {
      status: 201,
      body: partner,
      headers: {
        etag: etagOf(partner.version),
        location: `/v1/partners/${partner.partnerId}`,
      },
    };
  },
});

const edit = route({
  method: 'PATCH',
  path: '/v1/partners/:partnerId',
  tag: 'packages',
  summary: 'Change a partner, or send nothing new to it any more',
  access: { roles: KEEPERS },
  params: PartnerParams,
  body: EditPartner,
  ifMatch: true,
  reply: { 200: Partner },
  problems: ['QRG_PARTNER_UNKNOWN', 'QRG_PARTNER_VERSION'],
  handler: async ({ params, version, body, principal }, { packages }) => {
    const partner = await editPartner(packages.cases, principal, params.partnerId, version, body);
    return { status: 200, body: partner, headers: { etag: etagOf(partner.version) } };
  },
});

const key = route({
  method: 'POST',
  path: '/v1/partners/:partnerId/key',
  tag: 'packages',
  summary: 'Make or set the key of matching without naming; the one before still reads',
  access: { roles: KEEPERS },
  params: PartnerParams,
  body: PartnerKey,
  ifMatch: true,
  reply: { 200: PartnerKeyMade },
  problems: ['QRG_PARTNER_UNKNOWN', 'QRG_PARTNER_VERSION'],
  handler: async ({ params, version, body, principal }, { packages }) => {
    const set = await setPartnerKey(packages.cases, principal, params.partnerId, version, body);
    return { status: 200, body: set, headers: { etag: etagOf(set.partner.version) } };
  },
});

export const PARTNER_ROUTES = [list, one, add, edit, key];
