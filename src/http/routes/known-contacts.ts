import { knownTerms, knownUnder } from '../../service/portal/known/ask-known.ts';
import {
  KnownContactParams,
  KnownContactsFound,
  KnownContactTerms,
} from '../contract/known-contact.ts';
import { type Route, route } from '../route.ts';

const terms = route({
  method: 'GET',
  path: '/v1/known-contacts',
  tag: 'portal',
  summary: 'By what a contact is hashed, to ask after it without telling which it is',
  access: { public: true },
  reply: { 200: KnownContactTerms },
  problems: ['QRG_KNOWN_CONTACTS_OFTEN'],
  handler: async ({ address }, { portal }) => ({
    status: 200,
    body: await knownTerms(portal.known, address),
  }),
});

const under = route({
  method: 'GET',
  path: '/v1/known-contacts/:prefix',
  tag: 'portal',
  summary:
    'Contacts of posts that people judged to be recruiting, by the first bits of a slow hash',
  description:
    'Every answer has the same size; which of its entries are contacts only shows to who holds one. No prefix is logged.',
  access: { public: true },
  params: KnownContactParams,
  reply: { 200: KnownContactsFound },
  problems: ['QRG_KNOWN_CONTACTS_OFTEN'],
  handler: async ({ params, address }, { portal }) => ({
    status: 200,
    body: { suffixes: await knownUnder(portal.known, params.prefix, address) },
  }),
});

export const KNOWN_CONTACT_ROUTES: readonly Route[] = [terms, under];
