import { type PageData, unpackPage } from '../../src/report/page-data.ts';
import { h } from '../shared/dom.ts';
import { type Context, createContext, type Facts, factsOf } from './context.ts';
import { frame } from './frame.ts';
import { accountPage } from './page-account.ts';
import { accountsPage } from './page-accounts.ts';
import { gapsPage } from './page-gaps.ts';
import { networkPage } from './page-network.ts';
import { networksPage } from './page-networks.ts';
import { glossaryPage, rejectsPage, rulesPage } from './page-reference.ts';
import { paper } from './paper.ts';
import { hrefOf, type PageName, parseRoute } from './route.ts';
import { readSettings, rememberSettings, type Settings } from './settings.ts';
import { say } from './texts.ts';

const DRAW: Readonly<Record<PageName, (context: Context) => HTMLElement>> = {
  networks: networksPage,
  accounts: accountsPage,
  network: networkPage,
  account: accountPage,
  gaps: gapsPage,
  rejects: rejectsPage,
  rules: rulesPage,
  glossary: glossaryPage,
};

function start(app: HTMLElement): void {
  let settings = readSettings(parseRoute(location.hash).query.get('lang'));
  const facts = readFacts();
  if (facts === null) {
    app.replaceChildren(broken(settings));
    return;
  }
  const lists = new Map<PageName, URLSearchParams>();
  let context = contextOf(facts, settings, lists);
  /** Where the reader was on each page: the way back leads to the same row. */
  const left = new Map<string, { scroll: number; key: string | null }>();
  let address = location.hash;

  const draw = (): void => {
    context = contextOf(facts, settings, lists);
    dress(settings);
    const page = DRAW[context.route.page](context);
    app.replaceChildren(frame(context, change), page, foot(context));
    const title = page.querySelector('h1')?.textContent ?? '';
    document.title = `${title} · ${context.t('title')}`;
  };
  const change = (next: Settings): void => {
    const focused = document.activeElement;
    const mark = ['data-language', 'data-tool']
      .map((name) => [name, focused?.getAttribute(name)])
      .find(([, value]) => typeof value === 'string');
    if (next.language !== settings.language) {
      const { page, id, query } = context.route;
      query.set('lang', next.language);
      replaceAddress(hrefOf(page, id, query));
      address = location.hash;
    }
    settings = next;
    rememberSettings(settings);
    const scroll = scrollY;
    draw();
    scrollTo({ top: scroll });
    if (mark !== undefined) app.querySelector<HTMLElement>(`[${mark[0]}="${mark[1]}"]`)?.focus();
  };
  const travel = (): void => {
    left.set(placeOf(address), { scroll: scrollY, key: focusedKey() });
    address = location.hash;
    const language = parseRoute(address).query.get('lang');
    if (language !== null) settings = { ...settings, language: readSettings(language).language };
    draw();
    const back = left.get(placeOf(address));
    scrollTo({ top: back?.scroll ?? 0 });
    requestAnimationFrame(() => {
      if (!(back?.key && focusRow(app, back.key, back.scroll)))
        app.querySelector('h1')?.focus({ preventScroll: true });
    });
  };
  let printed: HTMLElement | null = null;
  addEventListener('hashchange', travel);
  addEventListener('click', (event) => rememberRow(event.target));
  systemDark.addEventListener('change', () => dress(settings));
  addEventListener('beforeprint', () => {
    // Paper is white whatever the screen is.
    document.documentElement.dataset.theme = 'light';
    if (context.route.page === 'networks') {
      printed = paper(context);
      document.body.classList.add('has-paper');
      document.body.append(printed);
    }
    for (const rest of document.querySelectorAll<HTMLElement>('button.rest')) rest.click();
  });
  addEventListener('afterprint', () => {
    dress(settings);
    printed?.remove();
    document.body.classList.remove('has-paper');
  });
  history.scrollRestoration = 'manual';
  draw();
}

let lastRow: string | null = null;

/** The row that was opened; a click by mouse does not give every browser's links the focus. */
function rememberRow(target: EventTarget | null): void {
  const row = target instanceof Element ? target.closest('[data-key]') : null;
  lastRow = row?.getAttribute('data-key') ?? null;
}

const focusedKey = (): string | null => document.activeElement?.getAttribute('data-key') ?? lastRow;

function focusRow(app: HTMLElement, key: string, scroll: number): boolean {
  const list = app.querySelector('.windowed');
  if (list === null) return false;
  list.dispatchEvent(new CustomEvent('focuskey', { detail: key }));
  scrollTo({ top: scroll });
  return document.activeElement?.getAttribute('data-key') === key;
}

/** Filters change the address of a list, not the place. */
const placeOf = (hash: string): string => hash.replace(/\?.*$/, '');

function replaceAddress(hash: string): void {
  history.replaceState(null, '', hash);
}

function contextOf(
  facts: Facts,
  settings: Settings,
  lists: Map<PageName, URLSearchParams>,
): Context {
  const route = parseRoute(location.hash);
  if (route.page === 'networks' || route.page === 'accounts') lists.set(route.page, route.query);
  return createContext(facts, settings, route, lists, (query) => {
    lists.set(route.page, new URLSearchParams(query));
    replaceAddress(hrefOf(route.page, route.id, query));
  });
}

const systemDark = matchMedia('(prefers-color-scheme: dark)');

function dress({ language, theme }: Settings): void {
  const dark = theme === 'dark' || (theme === 'auto' && systemDark.matches);
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

/** The data of the page, or null when it was cut off or is of another version. */
function readFacts(): Facts | null {
  try {
    const data: PageData = JSON.parse(document.getElementById('data')?.textContent ?? '');
    return data.version === 1 ? factsOf(unpackPage(data)) : null;
  } catch {
    return null;
  }
}

function broken(settings: Settings): HTMLElement {
  dress(settings);
  return h(
    'main',
    { class: 'broken', role: 'alert' },
    h('h1', {}, say(settings.language, 'broken')),
    h('p', {}, say(settings.language, 'brokenAbout')),
  );
}

const foot = (context: Context): HTMLElement =>
  h('footer', { class: 'foot' }, h('p', {}, context.t('decides')));

const app = document.getElementById('app');
if (app !== null) start(app);
