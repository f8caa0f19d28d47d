import type { ReportNetwork } from '../../src/report/model.ts';
import { h } from '../shared/dom.ts';
import type { Context } from './context.ts';
import { type Filter, filterBar, filterNetworks, filterOf, NETWORK_SORTS } from './filters.ts';
import { figure, figures, heading, meter, roleCounts, table, typologyTags } from './page-parts.ts';
import { windowedList } from './windowed-list.ts';

/** The first page: what was read, and the networks found in it. */
export function networksPage(context: Context): HTMLElement {
  const { t, facts } = context;
  return h(
    'main',
    { id: 'content' },
    heading(t('networks')),
    summary(context),
    facts.model.networks.length === 0 ? nothingFound(context) : networkList(context),
  );
}

export function summary(context: Context): HTMLElement {
  const { t, format, facts } = context;
  const { totals, networks, files, clock } = facts.model;
  const { number } = format;
  const moved = networks.reduce((sum, one) => sum + one.harmMinor, 0);
  const rest = figures(
    figure(t('turnover'), format.money(totals.amountMinor)),
    figure(t('seenTwice'), number(totals.seenTwice)),
    figure(t('duplicates'), number(totals.duplicates)),
    figure(t('outOfOrder'), number(totals.outOfOrder)),
    figure(t('hubs'), number(totals.hubs)),
    figure(t('walksCut'), number(totals.walksCut)),
  );
  return h(
    'section',
    { class: 'summary', 'aria-label': t('readTitle') },
    figures(
      figure(t('foundNetworks'), number(networks.length)),
      networks.length > 0 && figure(t('movedThrough'), format.moneyShort(moved)),
      figure(t('transfers'), number(totals.transfers)),
      figure(t('accountsRead'), number(totals.accounts)),
      figure(t('period'), format.period(totals.from, totals.to)),
      figure(
        t('rejected'),
        totals.rejected === 0
          ? '0'
          : h('a', { href: context.href('rejects') }, number(totals.rejected)),
      ),
    ),
    h(
      'details',
      { class: 'read' },
      h('summary', {}, `${t('filesRead')} · ${number(totals.files)}`),
      rest,
      table(
        context,
        t('files'),
        [
          { title: t('file'), cell: (f) => f.name },
          { title: t('format'), cell: (f) => f.format },
          { title: t('rows'), numeric: true, cell: (f) => number(f.rows) },
          { title: t('accepted'), numeric: true, cell: (f) => number(f.accepted) },
          { title: t('rejected'), numeric: true, cell: (f) => number(f.rejected) },
        ],
        files,
      ),
      h('p', { class: 'muted' }, t(clock === 'day' ? 'dayNote' : 'clockNote')),
    ),
  );
}

function networkList(context: Context): HTMLElement {
  const { t, format, facts } = context;
  const list = windowedList<ReportNetwork>({
    label: t('networks'),
    keyOf: (one) => one.id,
    draw: (one) => networkRow(context, one),
    rowHeight: () => (innerWidth < 760 ? 236 : 116),
  });
  const shown = h('p', { class: 'shown', role: 'status' });
  const show = (filter: Filter): void => {
    const found = filterNetworks(facts, filter);
    const [n, all] = [format.number(found.length), format.number(facts.model.networks.length)];
    shown.textContent = found.length === 0 ? t('nothingMatches') : t('shown', { n, all });
    list.show(found);
  };
  show(filterOf(context.route.query));
  list.element.addEventListener('focuskey', (event) => {
    if (event instanceof CustomEvent) list.focusKey(String(event.detail));
  });
  return h('section', {}, filterBar(context, NETWORK_SORTS, show), shown, list.element);
}

function networkRow(context: Context, one: ReportNetwork): HTMLElement {
  const { t, words, format } = context;
  const accounts = one.members.map((m) => m.account);
  return h(
    'a',
    { class: 'row network-row', href: context.href('network', one.id), 'data-key': one.id },
    h('span', { class: 'rank' }, one.id),
    h(
      'span',
      { class: 'row-text' },
      h('span', { class: 'story' }, format.masked(words(one.story), accounts)),
      typologyTags(context, one.typologies),
    ),
    h(
      'span',
      { class: 'row-sum' },
      h('b', {}, format.moneyShort(one.harmMinor)),
      h('span', { class: 'muted' }, format.period(one.from, one.to)),
    ),
    h(
      'span',
      { class: 'row-side' },
      h(
        'span',
        { class: 'labelled' },
        h('span', { class: 'muted' }, t('certainty')),
        meter(one.certainty),
      ),
      roleCounts(context, one),
    ),
  );
}

function nothingFound(context: Context): HTMLElement {
  const { t, href } = context;
  return h(
    'section',
    { class: 'empty' },
    h('h2', {}, t('emptyTitle')),
    h('p', {}, t('emptyAbout')),
    h(
      'ul',
      {},
      h('li', {}, t('emptyNext1')),
      h('li', {}, h('a', { href: href('rejects') }, t('emptyNext2'))),
      h('li', {}, h('a', { href: href('accounts') }, t('emptyNext3'))),
    ),
  );
}
