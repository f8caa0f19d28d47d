import { QorganError } from '../../domain/errors/catalogue.ts';
import { clearedFlowCookie, flowCookieName } from '../../service/access/oidc-flow.ts';
import { orThrow } from '../../service/or-throw.ts';
import { OidcQuery } from '../contract/session.ts';
import { route } from '../route.ts';
import { cookiesOf, placeOf } from './session.ts';

const begin = route({
  method: 'GET',
  path: '/v1/session/oidc',
  tag: 'session',
  summary: 'Sign on through the identity provider: sends the browser there',
  access: { public: true },
  query: OidcQuery,
  reply: { 302: null },
  problems: ['QRG_OIDC_OFF', 'QRG_OIDC_AWAY'],
  handler: async ({ query }, { oidc }) => {
    if (oidc === undefined) throw new QorganError('QRG_OIDC_OFF');
    const { url, cookie } = orThrow(await oidc.begin(query.returnTo));
    return { status: 302, headers: { location: url }, cookies: [cookie] };
  },
});

/**
 * The browser comes back from another site, and a Strict cookie set on a redirect of such a chain would not be sent along
 * with the next step of it. A page of ours in between, which goes on by itself, ends the chain.
 */
const back = route({
  method: 'GET',
  path: '/v1/session/oidc/return',
  tag: 'session',
  summary: 'Where the identity provider sends the browser back to',
  access: { public: true },
  reply: {
    200: { media: 'text/html; charset=utf-8', description: 'A page that goes on by itself' },
  },
  problems: ['QRG_OIDC_OFF'],
  handler: async (ask, { oidc, now }) => {
    if (oidc === undefined) throw new QorganError('QRG_OIDC_OFF');
    const signed = await oidc.finish({
      ...placeOf(ask),
      search: ask.search,
      cookie: ask.cookies[flowCookieName(oidc.secure)],
      previous: ask.visitor.session,
    });
    const over = clearedFlowCookie(oidc.secure);
    if (!signed.ok)
      return { status: 200, stream: pageTo(`/?problem=${signed.problem.code}`), cookies: [over] };
    const cookies = [over, ...cookiesOf(signed.value, ask, now())];
    return { status: 200, stream: pageTo(signed.value.returnTo), cookies };
  },
});

/** Goes to a path of ours at once. The path was checked when the sign-on began, and is escaped all the same. */
function pageTo(path: string): string {
  const safe = path.replace(/[^\w/?=&.~-]/g, encodeURIComponent).replaceAll('&', '&amp;');
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${safe}"><title>Qorgan</title>`;
}

export const SIGN_ON_ROUTES = [begin, back];
