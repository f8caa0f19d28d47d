import { useEffect, useState } from 'preact/hooks';
import type { Language, Localized } from '../../src/domain/language.ts';
import { fillIn } from '../shared/say.ts';
import { onSettings, settings } from './settings.ts';

/** Texts of a page stand beside it in the three languages: one that lacks a language does not compile. */
export type Texts = Readonly<Record<string, Localized>>;
export type Args = Readonly<Record<string, string | number>>;
export type Say = (text: Localized, args?: Args) => string;

/** The visitor's language; a page that uses it is drawn anew when it changes. */
export function useLanguage(): Language {
  const [language, setLanguage] = useState(settings().language);
  useEffect(() => onSettings(() => setLanguage(settings().language)), []);
  return language;
}

/** Says texts in the visitor's language, `{name}` filled in. */
export function useSay(): Say {
  const language = useLanguage();
  return (text, args) => fillIn(text[language], args);
}
