export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'text'; readonly text: string };

/** Emphasis and escapes go: on paper the words stand for themselves. */
const plain = (text: string): string =>
  text
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, '$1')
    .trim();

/** Markdown as our drafts are written, block by block. What is none of it stays text. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let items: string[] = [];
  const end = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'text', text: plain(lines.join(' ')) });
    if (items.length > 0) blocks.push({ kind: 'list', items });
    [lines, items] = [[], []];
  };
  for (const line of markdown.split(/\r?\n/)) {
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    const item = /^\s*(?:[-*]|\d+\.)\s+(.*)$/.exec(line);
    if (heading !== null) {
      end();
      blocks.push({ kind: 'heading', level: heading[1].length, text: plain(heading[2]) });
    } else if (item !== null) {
      if (lines.length > 0) end();
      items.push(plain(item[1]));
    } else if (line.trim() === '') end();
    else if (items.length > 0) items[items.length - 1] += ` ${plain(line)}`;
    else lines.push(line.replace(/^>\s?/, '').trim());
  }
  end();
  return blocks;
}
