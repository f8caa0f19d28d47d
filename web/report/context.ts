import type { Localized } from '../../src/domain/language.ts';
import type {
  ReportAccount,
  ReportMember,
  ReportModel,
  ReportNetwork,
} from '../../src/report/model.ts';
import { createFormat, type Format } from '../shared/format.ts';
import { hrefOf, type PageName, type Route } from './route.ts';
import type { Settings } from './settings.ts';
import { say, type TextName } from './texts.ts';

/** The model with what pages look up in it. Built once; the model itself is never changed. */
export interface Facts {
  model: ReportModel;
  /** Accounts of which the page holds only a part. */
  cut: ReadonlySet<string>;
  accounts: ReadonlyMap<string, ReportAccount>;
  networks: ReadonlyMap<string, ReportNetwork>;
  ruleTitles: ReadonlyMap<string, Localized>;
  banks: readonly string[];
  typologies: readonly string[];
}

export function factsOf({ model, cut }: Pick<Facts, 'model' | 'cut'>): Facts {
  const sorted = (values: Iterable<string>): string[] =>
    [...new Set(values)].filter((v) => v !== '').sort((a, b) => (a < b ? -1 : 1));
  return {
    model,
    cut,
    accounts: new Map(model.accounts.map((a) => [a.account, a])),
    networks: new Map(model.networks.map((n) => [n.id, n])),
    ruleTitles: new Map(model.rules.map((r) => [r.id, r.title])),
    banks: sorted(model.accounts.map((a) => a.bank)),
    typologies: sorted(model.networks.flatMap((n) => n.typologies)),
  };
}

/** What every page is drawn from. A change of language, theme or address makes a new one. */
export interface Context {
  facts: Facts;
  settings: Settings;
  route: Route;
  format: Format;
  t: (name: TextName, args?: Readonly<Record<string, string | number>>) => string;
  words: (text: Localized) => string;
  /** A link that keeps the language of this address, and the filter a list was left with. */
  href: (page: PageName, id?: string) => string;
  /** Changes the query of this address without a new entry in the history. */
  setQuery: (query: URLSearchParams) => void;
}

/** The query each list had when it was last seen. */
export type ListQueries = ReadonlyMap<PageName, URLSearchParams>;

export function createContext(
  facts: Facts,
  settings: Settings,
  route: Route,
  lists: ListQueries,
  setQuery: Context['setQuery'],
): Context {
  const { language } = settings;
  const lang = route.query.get('lang');
  return {
    facts,
    settings,
    route,
    setQuery,
    format: createFormat({ language, reveal: settings.reveal, model: facts.model }),
    t: (name, args) => say(language, name, args),
    words: (text) => text[language],
    href: (page, id) => {
      const query = new URLSearchParams(lists.get(page));
      query.delete('lang');
      if (lang !== null) query.set('lang', lang);
      return hrefOf(page, id, query);
    },
  };
}

/** How a member is called in pictures and lists: its owner where the input names one. */
export function nameOf(context: Context, account: string): string {
  const owner = context.facts.accounts.get(account)?.ownerName ?? '';
  return owner === '' ? context.format.account(account) : owner;
}

type Moved = Pick<ReportMember, 'account' | 'inMinor' | 'outMinor'>;

/** Members by what they move, the most first; equal sums by name. */
export const byMoney = (a: Moved, b: Moved): number =>
  Math.max(b.inMinor, b.outMinor) - Math.max(a.inMinor, a.outMinor) ||
  (a.account < b.account ? -1 : 1);
