import { ROLES, type Role } from '../../src/network/role.ts';
import { ROLE_LABELS } from '../../src/report/labels.ts';
import { type ReportAccount, type ReportNetwork, typologyTitle } from '../../src/report/model.ts';
import { h } from '../shared/dom.ts';
import { minorUnits } from '../shared/format.ts';
import { byMoney, type Context, type Facts } from './context.ts';
import type { TextName } from './texts.ts';

/** What a list is narrowed to. It stands in the address: a filtered list can be sent as a link. */
export interface Filter {
  text: string;
  role: Role | '';
  typology: string;
  bank: string;
  /** Whole currency units. */
  atLeast: number;
  sort: string;
}

export const NETWORK_SORTS = {
  rank: 'byRank',
  sum: 'bySum',
  certainty: 'byCertainty',
  size: 'bySize',
  time: 'byTime',
} as const satisfies Record<string, TextName>;

export const ACCOUNT_SORTS = {
  score: 'byScore',
  sum: 'bySum',
  held: 'byHeld',
} as const satisfies Record<string, TextName>;

export function filterOf(query: URLSearchParams): Filter {
  const role = query.get('role');
  return {
    text: query.get('q') ?? '',
    role: ROLES.find((r) => r === role) ?? '',
    typology: query.get('typology') ?? '',
    bank: query.get('bank') ?? '',
    atLeast: Math.max(0, Number(query.get('min')) || 0),
    sort: query.get('sort') ?? '',
  };
}

/** Networks of which at least one member has the role and the bank, and the text somewhere in it. */
export function filterNetworks(facts: Facts, filter: Filter): ReportNetwork[] {
  const wanted = filter.text.trim().toLowerCase();
  const least = filter.atLeast * minorUnits(facts.model.currency);
  const found = facts.model.networks.filter(
    (one) =>
      one.harmMinor >= least &&
      (filter.typology === '' || one.typologies.includes(filter.typology)) &&
      ((filter.role === '' && filter.bank === '') ||
        one.members.some(
          (m) =>
            (filter.role === '' || m.role === filter.role) &&
            (filter.bank === '' || facts.accounts.get(m.account)?.bank === filter.bank),
        )) &&
      (wanted === '' ||
        one.id.toLowerCase() === wanted ||
        one.members.some((m) => mentions(facts, m.account, wanted))),
  );
  return found.sort(networkOrder(filter.sort));
}

function networkOrder(sort: string): (a: ReportNetwork, b: ReportNetwork) => number {
  const keys: Record<string, (one: ReportNetwork) => number> = {
    sum: (one) => -one.harmMinor,
    certainty: (one) => -one.certainty,
    size: (one) => -one.members.length,
    time: (one) => -one.to,
  };
  const key = keys[sort] ?? ((one: ReportNetwork) => one.rank);
  return (a, b) => key(a) - key(b) || a.rank - b.rank;
}

export function filterAccounts(facts: Facts, filter: Filter): ReportAccount[] {
  const wanted = filter.text.trim().toLowerCase();
  const least = filter.atLeast * minorUnits(facts.model.currency);
  const found = facts.model.accounts.filter(
    (one) =>
      Math.max(one.inMinor, one.outMinor) >= least &&
      (filter.role === '' || one.role === filter.role) &&
      (filter.bank === '' || one.bank === filter.bank) &&
      (filter.typology === '' || one.signals.some((s) => s.typology === filter.typology)) &&
      (wanted === '' ||
        one.network.toLowerCase() === wanted ||
        mentions(facts, one.account, wanted)),
  );
  const order: Record<string, (a: ReportAccount, b: ReportAccount) => number> = {
    sum: (a, b) => byMoney(a, b),
    held: (a, b) =>
      (a.heldMsMedian ?? Number.MAX_VALUE) - (b.heldMsMedian ?? Number.MAX_VALUE) ||
      b.score - a.score,
  };
  return found.sort(order[filter.sort] ?? ((a, b) => b.score - a.score || byMoney(a, b)));
}

function mentions(facts: Facts, account: string, wanted: string): boolean {
  if (account.toLowerCase().includes(wanted)) return true;
  return (facts.accounts.get(account)?.ownerName ?? '').toLowerCase().includes(wanted);
}

/** The form above a list; every change goes to the address and calls `changed`. */
export function filterBar(
  context: Context,
  sorts: Readonly<Record<string, TextName>>,
  changed: (filter: Filter) => void,
): HTMLElement {
  const { t, words, facts, route } = context;
  const filter = filterOf(route.query);
  const query = new URLSearchParams(route.query);
  const set = (name: string, value: string): void => {
    if (value === '') query.delete(name);
    else query.set(name, value);
    context.setQuery(query);
    changed(filterOf(query));
  };
  const choice = (name: string, label: TextName, now: string, options: [string, string][]) =>
    h(
      'label',
      { class: 'field' },
      h('span', {}, t(label)),
      h(
        'select',
        { name, onchange: (event: Event) => set(name, (event.target as HTMLSelectElement).value) },
        options.map(([value, text]) => h('option', { value, selected: value === now }, text)),
      ),
    );
  const input = (name: string, label: TextName, attributes: Record<string, string>) =>
    h(
      'label',
      { class: `field field-${name}` },
      h('span', {}, t(label)),
      h('input', {
        name,
        autocomplete: 'off',
        ...attributes,
        oninput: (event: Event) => set(name, (event.target as HTMLInputElement).value),
      }),
    );
  const any: [string, string] = ['', t('any')];
  const present = ROLES.filter((role) => facts.model.accounts.some((a) => a.role === role));
  const sortNames = Object.entries(sorts);
  return h(
    'form',
    {
      class: 'filters',
      role: 'search',
      onsubmit: (event: Event) => event.preventDefault(),
      onreset: () => {
        for (const name of ['q', 'role', 'typology', 'bank', 'min', 'sort']) query.delete(name);
        context.setQuery(query);
        changed(filterOf(query));
      },
    },
    input('q', 'searchLabel', { type: 'search', value: filter.text, placeholder: t('search') }),
    choice('role', 'role', filter.role, [
      any,
      ...present.map((r): [string, string] => [r, words(ROLE_LABELS[r].one)]),
    ]),
    choice('typology', 'typology', filter.typology, [
      any,
      ...facts.typologies.map((id): [string, string] => [
        id,
        words(typologyTitle(facts.model, id)),
      ]),
    ]),
    facts.banks.length > 0 &&
      choice('bank', 'bank', filter.bank, [
        any,
        ...facts.banks.map((b): [string, string] => [b, b]),
      ]),
    input('min', 'atLeast', {
      type: 'number',
      min: '0',
      step: 'any',
      inputmode: 'numeric',
      value: filter.atLeast === 0 ? '' : String(filter.atLeast),
    }),
    choice(
      'sort',
      'sort',
      filter.sort,
      sortNames.map(([value, text], i): [string, string] => [i === 0 ? '' : value, t(text)]),
    ),
    h('button', { type: 'reset', class: 'button quiet' }, t('clear')),
  );
}
