const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that XML 1.0 (production 2, Char) has no way to write: they become a replacement character. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as it may stand in an element or an attribute. */
export const xmlText = (text: string): string =>
  text.replace(NO_XML, '\ufffd').replace(/[&<>"']/g, (sign) => ESCAPES[sign]);

/** An element with text, at most `most` characters of it; nothing when there is no text. */
export const xmlElement = (name: string, text: string, most: number): string =>
  text === '' ? '' : `<${name}>${xmlText([...text].slice(0, most).join(''))}</${name}>`;
