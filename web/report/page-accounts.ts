import type { ReportAccount } from '../../src/report/model.ts';
import { h } from '../shared/dom.ts';
import { roleTag } from '../shared/role-tag.ts';
import { type Context, nameOf } from './context.ts';
import { ACCOUNT_SORTS, type Filter, filterAccounts, filterBar, filterOf } from './filters.ts';
import { heading, meter } from './page-parts.ts';
import { windowedList } from './windowed-list.ts';

/** Every account of the report, whatever network it is in. */
export function accountsPage(context: Context): HTMLElement {
  const { t, format, facts } = context;
  const list = windowedList<ReportAccount>({
    label: t('accounts'),
    keyOf: (one) => one.account,
    draw: (one) => accountRow(context, one),
    rowHeight: () => (innerWidth < 760 ? 148 : 64),
  });
  const shown = h('p', { class: 'shown', role: 'status' });
  const show = (filter: Filter): void => {
    const found = filterAccounts(facts, filter);
    const [n, all] = [format.number(found.length), format.number(facts.model.accounts.length)];
    shown.textContent = found.length === 0 ? t('nothingMatches') : t('shown', { n, all });
    list.show(found);
  };
  show(filterOf(context.route.query));
  list.element.addEventListener('focuskey', (event) => {
    if (event instanceof CustomEvent) list.focusKey(String(event.detail));
  });
  return h(
    'main',
    { id: 'content' },
    heading(t('accounts')),
    filterBar(context, ACCOUNT_SORTS, show),
    shown,
    list.element,
  );
}

function accountRow(context: Context, one: ReportAccount): HTMLElement {
  const { t, format } = context;
  const name = nameOf(context, one.account);
  const number = format.account(one.account);
  const pair = (label: string, value: string): HTMLElement =>
    h('span', { class: 'labelled' }, h('span', { class: 'muted' }, label), h('b', {}, value));
  return h(
    'a',
    {
      class: 'row account-row',
      href: context.href('account', one.account),
      'data-key': one.account,
    },
    h(
      'span',
      { class: 'row-text' },
      h('span', { class: 'owner' }, name),
      h(
        'span',
        { class: 'muted number' },
        [name === number ? '' : number, one.bank].filter((part) => part !== '').join(' · '),
      ),
    ),
    h(
      'span',
      { class: 'row-role' },
      roleTag(context, one.role),
      h('span', { class: 'muted' }, one.network === '' ? t('noNetwork') : one.network),
    ),
    pair(t('came'), format.moneyShort(one.inMinor)),
    pair(t('left'), format.moneyShort(one.outMinor)),
    pair(t('held'), format.duration(one.heldMsMedian)),
    h('span', { class: 'labelled' }, h('span', { class: 'muted' }, t('score')), meter(one.score)),
  );
}
