import { isLanguage, type Language } from '../../src/domain/language.ts';

/** What the reader chose. The language also stands in the address, so a link opens as it was sent. */
export interface Settings {
  language: Language;
  theme: Theme;
  /** Account numbers are shown whole. Never remembered: every opening starts masked. */
  reveal: boolean;
}

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Address, then last choice, then the browser's languages, then Russian. */
export function readSettings(languageInAddress: string | null): Settings {
  const candidates = [languageInAddress, remembered('language'), ...browserLanguages()];
  const theme = remembered('theme');
  return {
    language: candidates.find((c): c is Language => c !== null && isLanguage(c)) ?? 'ru',
    theme: THEMES.find((t) => t === theme) ?? 'auto',
    reveal: false,
  };
}

export function rememberSettings({ language, theme }: Settings): void {
  try {
    localStorage.setItem('qorgan.language', language);
    localStorage.setItem('qorgan.theme', theme);
  } catch {
    // a page opened from a folder, or a browser without storage: the choice lasts while it is open
  }
}

function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`qorgan.${name}`);
  } catch {
    return null;
  }
}

const browserLanguages = (): string[] => navigator.languages.map((tag) => tag.slice(0, 2));
