import type { ReportNetwork } from '../../src/report/model.ts';
import { h } from '../shared/dom.ts';
import { flowForPaper } from '../shared/flow/flow-view.ts';
import type { Context } from './context.ts';
import { filterNetworks, filterOf } from './filters.ts';
import { flowContext } from './flow-context.ts';
import { membersTable, networkHead } from './page-network.ts';
import { summary } from './page-networks.ts';
import { meter, table } from './page-parts.ts';

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
    contents(context, found),
    found.map((network) =>
      h(
        'article',
        {},
        h('h1', {}, context.t('network', { id: network.id })),
        networkHead(context, network),
        h('div', { class: 'paper-flow' }, flowForPaper(flowContext(context), network)),
        membersTable(context, network),
      ),
    ),
  );
}

/** The first page says what the following ones are about. */
function contents(context: Context, networks: readonly ReportNetwork[]): HTMLElement | null {
  const { t, words, format } = context;
  if (networks.length === 0) return null;
  const story = (one: ReportNetwork): string =>
    format.masked(
      words(one.story),
      one.members.map((m) => m.account),
    );
  return h(
    'section',
    {},
    h('h2', {}, t('networks')),
    table(
      context,
      t('networks'),
      [
        { title: '', cell: (one) => one.id },
        { title: '', cell: story },
        { title: t('moved'), numeric: true, cell: (one) => format.money(one.harmMinor) },
        { title: t('certainty'), numeric: true, cell: (one) => meter(one.certainty) },
        { title: t('period'), cell: (one) => format.period(one.from, one.to) },
      ],
      networks,
    ),
  );
}
