/**
 * A pattern of a schema as XML Schema reads it. Schemas of goAML are written for .NET, whose expressions differ: '^' and '$' are
 * anchors there and plain letters here (a pattern always fits the whole text); '-' after a range or before a lesser sign is a
 * hyphen there and a broken range here ('9-+'); '\/' and the like escape what needs no escape; '(?:' groups without remembering.
 * The set of texts that fit stays the one that the author meant.
 */
export function xsdPattern(pattern: string): string {
  const bare = pattern.replace(/^\^/, '').replace(/(?<!\\)((?:\\\\)*)\$$/, '$1');
  let out = '';
  for (let at = 0; at < bare.length; ) {
    const [piece, next] = pieceAt(bare, at);
    out += piece;
    at = next;
  }
  return out;
}

/** Escapes that XML Schema knows (appendix F, SingleCharEsc and MultiCharEsc). */
const KNOWN_ESCAPES = /[nrt\\|.?*+(){}\-[\]^sSiIcCdDwWpP]/;

function pieceAt(pattern: string, at: number): readonly [string, number] {
  const sign = pattern[at]!;
  if (sign === '\\') return escapeAt(pattern, at);
  if (sign === '[') return classAt(pattern, at);
  if (pattern.startsWith('(?:', at)) return ['(', at + 3];
  return [sign, at + 1];
}

function escapeAt(pattern: string, at: number): readonly [string, number] {
  const escaped = pattern[at + 1];
  if (escaped === undefined) return ['\\\\', at + 1];
  return [KNOWN_ESCAPES.test(escaped) ? `\\${escaped}` : escaped, at + 2];
}

/** A class of signs, '[…]': hyphens that make no range are escaped, but for the first and the last, which none takes for one. */
function classAt(pattern: string, at: number): readonly [string, number] {
  const start = pattern[at + 1] === '^' ? at + 2 : at + 1;
  let out = pattern.slice(at, start);
  let i = start;
  while (i < pattern.length && (pattern[i] !== ']' || i === start)) {
    const [low, after] = pattern[i] === '-' && i === start ? ['-', i + 1] : memberAt(pattern, i);
    const [high, end] = pattern[after] === '-' ? memberAt(pattern, after + 1) : ['', after];
    const isRange = high !== '' && isOne(low) && isOne(high) && signOf(low) <= signOf(high);
    out += isRange ? `${low}-${high === '-' ? '\\-' : high}` : low;
    i = isRange ? end : after;
    if (!isRange && pattern[i] === '-') {
      out += pattern[i + 1] === ']' ? '-' : '\\-';
      i += 1;
    }
  }
  return [`${out}]`, i + 1];
}

/** One sign of a class, escaped where it has to be; '' at its end. */
function memberAt(pattern: string, at: number): readonly [string, number] {
  const sign = pattern[at];
  if (sign === undefined || sign === ']') return ['', at];
  if (sign === '\\') return escapeAt(pattern, at);
  if (sign === '-') return [pattern[at + 1] === ']' ? '-' : '\\-', at + 1];
  if (sign === '[') return ['\\[', at + 1];
  return [sign, at + 1];
}

/** `\d` and the like stand for many signs and begin no range. */
const isOne = (member: string): boolean => !/^\\[sSiIcCdDwWpP]$/.test(member);

const signOf = (member: string): number => member.codePointAt(member.startsWith('\\') ? 1 : 0)!;
