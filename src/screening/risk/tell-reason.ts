import { formatDate, formatDuration, formatMoney, formatNumber } from '../../domain/format.ts';
import type { Language } from '../../domain/language.ts';
import type { RiskParameters, RiskSource } from './parameter-types.ts';
import type { RiskMeasure, RiskReason } from './rating.ts';

/** What a person reads of a measure, and what it stands on. */
export interface ToldMeasure {
  readonly text: string;
  readonly source: RiskSource;
}

/** A reason in words. One of a factor that the parameters no longer have is told by its id. */
export function tellReason(
  { factor, facts }: RiskReason,
  { factors, words }: RiskParameters,
  language: Language,
): string {
  const text = factors.get(factor)?.text[language] ?? factor;
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const fact = facts[name];
    if (fact === undefined) return hole;
    return typeof fact === 'string'
      ? (words[fact]?.[language] ?? fact)
      : tellNumber(name, fact, language);
  });
}

/** The end of a name says what the number is, as everywhere in this code. */
function tellNumber(name: string, value: number, language: Language): string {
  if (name.endsWith('Minor')) return formatMoney(value, 'KZT', language);
  if (name.endsWith('At')) return formatDate(value, language);
  if (name.endsWith('Ms')) return formatDuration(value, language, 'exact');
  return formatNumber(value, language);
}

/** A measure in words, with its source; undefined where these parameters have no such measure. */
export function tellMeasure(
  { measure }: Pick<RiskMeasure, 'measure'>,
  { measures }: RiskParameters,
  language: Language,
): ToldMeasure | undefined {
  const rule = measures.get(measure);
  if (rule === undefined) return undefined;
  const { source, date, mark, verified, validFrom, note } = rule;
  return { text: rule.text[language], source: { source, date, mark, verified, validFrom, note } };
}
