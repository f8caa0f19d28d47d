/** Money from one node of a picture to another, summed. */
export interface Move {
  /** Names the two ends, and who tells of it. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly count: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Indexes into CHANNELS, each once. */
  readonly channels: readonly number[];
  readonly suspicious: boolean;
}

export interface Walk {
  /** By key, those of the case first. */
  readonly moves: ReadonlyMap<string, Move>;
  /** Nodes whose neighbours were added. */
  readonly expanded: ReadonlySet<string>;
  /** False when more moves were there than may be read. */
  readonly complete: boolean;
}

export interface WalkSource {
  /** A shop, a bank, an employer: a way through it joins strangers. */
  isHub(node: string): boolean;
  /** All the money that any of the nodes paid or received, at most `limit` moves. */
  around(nodes: readonly string[], limit: number): Promise<readonly Move[]>;
}

/**
 * Adds the neighbours of the nodes that somebody wants expanded, as far as they hang together with the case: a node is
 * expanded only once another one has brought it into the picture, and a hub never is. As many rounds as nodes are wished.
 */
export async function expandMoves(
  begin: readonly Move[],
  beginNodes: Iterable<string>,
  wished: readonly string[],
  source: WalkSource,
  movesMost: number,
): Promise<Walk> {
  const moves = new Map(begin.map((move) => [move.key, move]));
  const nodes = new Set(beginNodes);
  for (const { from, to } of begin) nodes.add(from).add(to);
  const expanded = new Set<string>();
  let complete = true;
  for (;;) {
    const next = wished.filter(
      (node) => nodes.has(node) && !expanded.has(node) && !source.isHub(node),
    );
    if (next.length === 0) return { moves, expanded, complete };
    const room = movesMost - moves.size;
    if (room <= 0) return { moves, expanded, complete: false };
    const found = await source.around(next, room + 1);
    if (found.length > room) complete = false;
    for (const move of found.slice(0, room)) {
      // Of an expanded node all money is known, and not only that of the case.
      const before = moves.get(move.key);
      moves.set(move.key, { ...move, suspicious: move.suspicious || before?.suspicious === true });
      nodes.add(move.from).add(move.to);
    }
    for (const node of next) expanded.add(node);
  }
}
