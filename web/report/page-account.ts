import type { ReportAccount, ReportSignal } from '../../src/report/model.ts';
import { h } from '../shared/dom.ts';
import { icon } from '../shared/icons.ts';
import { roleTag } from '../shared/role-tag.ts';
import { type Context, nameOf } from './context.ts';
import {
  accountLink,
  figure,
  figures,
  heading,
  meter,
  table,
  typologyTags,
  verdictTag,
} from './page-parts.ts';
import { timeline } from './timeline.ts';

/** One account: why it stands out, when its money came and left, from whom and to whom. */
export function accountPage(context: Context): HTMLElement {
  const { t, facts, route } = context;
  const account = facts.accounts.get(route.id);
  return h(
    'main',
    { id: 'content' },
    h('nav', { class: 'trail', 'aria-label': t('accounts') }, backLink(context, account)),
    account === undefined
      ? [
          heading(context.format.account(route.id)),
          h(
            'section',
            { class: 'empty' },
            h('h2', {}, t('unknownAccount')),
            h('p', {}, t('unknownAbout')),
          ),
        ]
      : [
          heading(nameOf(context, account.account)),
          head(context, account),
          reasons(context, account),
          timeline(context, account),
          facts.cut.has(account.account) && h('p', { class: 'muted' }, t('cutAbout')),
        ],
    partners(context, route.id, account),
  );
}

function backLink(context: Context, account: ReportAccount | undefined): HTMLElement {
  const network = account?.network ?? '';
  return network === ''
    ? h(
        'a',
        { class: 'back', href: context.href('accounts') },
        icon('back'),
        context.t('backAccounts'),
      )
    : h(
        'a',
        { class: 'back', href: context.href('network', network) },
        icon('back'),
        context.t('backNetwork', { id: network }),
      );
}

function head(context: Context, account: ReportAccount): HTMLElement {
  const { t, format } = context;
  return figures(
    figure(t('account'), h('span', { class: 'number' }, format.account(account.account))),
    account.bank !== '' && figure(t('bank'), account.bank),
    figure(t('role'), roleTag(context, account.role)),
    figure(
      t('score'),
      meter(account.score),
      h('span', { class: 'muted' }, `${t('scoreArrival')}: ${Math.round(account.scoreAtArrival)}`),
    ),
    figure(t('verdict'), verdictTag(context, account.verdict)),
    figure(
      t('came'),
      format.money(account.inMinor),
      note(`${t('payers')}: ${format.number(account.payers)}`),
    ),
    figure(
      t('left'),
      format.money(account.outMinor),
      note(`${t('payees')}: ${format.number(account.payees)}`),
    ),
    figure(t('held'), format.duration(account.heldMsMedian)),
    figure(t('activity'), format.period(account.firstAt, account.lastAt)),
  );
}

const note = (text: string): HTMLElement => h('span', { class: 'muted' }, text);

function reasons(context: Context, account: ReportAccount): HTMLElement {
  const { t, words, format, facts } = context;
  const sorted = [...account.signals].sort((a, b) => b.points - a.points || a.at - b.at);
  const others = facts.networks.get(account.network)?.members.map((m) => m.account) ?? [];
  const item = (signal: ReportSignal): HTMLElement => {
    const title = facts.ruleTitles.get(signal.rule);
    return h(
      'li',
      {},
      h('span', { class: 'reason-points', title: t('points') }, `+${Math.round(signal.points)}`),
      h(
        'div',
        {},
        h('b', {}, title === undefined ? signal.rule : words(title)),
        h('p', {}, format.masked(words(signal.text), others)),
        h(
          'p',
          { class: 'muted' },
          format.moment(signal.at),
          ' ',
          typologyTags(context, [signal.typology]),
        ),
      ),
    );
  };
  return h(
    'section',
    {},
    h('h2', {}, t('reasons')),
    sorted.length === 0
      ? h('p', { class: 'muted' }, t('noReasons'))
      : h('ol', { class: 'reasons' }, sorted.map(item)),
  );
}

interface Partner {
  account: string;
  amountMinor: number;
  count: number;
  firstAt: number;
  lastAt: number;
}

/** Edges of its network say it exactly; an account outside of networks is told by its lots. */
function partners(context: Context, name: string, account: ReportAccount | undefined): HTMLElement {
  const { t, format, facts } = context;
  const networks =
    account === undefined
      ? facts.model.networks
      : [facts.networks.get(account.network)].filter((one) => one !== undefined);
  const edges = networks.flatMap((one) => one.edges);
  const lots = networks.length > 0 ? [] : (account?.lots ?? []);
  const side = (own: 'from' | 'to'): Partner[] => {
    const other = own === 'from' ? 'to' : 'from';
    const found = edges
      .filter((edge) => edge[own] === name)
      .map((edge) => ({ ...edge, account: edge[other] }));
    const parts = lots.flatMap((lot): Partner[] => {
      const at = own === 'to' ? lot.inAt : lot.outAt;
      const account = own === 'to' ? lot.from : lot.to;
      if (at === null || account === '') return [];
      return [{ account, amountMinor: lot.amountMinor, count: 1, firstAt: at, lastAt: at }];
    });
    return merge([...found, ...parts]);
  };
  const list = (title: string, rows: Partner[]): HTMLElement =>
    h(
      'section',
      {},
      h('h2', {}, title),
      rows.length === 0
        ? h('p', { class: 'muted' }, t('nobody'))
        : table(
            context,
            title,
            [
              { title: t('account'), cell: (p) => accountLink(context, p.account) },
              { title: t('sum'), numeric: true, cell: (p) => format.money(p.amountMinor) },
              { title: t('count'), numeric: true, cell: (p) => format.number(p.count) },
              { title: t('last'), numeric: true, cell: (p) => format.moment(p.lastAt) },
            ],
            rows,
          ),
    );
  return h(
    'div',
    { class: 'two-columns' },
    list(t('cameFrom'), side('to')),
    list(t('leftTo'), side('from')),
  );
}

function merge(parts: readonly Partner[]): Partner[] {
  const byAccount = new Map<string, Partner>();
  for (const part of parts) {
    const known = byAccount.get(part.account);
    if (known === undefined) byAccount.set(part.account, { ...part });
    else {
      known.amountMinor += part.amountMinor;
      known.count += part.count;
      known.firstAt = Math.min(known.firstAt, part.firstAt);
      known.lastAt = Math.max(known.lastAt, part.lastAt);
    }
  }
  return [...byAccount.values()].sort((a, b) => b.amountMinor - a.amountMinor);
}
