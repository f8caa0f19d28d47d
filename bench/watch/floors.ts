import type { ClusteredPost } from '../../src/watch/cluster/edge.ts';

const SIMPLE =
  /(?:\+7|8)[\s(]*\d{3}[\s)]*\d{3}[\s-]*\d{2}[\s-]*\d{2}|@\w{4,32}|t\.me\/\+?\w{4,32}|https?:\/\/\S+/g;

/** The least that any watch does: lower case, and one pattern over the text. Returns how much it found. */
export function oneRegex(texts: readonly string[]): number {
  let found = 0;
  for (const text of texts) found += text.toLowerCase().match(SIMPLE)?.length ?? 0;
  return found;
}

/** Posts by contact in a map, joined; texts are not compared and a hub joins all. Returns how many groups there are. */
export function mapOfContacts(posts: readonly ClusteredPost[]): number {
  const parent = new Map<number, number>();
  const rootOf = (id: number): number => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root))
      root = up;
    return root;
  };
  const first = new Map<string, number>();
  for (const { id, contacts } of posts) {
    parent.set(id, id);
    for (const contact of contacts) {
      const other = first.get(contact);
      if (other === undefined) first.set(contact, id);
      else parent.set(rootOf(id), rootOf(other));
    }
  }
  return new Set([...parent.keys()].map(rootOf)).size;
}

/** Every pair of texts compared by their shingles, exactly. Returns pairs of at least half in common. */
export function allPairs(texts: readonly string[]): number {
  const sets = texts.map(shinglesOf);
  let near = 0;
  for (let i = 0; i < sets.length; i++)
    for (let j = 0; j < i; j++) {
      let shared = 0;
      for (const shingle of sets[i]) if (sets[j].has(shingle)) shared++;
      if (shared * 3 >= sets[i].size + sets[j].size) near++; // shared / union >= 1/2
    }
  return near;
}

function shinglesOf(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + 5 <= text.length; at++) found.add(text.slice(at, at + 5));
  return found;
}
