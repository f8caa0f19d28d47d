/** A post of 20,000 characters has some hundred lines; past these a line more proves nothing. */
const MOST_LINES = 500;

/**
 * Are these words in the body of an answer? Letters and digits of every line are looked for, each line in one piece; tags, entities and
 * the signs between are passed over, because a parser may render them in its own way. Reads HTML, feeds with HTML inside,
 * JSON (with Telegram's texts in parts), and plain text.
 */
export function holdsText(body: string, text: string): boolean {
  const lines = [...new Set(text.split('\n').map(bare))].filter((line) => line !== '');
  return READINGS.some((read) => {
    const whole = bare(read(body));
    return lines.slice(0, MOST_LINES).every((line) => whole.includes(line));
  });
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
    else if (typeof value === 'object' && value !== null)
      for (const one of inner(value).reverse()) open.push(one);
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
