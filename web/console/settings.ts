import { useSyncExternalStore } from 'react';
import { isLanguage, type Language } from '../../src/domain/language.ts';

/** How one person wants to read, kept in their browser. */
export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
  /** Single letters act on the list (j, k, t, c, r). Who speaks to the computer turns them off (WCAG 2.1.4). */
  readonly letterKeys: boolean;
  /** Pictures of posts come blurred and without colour: who looks at them all day is spared. */
  readonly softPictures: boolean;
}

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEYS = {
  language: 'qorgan.language',
  theme: 'qorgan.theme',
  letterKeys: 'qorgan.letterKeys',
  softPictures: 'qorgan.softPictures',
} as const;

/** Russian until somebody chooses otherwise. */
function read(): Settings {
  const language = remembered(KEYS.language) ?? 'ru';
  const theme = remembered(KEYS.theme);
  return {
    language: isLanguage(language) ? language : 'ru',
    theme: THEMES.find((one) => one === theme) ?? 'auto',
    letterKeys: remembered(KEYS.letterKeys) !== 'off',
    softPictures: remembered(KEYS.softPictures) !== 'off',
  };
}

function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

let current = read();
const listeners = new Set<() => void>();

export const settings = (): Settings => current;

export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEYS.language, current.language);
    localStorage.setItem(KEYS.theme, current.theme);
    localStorage.setItem(KEYS.letterKeys, current.letterKeys ? 'on' : 'off');
    localStorage.setItem(KEYS.softPictures, current.softPictures ? 'on' : 'off');
  } catch {
    // a browser without storage: the choice lasts while the page is open
  }
  for (const listener of listeners) listener();
}

export function onSettings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSettings = (): Settings => useSyncExternalStore(onSettings, settings);

const systemDark = matchMedia('(prefers-color-scheme: dark)');

function onSystemDark(listener: () => void): () => void {
  systemDark.addEventListener('change', listener);
  return () => systemDark.removeEventListener('change', listener);
}

/** What the choice comes to on this screen. */
export function useDark(): boolean {
  const system = useSyncExternalStore(onSystemDark, () => systemDark.matches);
  const { theme } = useSettings();
  return theme === 'dark' || (theme === 'auto' && system);
}
