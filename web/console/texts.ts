import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { LANGUAGES, type Language, type Localized } from '../../src/domain/language.ts';
import { onSettings, settings } from './settings.ts';

/**
 * Texts stand beside each other in the three languages, area by area, and come with the page that needs them. {name} is
 * filled in by the caller. There is no fallback language: a text that lacks one does not compile.
 */
export type Texts = Readonly<Record<string, Localized>>;

export type Args = Readonly<Record<string, string | number>>;

/** Says a text in the reader's language. */
export type Say<Name extends string> = (name: Name, args?: Args) => string;

void i18next.use(initReactI18next).init({
  lng: settings().language,
  fallbackLng: false,
  supportedLngs: LANGUAGES,
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  react: { useSuspense: false },
});

onSettings(() => {
  if (i18next.language !== settings().language) void i18next.changeLanguage(settings().language);
});

/** Gives the texts of an area to i18next. @returns a hook that says them and draws anew when the language changes */
export function areaTexts<T extends Texts>(area: string, texts: T): () => Say<keyof T & string> {
  for (const language of LANGUAGES)
    i18next.addResourceBundle(language, area, textsIn(language, texts));
  return () => useTranslation(area).t as unknown as Say<keyof T & string>;
}

const textsIn = (language: Language, texts: Texts): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text[language]]));
