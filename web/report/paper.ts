import type { Context } from './context.ts';
import { h } from './dom.ts';
import { filterNetworks, filterOf } from './filters.ts';
import { flowForPaper } from './flow-view.ts';
import { membersTable, networkHead } from './page-network.ts';
import { summary } from './page-networks.ts';

/** Networks of a printed list: with more, a printout stops being read. */
const MOST_NETWORKS = 20;

/**
 * What the list of networks prints as: the summary, then each network of the current filter on a page of its own.
 * Made when printing begins and taken away after it.
 */
export function paper(context: Context): HTMLElement {
  const found = filterNetworks(context.facts, filterOf(context.route.query)).slice(
    0,
    MOST_NETWORKS,
  );
  return h(
    'div',
    { class: 'paper' },
    h('h1', {}, context.t('title')),
    h('p', { class: 'muted' }, context.t('decides')),
    summary(context),
    found.map((network) =>
      h(
        'article',
        {},
        h('h1', {}, context.t('network', { id: network.id })),
        networkHead(context, network),
        h('div', { class: 'paper-flow' }, flowForPaper(context, network)),
        membersTable(context, network),
      ),
    ),
  );
}
