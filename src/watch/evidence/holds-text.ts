/** A page tells its charset within so many bytes (WHATWG HTML, 4.2.5.4). */
const CHARSET_WITHIN = 1024;
/** A post of 20,000 characters has some hundred lines; past these a line more proves nothing. */
const MOST_LINES = 500;

/** What of a text could not be decided: a charset nobody knows, or a body that is no text at all. */
export type Held = 'held' | 'absent' | 'opaque';

/**
 * Are these words in the body of an answer? Letters and digits of every line are looked for, each line in one piece; tags, entities and
 * the signs between are passed over, because a parser may render them in its own way. Reads HTML, feeds with HTML inside,
 * JSON (with Telegram's texts in parts), and plain text.
 * @param body unpacked
 * @param contentType the whole header, with its charset
 */
export function holdsText(body: Uint8Array, contentType: string, text: string): Held {
  const told = decode(body, contentType);
  if (told === undefined) return 'opaque';
  const lines = [...new Set(text.split('\n').map(bare))].filter((line) => line !== '');
  for (const read of READINGS) {
    const whole = bare(read(told));
    if (lines.slice(0, MOST_LINES).every((line) => whole.includes(line))) return 'held';
  }
  return 'absent';
}

function decode(body: Uint8Array, contentType: string): string | undefined {
  if (/^(image|audio|video|font)\//i.test(contentType)) return undefined;
  const start = String.fromCharCode(...body.subarray(0, CHARSET_WITHIN));
  const charset = (/charset\s*=\s*["']?([\w-]+)/i.exec(contentType) ??
    /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(start))?.[1];
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(body);
  } catch {
    return undefined;
  }
}

/** Letters and digits only. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

const READINGS: readonly ((text: string) => string)[] = [
  (text) => entities(tags(text)),
  // HTML inside a feed: escaped once more.
  (text) => entities(tags(entities(tags(text)))),
  parts,
  // Attributes, scripts and JSON as they stand.
  (text) => entities(escapes(text)),
];

const tags = (text: string): string =>
  text.replace(/<!\[CDATA\[|\]\]>/g, '').replace(/<[^<>]*>/g, '');

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

const entities = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,10}));/gi, (_, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? ' ';
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
  });

const escapes = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})|\\./gi, (_, hex) =>
    hex === undefined ? ' ' : String.fromCharCode(Number.parseInt(hex, 16)),
  );

/** All strings of a JSON text in their order; of a list of parts, `["a ", {"type": "link", "text": "b"}]`, the texts. */
function parts(text: string): string {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    return '';
  }
  const found: string[] = [];
  // Depth is bounded by the parser's own stack, so by hand and not by calls.
  const open: unknown[] = [told];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null) open.push(...inner(value).reverse());
  }
  return found.join('');
}

function inner(value: object): unknown[] {
  if (!Array.isArray(value))
    return 'text' in value && 'type' in value ? texts(value) : Object.values(value);
  return [...value];
}

/** A part is its text; a whole message has a type as well, and everything else beside. */
function texts(value: object): unknown[] {
  return Object.keys(value).length <= 3
    ? [(value as { text: unknown }).text]
    : Object.values(value);
}
