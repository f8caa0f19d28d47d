import type { Document, LineCounter } from 'yaml';

/** The 1-based line of the deepest node on the path that is there: a missing key is told by its parent. */
export function yamlLine(
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range))
      return lines.linePos(node.range[0]).line;
  }
  return 1;
}
