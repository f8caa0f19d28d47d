/** A part of a post's text, with all that marks it. */
export interface TextPart {
  readonly start: number;
  readonly text: string;
  /** Places of the reasons that point at it. */
  readonly reasons: readonly number[];
  readonly contactId: number | null;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text with so many parts is slow to draw; the weakest reasons come last and lose their marks first. */
const PARTS_MOST = 600;

/**
 * Cuts a text where marks begin and end. The parts joined are the text; marks that reach past it are cut, empty ones left out.
 *
 * @param reasons spans of each reason, the strongest first; UTF-16 places
 * @param contacts spans of contacts, with their ids
 */
export function markedText(
  text: string,
  reasons: readonly (readonly Span[])[],
  contacts: readonly (Span & { readonly contactId: number })[],
): TextPart[] {
  const marks = [
    ...contacts.map(({ contactId, ...span }) => ({ ...span, contactId, reason: null })),
    ...reasons.flatMap((spans, reason) =>
      spans.map(({ start, end }) => ({ start, end, contactId: null, reason })),
    ),
  ]
    .map((mark) => ({
      ...mark,
      start: Math.max(0, mark.start),
      end: Math.min(text.length, mark.end),
    }))
    .filter(({ start, end }) => start < end)
    .slice(0, PARTS_MOST / 2);
  const cuts = [
    ...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])]),
  ].sort((a, b) => a - b);
  const parts: TextPart[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i], cuts[i + 1]];
    const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
    parts.push({
      start,
      text: text.slice(start, end),
      reasons: [...new Set(over.flatMap(({ reason }) => (reason === null ? [] : [reason])))],
      contactId: over.find(({ contactId }) => contactId !== null)?.contactId ?? null,
    });
  }
  return parts;
}
