import type { Mark } from './read-offer.ts';

/** The text as it came, with the words that were found; text stays text, whatever stands in it. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const parts = [];
  let from = 0;
  for (const { start, end, why } of marks) {
    parts.push(text.slice(from, start));
    parts.push(
      <mark key={start} class={`check-${why}`}>
        {text.slice(start, end)}
      </mark>,
    );
    from = end;
  }
  parts.push(text.slice(from));
  return <p class="check-text">{parts}</p>;
}
