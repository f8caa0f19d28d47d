import { z } from 'zod';
import { messageOf } from '../../domain/errors/catalogue.ts';
import { scopeOf } from '../../service/access/principal.ts';
import { listCustomers } from '../../service/customers/list-customers.ts';
import { saveCustomer, saveCustomers } from '../../service/customers/save-customer.ts';
import { showCustomer } from '../../service/customers/show-customer.ts';
import { toldRating } from '../../service/risk/told-rating.ts';
import {
  Customer,
  CustomerDetail,
  CustomerPage,
  CustomerParams,
  CustomerQuery,
  CustomerSaved,
  CustomerStreamLine,
} from '../contract/customer.ts';
import { integerText } from '../contract/text.ts';
import { NDJSON } from '../media.ts';
import { route } from '../route.ts';
import { rowStream } from '../streams/row-stream.ts';

const save = route({
  method: 'POST',
  path: '/v1/customers',
  tag: 'customers',
  summary:
    'Tell of a client, and hear its rating and what is to be done; what was told before is replaced',
  access: { scopes: ['customers:write'] },
  body: Customer,
  reply: { 200: CustomerSaved, 201: CustomerSaved },
  problems: [
    'QRG_CUSTOMER_ACCOUNT_TAKEN',
    'QRG_CUSTOMER_DATE',
    'QRG_MRZ_FORM',
    'QRG_MRZ_CHARACTER',
    'QRG_NAME_SCRIPTS',
    'QRG_BUSY',
    'QRG_NOT_DURABLE',
  ],
  handler: async ({ body, principal, language }, services) => {
    const { institutionId } = principal;
    const institution = await services.institutions.of(institutionId);
    const saved = await saveCustomer(services, institution, body);
    const { parameters } = services.risk.book.inForce(institutionId);
    const rating = toldRating(saved.rating, parameters, language);
    return { status: saved.created ? 201 : 200, body: { ...saved, rating } };
  },
});

const LINES_MOST = 1_000_000_000;

const bulk = route({
  method: 'POST',
  path: '/v1/customers/bulk',
  tag: 'customers',
  summary: 'Tell of many clients, one JSON object a line; they are rated soon after',
  access: { scopes: ['customers:write'] },
  query: z.strictObject({
    from: integerText(0, LINES_MOST)
      .default(0)
      .meta({ description: 'Lines answered before: they are passed over' }),
  }),
  stream: { types: NDJSON, item: Customer },
  lane: 'streams',
  reply: {
    200: {
      media: NDJSON[0],
      item: CustomerStreamLine,
      description: 'A line for each line, and a last one',
    },
  },
  handler: async (ask, services) => {
    const { stream, query, language, principal } = ask;
    const institution = await services.institutions.of(principal.institutionId);
    return {
      status: 200,
      stream: rowStream({
        chunks: stream,
        from: query.from,
        schema: Customer,
        language,
        key: 'externalId',
        outcomes: ['created', 'updated', 'rejected'],
        work: async (customers) => {
          const saved = await saveCustomers(services, institution, customers);
          return saved.map((one, i) => {
            const { externalId } = customers[i];
            if (one.ok) {
              const { customerId, created } = one.value;
              return { externalId, outcome: created ? 'created' : 'updated', customerId };
            }
            const { code } = one.problem;
            const message = messageOf(one.problem, language);
            return { externalId, outcome: 'rejected', code, message };
          });
        },
      }),
    };
  },
});

const list = route({
  method: 'GET',
  path: '/v1/customers',
  tag: 'customers',
  summary: 'Clients, masked: last added first, or the greatest risk first',
  access: { roles: ['analyst', 'supervisor', 'investigator'] },
  query: CustomerQuery,
  reply: { 200: CustomerPage },
  problems: ['QRG_HTTP_CURSOR'],
  handler: async ({ query, principal }, { store, now }) => ({
    status: 200,
    body: await listCustomers(store, scopeOf(principal), query, now()),
  }),
});

const one = route({
  method: 'GET',
  path: '/v1/customers/:customerId',
  tag: 'customers',
  summary: 'One client in full, with rating and approval; the look is written down',
  access: { roles: ['analyst', 'supervisor', 'investigator'] },
  params: CustomerParams,
  reply: { 200: CustomerDetail },
  problems: ['QRG_CUSTOMER_UNKNOWN'],
  handler: async ({ params, principal, language }, { store, audit, live, risk }) => {
    const parts = { store, audit, names: live };
    const { rating, institutionId, ...view } = await showCustomer(
      parts,
      principal,
      params.customerId,
    );
    const { parameters } = risk.book.inForce(institutionId);
    return {
      status: 200,
      body: {
        ...view,
        rating: rating === null ? null : toldRating(rating, parameters, language),
      },
    };
  },
});

export const CUSTOMER_ROUTES = [save, bulk, list, one];
