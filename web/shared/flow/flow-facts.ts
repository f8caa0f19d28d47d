import { ROLES, type Role } from '../../../src/network/role.ts';
import { h } from '../dom.ts';
import { roleIcon } from '../icons.ts';
import { roleTag } from '../role-tag.ts';
import type { FlowContext } from './flow-context.ts';
import { groupTitle } from './flow-drawing.ts';
import type { FlowGroup } from './flow-groups.ts';
import type { PlacedRibbon } from './flow-layout.ts';
import type { FlowNetwork } from './flow-network.ts';

/** What stands beside the money-flow picture: the legend, or the facts of the card or ribbon pointed at. */

const MOST_LINES = 5;

export function legend(context: FlowContext, network: FlowNetwork): Node[] {
  const present = ROLES.filter((role) => network.members.some((m) => m.role === role));
  const meaning = (role: Role): HTMLElement =>
    h(
      'li',
      {},
      roleIcon(role),
      h(
        'span',
        {},
        h('b', {}, context.words(context.roles[role].one)),
        h('small', {}, context.words(context.roles[role].about)),
      ),
    );
  const layerOf = new Map(network.members.map((m) => [m.account, m.layer]));
  const returns = network.edges.some((e) => (layerOf.get(e.to) ?? 0) <= (layerOf.get(e.from) ?? 0));
  return [
    h(
      'ul',
      { class: 'legend', 'aria-label': context.t('legend') },
      present.map(meaning),
      returns &&
        h(
          'li',
          {},
          h('span', { class: 'dash', 'aria-hidden': 'true' }),
          h('span', {}, context.t('legendBack')),
        ),
    ),
  ];
}

export function groupFacts(
  context: FlowContext,
  group: FlowGroup,
  ribbons: readonly PlacedRibbon[],
): Node[] {
  const { t, format } = context;
  const single = group.members.length === 1;
  const [first] = group.members;
  const account = context.about(first.account);
  const lines = (side: 'from' | 'to'): Node[] => {
    const other = side === 'from' ? 'to' : 'from';
    const found = ribbons
      .filter((ribbon) => ribbon.edge[side] === group)
      .sort((a, b) => b.edge.amountMinor - a.edge.amountMinor);
    if (found.length === 0) return [];
    const shown = found
      .slice(0, MOST_LINES)
      .map(({ edge }) =>
        h(
          'li',
          {},
          roleIcon(edge[other].role),
          h('span', {}, groupName(context, edge[other])),
          h('b', {}, format.moneyShort(edge.amountMinor)),
        ),
      );
    const rest = found.length - shown.length;
    return [
      h(
        'div',
        {},
        h('h4', {}, t(other)),
        h(
          'ul',
          { class: 'flow-lines' },
          shown,
          rest > 0 && h('li', { class: 'muted' }, t('more', { n: rest })),
        ),
      ),
    ];
  };
  return [
    h(
      'div',
      {},
      h('h3', {}, single ? context.linkTo(first.account) : groupTitle(context, group)),
      single &&
        h(
          'p',
          { class: 'facts-line' },
          roleTag(context, group.role),
          h('span', { class: 'muted' }, account?.bank ?? ''),
        ),
    ),
    h(
      'dl',
      { class: 'pairs' },
      pair(t('came'), format.money(group.inMinor)),
      pair(t('left'), format.money(group.outMinor)),
      single && context.hasScores && pair(t('score'), String(Math.round(first.score))),
      single && account !== undefined && pair(t('held'), format.duration(account.heldMsMedian)),
    ),
    ...lines('to'),
    ...lines('from'),
    ...(single ? [] : [memberLinks(context, group)]),
  ];
}

export function ribbonFacts(context: FlowContext, { edge }: PlacedRibbon): Node[] {
  const { t, format } = context;
  const end = (label: string, group: FlowGroup): HTMLElement =>
    h(
      'p',
      { class: 'facts-end' },
      h('span', { class: 'muted' }, label),
      roleIcon(group.role),
      groupName(context, group),
    );
  return [
    h('h3', {}, format.money(edge.amountMinor)),
    h('div', {}, end(t('from'), edge.from), end(t('to'), edge.to)),
    h(
      'dl',
      { class: 'pairs' },
      pair(t('count'), format.number(edge.count)),
      pair(t('first'), format.moment(edge.firstAt)),
      pair(t('last'), format.moment(edge.lastAt)),
    ),
  ];
}

function groupName(context: FlowContext, group: FlowGroup): string {
  if (group.members.length === 1) return context.nameOf(group.members[0].account);
  return groupTitle(context, group);
}

function memberLinks(context: FlowContext, group: FlowGroup): HTMLElement {
  const shown = group.members.slice(0, 2 * MOST_LINES);
  return h(
    'details',
    { open: true },
    h('summary', {}, context.t('allOf', { n: group.members.length })),
    h(
      'ul',
      { class: 'flow-lines' },
      shown.map((m) =>
        h(
          'li',
          {},
          context.linkTo(m.account),
          h('b', {}, context.format.moneyShort(Math.max(m.inMinor, m.outMinor))),
        ),
      ),
      group.members.length > shown.length &&
        h('li', { class: 'muted' }, context.t('more', { n: group.members.length - shown.length })),
    ),
  );
}

const pair = (label: string, value: string): HTMLElement =>
  h('div', {}, h('dt', {}, label), h('dd', {}, value));
