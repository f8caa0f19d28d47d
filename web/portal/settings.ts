import { isLanguage, LANGUAGES, type Language } from '../../src/domain/language.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What the visitor chose; remembered on the device only. */
export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
}

const LANGUAGE_KEY = 'qorgan.language';
const THEME_KEY = 'qorgan.theme';

let current: Settings = first();
const listeners = new Set<() => void>();

export const settings = (): Settings => current;

/** @returns a function that ends the listening */
export function onSettings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function change(next: Partial<Settings>): void {
  current = { ...current, ...next };
  remember(LANGUAGE_KEY, current.language);
  remember(THEME_KEY, current.theme);
  dress();
  for (const listener of listeners) listener();
}

/** The document speaks and looks as chosen. */
export function dress(): void {
  const root = document.documentElement;
  root.lang = current.language;
  if (current.theme === 'auto') root.dataset.theme = prefersDark() ? 'dark' : 'light';
  else root.dataset.theme = current.theme;
}

/** A link may say the language (?lang=kk), so that it opens as it was sent; then the last choice, then the browser's. */
function first(): Settings {
  const asked = new URLSearchParams(location.search).get('lang');
  const wanted = [
    asked,
    recall(LANGUAGE_KEY),
    ...navigator.languages.map((tag) => tag.slice(0, 2)),
  ];
  const language = wanted.find((one): one is Language => one !== null && isLanguage(one));
  const theme = THEMES.find((one) => one === recall(THEME_KEY));
  return { language: language ?? LANGUAGES[0], theme: theme ?? 'auto' };
}

const dark = matchMedia('(prefers-color-scheme: dark)');
const prefersDark = (): boolean => dark.matches;
dark.addEventListener('change', dress);

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // a browser without storage
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // the choice lasts while the page is open
  }
}
