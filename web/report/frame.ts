import { LANGUAGES } from '../../src/domain/language.ts';
import { h } from '../shared/dom.ts';
import { icon, mark } from '../shared/icons.ts';
import type { Context } from './context.ts';
import type { PageName } from './route.ts';
import { type Settings, THEMES } from './settings.ts';
import type { TextName } from './texts.ts';

const TABS: readonly (readonly [PageName, TextName])[] = [
  ['networks', 'networks'],
  ['accounts', 'accounts'],
  ['gaps', 'gaps'],
  ['rejects', 'rejects'],
  ['rules', 'rules'],
  ['glossary', 'glossary'],
];

/** Which tab a page belongs to. */
const TAB_OF: Partial<Record<PageName, PageName>> = { network: 'networks', account: 'accounts' };

const LANGUAGE_NAMES = { ru: 'Русский', kk: 'Қазақша', en: 'English' } as const;
const THEME_NAMES = { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' } as const;
const THEME_ICONS = { auto: 'half', light: 'sun', dark: 'moon' } as const;

/** The bar above every page: where one can go, and how one wants to read. */
export function frame(context: Context, change: (next: Settings) => void): HTMLElement {
  const { t, href, route, settings } = context;
  const here = TAB_OF[route.page] ?? route.page;
  const nextTheme = THEMES[(THEMES.indexOf(settings.theme) + 1) % THEMES.length];
  const themeLabel = `${t('theme')}: ${t(THEME_NAMES[settings.theme])}`;
  return h(
    'header',
    { class: 'frame' },
    h('a', { class: 'skip', href: '#content', onclick: skip }, t('skip')),
    h('a', { class: 'brand', href: href('networks') }, mark(), 'Qorgan'),
    h(
      'nav',
      { class: 'tabs', 'aria-label': t('sections') },
      TABS.map(([page, name]) =>
        h('a', { href: href(page), 'aria-current': page === here ? 'page' : null }, t(name)),
      ),
    ),
    h(
      'div',
      { class: 'frame-tools' },
      toggle('eye', t(settings.reveal ? 'hideNumbers' : 'showNumbers'), settings.reveal, () =>
        change({ ...settings, reveal: !settings.reveal }),
      ),
      toggle(THEME_ICONS[settings.theme], themeLabel, null, () =>
        change({ ...settings, theme: nextTheme }),
      ),
      toggle('print', t('print'), null, () => print()),
      h(
        'div',
        { class: 'languages', role: 'group', 'aria-label': t('language') },
        LANGUAGES.map((language) =>
          h(
            'button',
            {
              type: 'button',
              lang: language,
              title: LANGUAGE_NAMES[language],
              'aria-pressed': String(language === settings.language),
              'data-language': language,
              onclick: () => change({ ...settings, language }),
            },
            language === 'kk' ? 'ҚАЗ' : language === 'ru' ? 'РУС' : 'ENG',
          ),
        ),
      ),
    ),
  );
}

/** The address holds the page, so a link to an anchor would leave it. */
function skip(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('h1')?.focus();
}

function toggle(
  name: Parameters<typeof icon>[0],
  label: string,
  pressed: boolean | null,
  act: () => void,
): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': label,
      title: label,
      'aria-pressed': pressed === null ? null : String(pressed),
      'data-tool': name === 'eye' || name === 'print' ? name : 'theme',
      onclick: act,
    },
    icon(name),
  );
}
