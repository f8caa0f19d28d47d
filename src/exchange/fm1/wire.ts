import type { Fm1Field } from './field.ts';

/** Signs that the format forbids, and what stands for each; nothing is left out in silence: check.ts tells of them. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  '&': '+',
  '<': '(',
  '>': ')',
  '`': '’',
  "'": '’',
  '"': '”',
};
const FORBIDDEN = /[&<>`'"]/gu;
/** Characters that XML 1.0 cannot carry. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text as the format takes it. Straight quotes would end an attribute; the typographic ones mean the same. */
export const allowed = (text: string): string =>
  text.replace(NO_XML, ' ').replace(FORBIDDEN, (sign) => STANDS_FOR[sign]);

/** Signs of a text that will be replaced, each once. */
export const replacedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(FORBIDDEN), ...text.matchAll(NO_XML)].map(([sign]) => sign)),
];

/** What stands for a forbidden sign in the XML. */
export const standsFor = (sign: string): string => STANDS_FOR[sign] ?? ' ';

/** A canonical value as the XML carries it; one that is not of its type as it stands, for the check to tell. */
export function toWire({ type }: Pick<Fm1Field, 'type'>, value: string): string {
  const clean = allowed(value);
  if (type === 'date') return dayOf(clean);
  if (type === 'moment') return `${dayOf(clean.slice(0, 10))} ${clean.slice(11, 19)}`;
  return clean;
}

/** The value of the XML in canonical form; as it stands when it is not of its type, for the check to tell. */
export function fromWire({ type }: Pick<Fm1Field, 'type'>, value: string): string {
  const day = /^(\d{2})\.(\d{2})\.(\d{4})(?: (\d{2}:\d{2}:\d{2}))?$/.exec(value);
  if (day === null || (type !== 'date' && type !== 'moment')) return value;
  const date = `${day[3]}-${day[2]}-${day[1]}`;
  return type === 'date' ? date : `${date}T${day[4] ?? '00:00:00'}`;
}

/** 'YYYY-MM-DD' as dd.mm.yyyy. */
const dayOf = (date: string): string => date.split('-').reverse().join('.');
