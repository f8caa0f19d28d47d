import { decideApproval } from '../../service/customers/approval.ts';
import { customerLinks } from '../../service/customers/links.ts';
import { customerMoves } from '../../service/customers/moves.ts';
import { customerRatings } from '../../service/customers/ratings.ts';
import { reviewCustomer } from '../../service/customers/review.ts';
import { toldRating } from '../../service/risk/told-rating.ts';
import { TimelineQuery } from '../contract/account.ts';
import { CustomerApproval, CustomerParams } from '../contract/customer.ts';
import {
  ApproveCustomer,
  CustomerLinks,
  CustomerMoves,
  ReviewCustomer,
} from '../contract/customer-records.ts';
import { PageQuery } from '../contract/page.ts';
import { Rating, RatingPage } from '../contract/rating.ts';
import { route } from '../route.ts';

const ratings = route({
  method: 'GET',
  path: '/v1/customers/:customerId/ratings',
  tag: 'customers',
  summary: 'How a client was rated, latest first: one for each change',
  access: { roles: ['analyst', 'supervisor', 'investigator'] },
  params: CustomerParams,
  query: PageQuery,
  reply: { 200: RatingPage },
  problems: ['QRG_CUSTOMER_UNKNOWN', 'QRG_HTTP_CURSOR'],
  handler: async ({ params, query, principal, language }, { store, risk }) => {
    const found = await customerRatings(store, principal, params.customerId, query);
    const { parameters } = risk.book.inForce(found.institutionId);
    const { items, next } = found.page;
    return {
      status: 200,
      body: { items: items.map((rating) => toldRating(rating, parameters, language)), next },
    };
  },
});

const links = route({
  method: 'GET',
  path: '/v1/customers/:customerId/links',
  tag: 'customers',
  summary: 'Who shares a phone, a device, an address or an IP with a client, and what explains it',
  access: { roles: ['analyst', 'supervisor', 'investigator'] },
  params: CustomerParams,
  reply: { 200: CustomerLinks },
  problems: ['QRG_CUSTOMER_UNKNOWN'],
  handler: async ({ params, principal }, { risk }) => ({
    status: 200,
    body: await customerLinks(risk, principal, params.customerId),
  }),
});

const decisions = route({
  method: 'GET',
  path: '/v1/customers/:customerId/decisions',
  tag: 'customers',
  summary: 'Transfers of all accounts of a client, latest first, with what was thought of them',
  access: { roles: ['analyst', 'supervisor', 'investigator'] },
  params: CustomerParams,
  query: TimelineQuery,
  reply: { 200: CustomerMoves },
  problems: ['QRG_CUSTOMER_UNKNOWN', 'QRG_HTTP_CURSOR'],
  handler: async ({ params, query, principal, language }, { store, live }) => ({
    status: 200,
    body: await customerMoves(store, live, principal, params.customerId, query, language),
  }),
});

const review = route({
  method: 'POST',
  path: '/v1/customers/:customerId/review',
  tag: 'customers',
  summary:
    'Say that you looked at a client: it is rated anew, and the term to the next look begins',
  access: { roles: ['analyst', 'supervisor'] },
  params: CustomerParams,
  body: ReviewCustomer,
  reply: { 200: Rating },
  problems: ['QRG_CUSTOMER_UNKNOWN'],
  handler: async ({ params, body, principal, language }, { risk }) => {
    const rating = await reviewCustomer(risk, principal, params.customerId, body.reason);
    const { parameters } = risk.book.inForce(principal.institutionId);
    return { status: 200, body: toldRating(rating, parameters, language) };
  },
});

const approval = route({
  method: 'POST',
  path: '/v1/customers/:customerId/approval',
  tag: 'customers',
  summary: 'Agree that a client is served whose rating asks for it, or refuse; not who looked last',
  access: { roles: ['supervisor'] },
  params: CustomerParams,
  body: ApproveCustomer,
  reply: { 200: CustomerApproval },
  problems: ['QRG_CUSTOMER_UNKNOWN', 'QRG_CUSTOMER_NO_APPROVAL', 'QRG_CUSTOMER_SAME_PERSON'],
  handler: async ({ params, body, principal }, { risk }) => ({
    status: 200,
    body: await decideApproval(risk, principal, params.customerId, body),
  }),
});

export const CUSTOMER_RECORD_ROUTES = [ratings, links, decisions, review, approval];
