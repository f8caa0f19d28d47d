import type { VerdictName } from '../../src/engine/verdict.ts';
import { ROLES } from '../../src/network/role.ts';
import { ROLE_LABELS, VERDICT_LABELS } from '../../src/report/labels.ts';
import { type ReportNetwork, typologyTitle } from '../../src/report/model.ts';
import { type Child, h } from '../shared/dom.ts';
import { roleIcon } from '../shared/icons.ts';
import { type Context, nameOf } from './context.ts';

/** Pieces that several pages are made of. */

/** The head of a page; it takes the focus when the page opens, so that a screen reader starts there. */
export const heading = (text: string): HTMLHeadingElement => h('h1', { tabindex: -1 }, text);

export function figure(label: string, value: Child, note?: Child): HTMLElement {
  return h('div', { class: 'figure' }, h('dt', {}, label), h('dd', {}, value, note));
}

export const figures = (...items: Child[]): HTMLElement => h('dl', { class: 'figures' }, items);

/** How many members have each role, in the order the money takes. */
export function roleCounts(context: Context, network: ReportNetwork): HTMLElement {
  const counts = ROLES.map((role) => ({
    role,
    n: network.members.filter((m) => m.role === role).length,
  }));
  return h(
    'span',
    { class: 'role-counts' },
    counts
      .filter(({ n }) => n > 0)
      .map(({ role, n }) => {
        const label = context.words(ROLE_LABELS[role].many);
        return h(
          'span',
          { title: label },
          roleIcon(role),
          String(n),
          h('span', { class: 'unseen' }, ` ${label}`),
        );
      }),
  );
}

/** The strongest typologies; the rest opens on request. */
const FIRST_TAGS = 4;

export function typologyTags(context: Context, ids: readonly string[]): HTMLElement {
  return h('span', { class: 'tags' }, tagsOf(context, ids.slice(0, FIRST_TAGS)));
}

const tagsOf = (context: Context, ids: readonly string[]): HTMLElement[] =>
  ids.map((id) =>
    h('span', { class: 'tag' }, context.words(typologyTitle(context.facts.model, id))),
  );

export function allTypologies(context: Context, ids: readonly string[]): HTMLElement {
  const rest = ids.slice(FIRST_TAGS);
  if (rest.length === 0) return typologyTags(context, ids);
  const strongest = typologyTags(context, ids);
  const button = h(
    'button',
    {
      type: 'button',
      class: 'tag rest',
      onclick: () => strongest.replaceWith(h('span', { class: 'tags' }, tagsOf(context, ids))),
    },
    context.t('more', { n: rest.length }),
  );
  strongest.append(button);
  return strongest;
}

/** A number from 0 to 100 with a bar beside it. */
export function meter(value: number): HTMLElement {
  const bar = h('span', { class: 'meter-bar' });
  bar.style.setProperty('--share', String(Math.max(0, Math.min(100, value)) / 100));
  return h('span', { class: 'meter' }, h('b', {}, String(Math.round(value))), bar);
}

export function verdictTag(context: Context, verdict: VerdictName): HTMLElement {
  return h('span', { class: `verdict verdict-${verdict}` }, context.words(VERDICT_LABELS[verdict]));
}

/** An account as a link to its page: the owner, and the number under it. */
export function accountLink(context: Context, account: string): HTMLElement {
  const name = nameOf(context, account);
  const number = context.format.account(account);
  return h(
    'a',
    { class: 'account-link', href: context.href('account', account) },
    h('span', { class: name === number ? 'number' : 'owner' }, name),
    name === number ? null : h('span', { class: 'number' }, number),
  );
}

export interface Column<T> {
  title: string;
  /** Numbers stand to the right. */
  numeric?: boolean;
  cell: (item: T) => Child;
}

/** Rows shown before somebody asks for the rest: keeps a page of a great network light. */
const FIRST_ROWS = 30;

/**
 * A table in a box of its own, which scrolls when the screen is narrow. Long ones start short; before printing
 * the page presses the button of each.
 */
export function table<T>(
  context: Context,
  caption: string,
  columns: readonly Column<T>[],
  items: readonly T[],
): HTMLElement {
  const row = (item: T): HTMLElement =>
    h(
      'tr',
      {},
      columns.map((c, i) =>
        i === 0
          ? h('th', { scope: 'row' }, c.cell(item))
          : h('td', { class: c.numeric === true ? 'numeric' : null }, c.cell(item)),
      ),
    );
  const body = h('tbody', {}, items.slice(0, FIRST_ROWS).map(row));
  const rest = items.slice(FIRST_ROWS);
  const button = h(
    'button',
    {
      type: 'button',
      class: 'button rest',
      onclick: () => {
        body.append(...rest.map(row));
        button.remove();
      },
    },
    context.t('showRest', { n: rest.length }),
  );
  const head = columns.map((c) =>
    h('th', { scope: 'col', class: c.numeric === true ? 'numeric' : null }, c.title),
  );
  return h(
    'div',
    { class: 'table-part' },
    h(
      'div',
      { class: 'table-box', tabindex: 0, role: 'region', 'aria-label': caption },
      h(
        'table',
        {},
        h('caption', { class: 'unseen' }, caption),
        h('thead', {}, h('tr', {}, head)),
        body,
      ),
    ),
    rest.length > 0 && button,
  );
}
