import type { CodeRow } from './notice-desk.tsx';

/** A code with its title; the code alone where the table has none. */
export function labelOf(rows: readonly CodeRow[], code: string): string {
  const title = rows.find((row) => row.code === code)?.title;
  return title === undefined ? code : `${code} · ${title}`;
}

/** Rows whose number begins with the first word, or whose title has all of them. */
export function rowsWith(rows: readonly CodeRow[], sought: string): CodeRow[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ code, title }) => {
    const line = `${code} ${title}`.toLowerCase();
    return words.every((word) =>
      /^\d+$/.test(word) ? code.startsWith(word) : line.includes(word),
    );
  });
}
