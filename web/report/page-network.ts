import type { ReportEdge, ReportMember, ReportNetwork } from '../../src/report/model.ts';
import { h } from '../shared/dom.ts';
import { flowView } from '../shared/flow/flow-view.ts';
import { icon } from '../shared/icons.ts';
import { roleTag } from '../shared/role-tag.ts';
import { byMoney, type Context } from './context.ts';
import { flowContext } from './flow-context.ts';
import {
  accountLink,
  allTypologies,
  figure,
  figures,
  heading,
  meter,
  roleCounts,
  table,
} from './page-parts.ts';

/** One network: its story, the picture of its money, its members and every flow between them. */
export function networkPage(context: Context): HTMLElement {
  const network = context.facts.networks.get(context.route.id);
  if (network === undefined)
    return h(
      'main',
      { id: 'content', class: 'empty' },
      heading(context.t('unknownNetwork')),
      h('p', {}, backLink(context)),
    );
  return h(
    'main',
    { id: 'content' },
    trailLinks(context, network),
    heading(context.t('network', { id: network.id })),
    networkHead(context, network),
    flowView(flowContext(context), network),
    membersTable(context, network),
    edgesTable(context, network),
  );
}

const backLink = (context: Context): HTMLElement =>
  h('a', { class: 'back', href: context.href('networks') }, icon('back'), context.t('back'));

function trailLinks(context: Context, { rank }: ReportNetwork): HTMLElement {
  const neighbour = (step: number, name: 'previous' | 'next') => {
    const other = context.facts.model.networks.find((one) => one.rank === rank + step);
    return (
      other && h('a', { href: context.href('network', other.id) }, `${context.t(name)} ${other.id}`)
    );
  };
  return h(
    'nav',
    { class: 'trail', 'aria-label': context.t('networks') },
    backLink(context),
    h('span', { class: 'trail-side' }, neighbour(-1, 'previous'), neighbour(1, 'next')),
  );
}

/** Story and figures; the same on the screen and on paper. */
export function networkHead(context: Context, network: ReportNetwork): HTMLElement {
  const { t, words, format } = context;
  const { commonSink: sink } = network;
  const accounts = network.members.map((m) => m.account);
  return h(
    'div',
    { class: 'network-head' },
    h('p', { class: 'lead' }, format.masked(words(network.story), accounts)),
    figures(
      figure(t('moved'), format.money(network.harmMinor)),
      figure(t('certainty'), meter(network.certainty)),
      figure(t('members'), roleCounts(context, network)),
      figure(t('period'), format.period(network.from, network.to)),
      figure(t('typology'), allTypologies(context, network.typologies)),
      sink !== null &&
        figure(
          t('sink'),
          accountLink(context, sink.account),
          h(
            'span',
            { class: 'muted' },
            t('sinkAbout', { share: format.share(sink.shareOfMoney), n: sink.fromMembers }),
          ),
        ),
    ),
  );
}

export function membersTable(context: Context, network: ReportNetwork): HTMLElement {
  const { t, words, format, facts } = context;
  // Those who only paid in are the most and say the least: they come last.
  const paidIn = (m: ReportMember): number => (m.role === 'victim' ? 1 : 0);
  const members = [...network.members].sort(
    (a, b) => paidIn(a) - paidIn(b) || a.layer - b.layer || byMoney(a, b),
  );
  const sum = (minor: number): string => (minor === 0 ? '—' : format.money(minor));
  const reasons = (m: ReportMember): string => {
    const signals = facts.accounts.get(m.account)?.signals ?? [];
    const rules = [...new Set(signals.map((s) => s.rule))].slice(0, 3);
    return rules
      .map((id) => facts.ruleTitles.get(id))
      .map((title, i) => (title === undefined ? rules[i] : words(title)))
      .join('; ');
  };
  return h(
    'section',
    {},
    h('h2', {}, `${t('members')} · ${format.number(members.length)}`),
    table(
      context,
      t('members'),
      [
        { title: t('account'), cell: (m) => accountLink(context, m.account) },
        { title: t('role'), cell: (m) => roleTag(context, m.role) },
        { title: t('came'), numeric: true, cell: (m) => sum(m.inMinor) },
        { title: t('left'), numeric: true, cell: (m) => sum(m.outMinor) },
        {
          title: t('held'),
          numeric: true,
          cell: (m) => format.duration(facts.accounts.get(m.account)?.heldMsMedian ?? null),
        },
        { title: t('score'), numeric: true, cell: (m) => meter(m.score) },
        { title: t('reasons'), cell: (m) => h('span', { class: 'reasons-cell' }, reasons(m)) },
      ],
      members,
    ),
  );
}

function edgesTable(context: Context, network: ReportNetwork): HTMLElement {
  const { t, format } = context;
  const edges = [...network.edges].sort((a: ReportEdge, b) => b.amountMinor - a.amountMinor);
  return h(
    'details',
    { class: 'edges' },
    h('summary', {}, `${t('edges')} · ${format.number(edges.length)}`),
    table(
      context,
      t('edges'),
      [
        { title: t('from'), cell: (e) => accountLink(context, e.from) },
        { title: t('to'), cell: (e) => accountLink(context, e.to) },
        { title: t('sum'), numeric: true, cell: (e) => format.money(e.amountMinor) },
        { title: t('count'), numeric: true, cell: (e) => format.number(e.count) },
        { title: t('first'), numeric: true, cell: (e) => format.moment(e.firstAt) },
        { title: t('last'), numeric: true, cell: (e) => format.moment(e.lastAt) },
      ],
      edges,
    ),
  );
}
