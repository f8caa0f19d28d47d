import { scopeOf } from '../../service/access/principal.ts';
import { shownAccount } from '../../service/accounts/shown-account.ts';
import { traceInStore } from '../../service/accounts/trace-in-store.ts';
import { MOMENT_LEAST, MOMENT_MOST } from '../contract/text.ts';
import { TraceQuery, TraceReply } from '../contract/trace.ts';
import { route } from '../route.ts';
import { WORKERS } from './readers.ts';

const trace = route({
  method: 'GET',
  path: '/v1/trace',
  tag: 'accounts',
  summary: 'Follow the money of a transfer or of an account, down or up, first in first out',
  access: { roles: WORKERS, scopes: ['trace:read'] },
  query: TraceQuery,
  reply: { 200: TraceReply },
  problems: ['QRG_TRANSFER_UNKNOWN', 'QRG_ACCOUNT_UNKNOWN'],
  handler: async ({ query, principal }, { store, live }) => {
    const { transfer, account, direction, hops, floorMinor } = query;
    const reply = await traceInStore(store, live.state, scopeOf(principal), {
      start: transfer === undefined ? { account: account ?? 0 } : { seq: transfer },
      direction,
      hopsMax: hops,
      floorMinor,
      from: query.from ?? MOMENT_LEAST,
      to: query.to ?? MOMENT_MOST,
    });
    const accounts = reply.accounts.map(({ account: no, ...rest }) => ({
      account: shownAccount(live, no),
      ...rest,
    }));
    return { status: 200, body: { ...reply, accounts } };
  },
});

export const TRACE_ROUTES = [trace];
