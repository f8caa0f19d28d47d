import type { Language } from '../../domain/language.ts';
import type { Span } from './offence.ts';

/** Genitive, after "до". */
export const yearsRu = (years: number): string => (years === 1 ? 'года' : 'лет');

/** A term of years, after the name of a sanction: 'до 3 лет', 'от 3 до 7 лет'. */
export function yearsInWords(span: Span, language: Language): string {
  if (typeof span === 'number')
    return {
      ru: `до ${span} ${yearsRu(span)}`,
      kk: `${span} жылға дейін`,
      en: `of up to ${span} years`,
    }[language];
  const [from, to] = span;
  return {
    ru: `от ${from} до ${to} лет`,
    kk: `${from} жылдан ${to} жылға дейін`,
    en: `of ${from} to ${to} years`,
  }[language];
}
