import { ROLE_LABELS } from '../../src/report/labels.ts';
import type { FlowContext } from '../shared/flow/flow-context.ts';
import { type Context, nameOf } from './context.ts';
import { accountLink } from './page-parts.ts';

/** Widest content of a page, and what its edges and the frame of the picture take: see page.css. */
const PAGE_WIDEST = 1400;
const PAGE_EDGES = 72;
const PHONE_EDGES = 62;

/** The money-flow picture inside the report. */
export function flowContext(context: Context): FlowContext {
  const { t, words, format, facts } = context;
  return {
    t,
    words,
    roles: ROLE_LABELS,
    format,
    nameOf: (account) => nameOf(context, account),
    linkTo: (account) => accountLink(context, account),
    about: (account) => facts.accounts.get(account),
    open: (account) => {
      location.hash = context.href('account', account).slice(1);
    },
    hasScores: true,
    room: () => Math.min(innerWidth, PAGE_WIDEST) - (innerWidth < 760 ? PHONE_EDGES : PAGE_EDGES),
  };
}
