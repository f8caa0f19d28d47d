import type { Language } from '../../../src/domain/language.ts';
import { dayText, readDay } from '../pieces/moment-text.ts';

/** Nobody a notice tells of was born before. */
const LEAST_YEAR = 1900;
const CANONICAL_DAY = /^\d{4}-\d{2}-\d{2}$/;
const CANONICAL_MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})$/;
const CANONICAL_AMOUNT = /^(\d+)\.(\d{2})$/;

/** A value of the form as people read it; what is no canonical value stands as it is. */
export function shownText(type: string, value: string, language: Language): string {
  if (type === 'date' && CANONICAL_DAY.test(value)) return dayText(value, language);
  if (type === 'moment') {
    const found = CANONICAL_MOMENT.exec(value);
    return found === null ? value : `${dayText(found[1], language)} ${found[2]}`;
  }
  if (type === 'amount') {
    const found = CANONICAL_AMOUNT.exec(value);
    if (found === null) return value;
    const whole = found[1].replace(/\B(?=(?:\d{3})+$)/g, language === 'en' ? ',' : '\u00a0');
    return `${whole}${language === 'en' ? '.' : ','}${found[2]}`;
  }
  return value;
}

/** The canonical value of what somebody wrote; the text itself where it is none: the check of the form says so. */
export function readText(type: string, text: string, language: Language): string {
  if (type === 'date') return readDay(text, LEAST_YEAR) ?? text.trim();
  if (type === 'moment') return readMoment(text) ?? text.trim();
  if (type === 'amount') return readAmount(text, language) ?? text.trim();
  if (type === 'number' || type === 'tax_number') return text.replace(/\s/g, '');
  return text;
}

function readMoment(text: string): string | undefined {
  const found = /^(.+?)[\sT,]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim());
  if (found === null) return undefined;
  const day = readDay(found[1], LEAST_YEAR);
  return day && `${day}T${found[2].padStart(2, '0')}:${found[3]}:${found[4] ?? '00'}`;
}

function readAmount(text: string, language: Language): string | undefined {
  const bare = text.replace(/\s/g, '');
  const plain = language === 'en' ? bare.replaceAll(',', '') : bare.replace(',', '.');
  const found = /^(\d+)(?:\.(\d{1,2}))?$/.exec(plain);
  return found === null ? undefined : `${found[1]}.${(found[2] ?? '').padEnd(2, '0')}`;
}
