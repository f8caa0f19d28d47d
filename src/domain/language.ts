/** Languages a person may read Qorgan in. Kazakh and Russian are first-class; English is for exchange abroad. */
export const LANGUAGES = ['ru', 'kk', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language. There is no fallback language: a missing text is a defect at load. */
export type Localized = Readonly<Record<Language, string>>;

export function isLanguage(value: string): value is Language {
  return (LANGUAGES as readonly string[]).includes(value);
}
