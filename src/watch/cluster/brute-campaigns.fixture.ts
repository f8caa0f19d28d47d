import { shareBand } from './band-table.ts';
import type { CampaignOptions } from './campaign-index.ts';
import type { ClusteredPost } from './edge.ts';
import { likenessOf, type Signature, signatureOf } from './signature.ts';

export interface BruteCampaigns {
  /** By post, the least id of its campaign. */
  readonly campaigns: Map<number, number>;
  readonly stopped: string[];
}

/**
 * What campaigns are, said as plainly as can be and slowly: from all posts at once, pair by pair, without an index that remembers.
 * What `CampaignIndex` answers is held against it.
 */
export function bruteCampaigns(
  posts: readonly ClusteredPost[],
  options: CampaignOptions,
): BruteCampaigns {
  const parent = new Map(posts.map(({ id }) => [id, id]));
  const rootOf = (id: number): number => {
    const up = parent.get(id) ?? id;
    return up === id ? id : rootOf(up);
  };
  const unite = (a: number, b: number) => {
    const [low, high] = [rootOf(a), rootOf(b)].sort((x, y) => x - y);
    parent.set(high, low);
  };
  uniteTexts(posts, options, unite);
  const carriers = new Map<string, ClusteredPost[]>();
  for (const post of posts)
    for (const key of new Set(post.contacts))
      carriers.set(key, [...(carriers.get(key) ?? []), post]);
  const owned = new Set<number>(); // posts
  const stopped: string[] = [];
  const levels = Map.groupBy(carriers.entries(), ([, those]) => {
    const texts = new Set(those.map(({ text }) => text)).size;
    return texts <= options.unrelatedMost ? 0 : 32 - Math.clz32(texts);
  });
  for (const level of [...levels.keys()].sort((a, b) => a - b)) {
    const ownedRoots = new Set([...owned].map(rootOf));
    const joining = (levels.get(level) ?? []).filter(([key, those]) => {
      const roots = new Set(those.map(({ id }) => rootOf(id)).filter((id) => ownedRoots.has(id)));
      const stops = level > 0 && roots.size > options.unrelatedMost;
      if (stops) stopped.push(key);
      return !stops;
    });
    for (const [, those] of joining)
      for (const { id } of those) {
        owned.add(id);
        unite(id, those[0].id);
      }
  }
  return { campaigns: new Map(posts.map(({ id }) => [id, rootOf(id)])), stopped: stopped.sort() };
}

function uniteTexts(
  posts: readonly ClusteredPost[],
  options: CampaignOptions,
  unite: (a: number, b: number) => void,
): void {
  const long = posts
    .map((post): [number, Signature] => [post.id, signatureOf(post.text)])
    .filter(([, { shingles }]) => shingles >= options.shingles);
  for (const [a, { values: left }] of long)
    for (const [b, { values: right }] of long)
      if (a < b && shareBand(left, right) && likenessOf(left, right) >= options.likeness)
        unite(a, b);
}
