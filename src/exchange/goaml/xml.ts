import { xmlText } from '../iso20022/xml-text.ts';

/** Characters of comments_type. */
export const COMMENTS_MOST = 8_000;

/** An element of elements; its parts are XML already, empty ones are not there. Each stands on a line, for a check to name. */
export const group = (name: string, ...parts: readonly string[]): string =>
  `<${name}>\n${parts.join('')}</${name}>\n`;

/** The same, but nothing at all when no part says anything. */
export const someGroup = (name: string, ...parts: readonly string[]): string =>
  parts.every((part) => part === '') ? '' : group(name, ...parts);

/** An element with text, which the schema demands, at most `most` characters of it. */
export const text = (name: string, value: string, most: number): string =>
  `<${name}>${xmlText(cut(value, most))}</${name}>\n`;

/** The same, where the schema lets it be left out. */
export const someText = (name: string, value: string | null | undefined, most: number): string =>
  value === null || value === undefined || value === '' ? '' : text(name, value, most);

export const comments = (lines: readonly string[]): string =>
  someText('comments', lines.filter((line) => line !== '').join('\n'), COMMENTS_MOST);

/** The schema counts characters, not halves of them. */
export const cut = (value: string, most: number): string =>
  value.length <= most ? value : [...value].slice(0, most).join('');
